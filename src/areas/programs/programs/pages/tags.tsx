import type { View } from '#platform/web/view.ts';
import { StatusTag, Tag, type Tone } from '#ui/content.tsx';
import type { Continuity, EntryStatus } from '../rules.ts';
import { words } from '../words.ts';

/** 新規, 拡充 …; `onlyNews` leaves out what merely goes on. */
export function ContinuityTag({
  view,
  continuity,
  onlyNews = false,
}: {
  view: View;
  continuity: string;
  onlyNews?: boolean;
}) {
  if (onlyNews && continuity === 'continued') return null;
  const tone = continuity === 'new' ? 'info' : continuity === 'ended' ? 'warn' : 'neutral';
  return <Tag tone={tone}>{words[view.lang].continuity[continuity as Continuity]}</Tag>;
}

const tones: Record<EntryStatus, Tone> = {
  owed: 'neutral',
  draft: 'info',
  submitted: 'info',
  returned: 'warn',
  accepted: 'good',
};

export function EntryTag({ view, status }: { view: View; status: EntryStatus }) {
  return <StatusTag tone={tones[status]}>{words[view.lang].entryStatus[status]}</StatusTag>;
}
