export const entryKinds = ['step', 'record', 'referral', 'meeting', 'task'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Something that happened on a case: a moment or a day, whichever is known. */
export interface Happening {
  readonly kind: EntryKind;
  /** YYYY-MM-DD HH:MM, or YYYY-MM-DD, in Tokyo. */
  readonly at: string;
}

/** Newest first; of one day, what has no time comes last. */
export function inOrder<Entry extends Happening>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => b.at.localeCompare(a.at));
}

/** Months with their entries, newest first: `YYYY-MM`. */
export function byMonth<Entry extends Happening>(
  entries: readonly Entry[],
): readonly { month: string; entries: readonly Entry[] }[] {
  const months = new Map<string, Entry[]>();
  for (const entry of inOrder(entries)) {
    const month = entry.at.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, held]) => ({ month, entries: held }));
}

/** The beginning of a text, on one line. */
export function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : line;
}

/** Days from one to another, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
