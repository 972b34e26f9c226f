import { ok, type Result, refuse } from '#platform/result.ts';

export type HandOffRefusal = 'consent-missing' | 'words-missing' | 'receiver-unknown' | 'words-too-long';

/** Letters that go along: first words, not the whole conversation. */
export const mostLetters = 4000;

/** Something goes from a desk into a case only with the person's yes, to somebody who carries cases, and with some words. */
export function decideHandOff({
  agreed,
  words,
  to,
  receivers,
}: {
  agreed: boolean;
  words: string;
  to: string;
  receivers: readonly string[];
}): Result<'hand-off', HandOffRefusal> {
  if (!receivers.includes(to)) return refuse('receiver-unknown');
  if (!agreed) return refuse('consent-missing');
  if (!words.trim()) return refuse('words-missing');
  return words.length > mostLetters ? refuse('words-too-long', { most: mostLetters }) : ok('hand-off');
}

interface Choosable {
  readonly texts: readonly { readonly kind: string; readonly text: string }[];
  readonly said: readonly { readonly seq: number; readonly text: string }[];
}

/** What the counsellor chose, in the order in which it was written, with what they add. Only what is there can be chosen. */
export function chosenWords(
  { texts, said }: Choosable,
  chosen: { readonly texts: readonly string[]; readonly said: readonly string[]; readonly added: string },
): string {
  return [
    ...texts.filter(({ kind }) => chosen.texts.includes(kind)).map(({ text }) => text),
    ...said.filter(({ seq }) => chosen.said.includes(String(seq))).map(({ text }) => `「${text}」`),
    chosen.added,
  ]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n');
}
