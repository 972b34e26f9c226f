import type { View } from '#platform/web/view.ts';
import { Actions, ButtonLink } from '#ui/form.tsx';
import type { Place } from '../place.ts';
import { type ReportStep, reportSteps } from '../rules.ts';
import { words } from '../words.ts';

/** The way on, where a page has no form of its own to save. */
export function GoOn({ view, place, step }: { view: View; place: Place; step: ReportStep }) {
  const next = reportSteps[reportSteps.indexOf(step) + 1];
  if (!next) return null;
  return (
    <Actions>
      <ButtonLink href={place.step(next)}>{words[view.lang].go}</ButtonLink>
    </Actions>
  );
}
