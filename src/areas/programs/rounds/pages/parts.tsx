import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, type Tone } from '#ui/content.tsx';
import { Row } from '#ui/layout.tsx';
import { ShareBar } from '#ui/share-bar.tsx';
import type { EntryStatus } from '../../entries/rules.ts';
import { type Counts, daysLeft } from '../rules.ts';
import { words } from '../words.ts';

const tones: Readonly<Record<EntryStatus, Tone>> = {
  owed: 'neutral',
  draft: 'info',
  submitted: 'info',
  returned: 'warn',
  accepted: 'good',
};

export function EntryState({ view, status }: { view: View; status: EntryStatus }) {
  return <StatusTag tone={tones[status]}>{words[view.lang].counts[status]}</StatusTag>;
}

/** The deadline and how far it is: late in words, not in colour alone. */
export function Deadline({ view, round, today }: { view: View; round: RoundShown; today: string }) {
  const t = words[view.lang];
  const left = daysLeft(round.deadlineOn, today);
  const tone = left < 0 ? 'bad' : left <= 7 ? 'warn' : 'info';
  return (
    <Row>
      <span>
        {t.deadline} <b>{dayName(view.lang, round.deadlineOn)}</b>
      </span>
      {round.status === 'open' ? (
        <StatusTag tone={tone}>{t.daysLeft(left)}</StatusTag>
      ) : (
        <StatusTag tone="neutral">{t.status.closed}</StatusTag>
      )}
    </Row>
  );
}

export interface RoundShown {
  readonly id: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly message: string;
  readonly deadlineOn: string;
  readonly status: string;
}

export function CountsBar({ view, counts }: { view: View; counts: Counts }) {
  const t = words[view.lang];
  const all = counts.owed + counts.draft + counts.submitted + counts.returned + counts.accepted;
  return (
    <ShareBar
      label={t.barOf(counts.accepted, all)}
      shares={[
        { label: t.counts.accepted, value: counts.accepted, fill: 'f3' },
        { label: t.counts.submitted, value: counts.submitted, fill: 'f0' },
        { label: t.counts.draft, value: counts.draft, fill: 'f1' },
        { label: t.counts.returned, value: counts.returned, fill: 'f2' },
        { label: t.counts.owed, value: counts.owed, fill: 'rest' },
      ]}
    />
  );
}
