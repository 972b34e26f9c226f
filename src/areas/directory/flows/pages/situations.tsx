import type { View } from '#platform/web/view.ts';
import { Notice, StatusTag } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { conditionLines, factsOf, referenceText } from '../say.ts';
import type { Editing, Naming, Outcome } from '../surroundings.ts';
import { words } from '../words.ts';

function misses(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ situation, desk }) => situation.desk !== desk);
}

/** Whether the promises hold, in a sentence. */
export function ReachLine({ view, outcomes }: { view: View; outcomes: readonly Outcome[] }) {
  const t = words[view.lang];
  const missing = misses(outcomes).length;
  if (outcomes.length === 0) return null;
  return (
    <p>
      <StatusTag tone={missing > 0 ? 'bad' : 'good'}>{missing > 0 ? t.broken : t.kept}</StatusTag>{' '}
      {missing > 0 ? t.someMiss(missing, outcomes.length) : t.allReach(outcomes.length)}{' '}
      <a href={view.href(staffDirectoryPaths.navigatorPart.to({ part: 'situations' }))}>
        {t.parts.situations}
      </a>
    </p>
  );
}

/** Situations that a change as it was typed would break, beside the form that was refused. */
export function Broken({ view, outcomes, ...naming }: { view: View; outcomes: readonly Outcome[] } & Naming) {
  const t = words[view.lang];
  const missing = misses(outcomes);
  if (missing.length === 0) return null;
  return (
    <Notice view={view} tone="bad" title={t.someMiss(missing.length, outcomes.length)}>
      <ul>
        {missing.slice(0, 20).map(({ situation, desk }) => (
          <li>
            {situation.name}：{desk ? t.elsewhere(referenceText(desk, naming, view.lang)) : t.nowhere}
          </li>
        ))}
      </ul>
      {missing.length > 20 && <p>{t.more(missing.length - 20)}</p>}
    </Notice>
  );
}

/** Every situation, where it should come out, and where it does. */
export function SituationTable({
  view,
  flow,
  outcomes,
  ...naming
}: Pick<Editing, 'flow' | 'entries' | 'places'> & { view: View; outcomes: readonly Outcome[] }) {
  const t = words[view.lang];
  const facts = factsOf(flow, naming, view.lang);
  return (
    <DataTable
      view={view}
      caption={t.parts.situations}
      captionHidden
      stacked
      columns={[
        { key: 'name', label: t.situation, head: true },
        { key: 'given', label: t.given },
        { key: 'desk', label: t.expected },
        { key: 'outcome', label: t.outcome },
      ]}
      rows={outcomes.map(({ situation, desk }, at) => ({
        name: (
          <a href={view.href(staffDirectoryPaths.navigatorItem.to({ part: 'situations', at: String(at) }))}>
            {situation.name}
          </a>
        ),
        given: conditionLines(situation.answers, facts, view.lang).join('／'),
        desk: referenceText(situation.desk, naming, view.lang),
        outcome:
          desk === situation.desk ? (
            <StatusTag tone="good">{t.reaches}</StatusTag>
          ) : (
            <span>
              <StatusTag tone="bad">{t.broken}</StatusTag>{' '}
              {desk ? t.elsewhere(referenceText(desk, naming, view.lang)) : t.nowhere}
            </span>
          ),
      }))}
    />
  );
}
