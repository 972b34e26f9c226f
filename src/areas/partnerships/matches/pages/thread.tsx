import { tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, StatusTag, type Tone } from '#ui/content.tsx';
import { TypedText } from '#ui/layout.tsx';
import { Thread } from '#ui/thread.tsx';
import type { Side, Status } from '../rules.ts';
import type { MatchNote } from '../store.ts';
import type { FirstRequest } from '../tables.ts';
import type { Names } from '../talk.ts';
import { words } from '../words.ts';

const tones: Record<Status, Tone> = {
  proposed: 'warn',
  talking: 'info',
  agreed: 'info',
  delivered: 'good',
  thanked: 'good',
  counted: 'good',
  declined: 'neutral',
  withdrawn: 'neutral',
  lapsed: 'neutral',
  closed: 'neutral',
};

export function MatchTag({ view, status }: { view: View; status: string }) {
  return <StatusTag tone={tones[status as Status]}>{words[view.lang].status[status as Status]}</StatusTag>;
}

const noteTones: Partial<Record<string, Tone>> = {
  accept: 'info',
  confirm: 'good',
  finish: 'good',
  thank: 'good',
  close: 'warn',
  lapse: 'warn',
};

/** What was said and done; people of an organisation speak as the organisation. */
export function MatchThread({
  view,
  notes,
  names,
  reason,
}: {
  view: View;
  notes: readonly MatchNote[];
  names: Readonly<Record<Side, Names>>;
  reason: string;
}) {
  const t = words[view.lang];
  const byOf = (side: string) =>
    side === 'giver' || side === 'receiver'
      ? contentIn(view.lang, names[side])
      : t.sides[side as 'concierge' | 'product'];
  return (
    <Thread
      label={t.thread}
      entries={notes.map((note) => {
        const tone = noteTones[note.kind];
        const said = t.notes[note.kind as keyof typeof t.notes];
        const why = note.kind === 'decline' || note.kind === 'close' ? reasonName(view, reason) : '';
        return {
          by: byOf(note.side),
          at: note.at.toISOString(),
          when: tokyoMinute(note.at),
          body: (
            <>
              {note.request && <Request view={view} request={note.request} />}
              {why && <p>{why}</p>}
              {note.words && <TypedText text={note.words} />}
            </>
          ),
          ...(said ? { title: said } : {}),
          ...(tone ? { tone } : {}),
        };
      })}
    />
  );
}

export function reasonName(view: View, reason: string): string {
  const { reasons } = words[view.lang];
  return reasons[reason as keyof typeof reasons] ?? '';
}

function Request({ view, request }: { view: View; request: FirstRequest }) {
  const { questions } = words[view.lang];
  const answered = (Object.keys(questions) as (keyof FirstRequest)[]).filter((question) => request[question]);
  return (
    <DefinitionList
      items={answered.map((question) => ({
        term: questions[question],
        value: <TypedText text={request[question]} />,
      }))}
    />
  );
}
