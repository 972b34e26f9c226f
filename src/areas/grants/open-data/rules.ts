/** Fewer people than this are told as «few»: k of the disclosure control. */
export const fewest = 10;

export interface Cell {
  readonly code: string;
  readonly total: number;
  readonly distinct: number;
  readonly yen: number;
}

/** What is told of a cell: its numbers, or that they are few. */
export type Told = { readonly code: string } & (
  | { readonly few: true }
  | { readonly few: false; readonly total: number; readonly distinct: number; readonly yen: number }
);

/**
 * Parts of a whole that is told beside them. A part of few people is not told; and where it could be found by subtracting the other
 * parts from the whole, the smallest of the others is not told either.
 */
export function disclose(parts: readonly Cell[], whole: Cell): { whole: Told; parts: readonly Told[] } {
  if (whole.distinct < fewest) return { whole: few(whole), parts: parts.map(few) };
  const hidden = new Set(parts.filter(({ distinct }) => distinct < fewest).map(({ code }) => code));
  const others = parts
    .filter(({ code }) => !hidden.has(code))
    .toSorted((a, b) => a.distinct - b.distinct || a.code.localeCompare(b.code));
  const people = () =>
    parts.filter(({ code }) => hidden.has(code)).reduce((sum, { distinct }) => sum + distinct, 0);
  while (hidden.size > 0 && (hidden.size === 1 || people() < fewest)) {
    const next = others.shift();
    if (!next) break;
    hidden.add(next.code);
  }
  return { whole: told(whole), parts: parts.map((part) => (hidden.has(part.code) ? few(part) : told(part))) };
}

const few = ({ code }: Cell): Told => ({ code, few: true });
const told = ({ code, total, distinct, yen }: Cell): Told => ({ code, few: false, total, distinct, yen });
