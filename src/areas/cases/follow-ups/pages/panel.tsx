import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { followUpPaths } from '../../paths.ts';
import type { FollowUpResult } from '../rules.ts';
import { words } from '../words.ts';

export interface ToldFollowUp {
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly result: string | null;
  readonly note: string;
}

/** On the page of a case that has ended: what was heard since. */
export function FollowUpPanel({ view, followUps }: { view: View; followUps: readonly ToldFollowUp[] }) {
  const t = words[view.lang];
  if (followUps.length === 0) return null;
  return (
    <Section title={t.title}>
      <DefinitionList
        items={followUps.map(({ dueOn, doneOn, result, note }) => ({
          term: doneOn ? t.done(dayName(view.lang, doneOn)) : dayName(view.lang, dueOn),
          value: doneOn ? (
            `${t.results[result as FollowUpResult]}${note ? `：${note}` : ''}`
          ) : (
            <a href={view.href(followUpPaths.list.to({}))}>{t.record}</a>
          ),
        }))}
      />
    </Section>
  );
}
