import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { StaleTag } from '../../freshness/pages/line.tsx';
import { stateOf, stateTones } from '../state.ts';
import type { Service } from '../store.ts';
import { words } from '../words.ts';

/** Draft, published or sealed; and that somebody should look at it again. */
export function StateTags({ view, service, today }: { view: View; service: Service; today: string }) {
  const state = stateOf(service);
  return (
    <>
      <StatusTag tone={stateTones[state]}>{words[view.lang].states[state]}</StatusTag>
      {state === 'published' && <StaleTag view={view} entry={service} today={today} />}
    </>
  );
}
