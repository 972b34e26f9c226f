import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import type { Tone } from '#ui/content.tsx';
import { TypedText } from '#ui/layout.tsx';
import { Thread } from '#ui/thread.tsx';
import type { ProblemNote } from '../store.ts';
import { words } from '../words.ts';

type Kind = keyof (typeof words)['ja']['notes'];
const tones: Partial<Record<string, Tone>> = { program: 'good', 'set-aside': 'warn', considered: 'info' };

/** What was said and decided, from the problem to the program. */
export function ProblemThread({
  view,
  notes,
  label,
  nameOf,
}: {
  view: View;
  notes: readonly ProblemNote[];
  label: string;
  nameOf: (organisationId: string) => string;
}) {
  const t = words[view.lang];
  return (
    <Thread
      label={label}
      entries={notes.map((note) => {
        const bureau = note.organisationId ? nameOf(note.organisationId) : '';
        const by = [bureau, note.personName].filter(Boolean).join(' ') || t.system;
        const tone = tones[note.kind];
        return {
          by,
          at: note.at.toISOString(),
          when: tokyoMinute(note.at),
          title: t.notes[note.kind as Kind],
          body: note.words && <TypedText text={note.words} />,
          ...(tone ? { tone } : {}),
        };
      })}
    />
  );
}
