import { partsBeside, toldCount } from '#platform/disclosure/parts.ts';

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

/** Parts of a whole that is told beside them, with disclosure control by their different people; payments and yen go with these. */
export function disclose(parts: readonly Cell[], whole: Cell): { whole: Told; parts: readonly Told[] } {
  if (toldCount(whole.distinct) === null) return { whole: few(whole), parts: parts.map(few) };
  const beside = partsBeside(parts.map(({ code, distinct }) => ({ code, people: distinct })));
  return {
    whole: beside.whole ? told(whole) : few(whole),
    parts: parts.map((part) => (beside.few.has(part.code) ? few(part) : told(part))),
  };
}

const few = ({ code }: Cell): Told => ({ code, few: true });
const told = ({ code, total, distinct, yen }: Cell): Told => ({ code, few: false, total, distinct, yen });
