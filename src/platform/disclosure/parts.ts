import { defaultFewest, sumOf } from './cells.ts';
import { withhold } from './withhold.ts';

/** A count that is given on, of itself: null for 1 … fewest − 1. */
export function toldCount(count: number, fewest = defaultFewest): number | null {
  return count === 0 || count >= fewest ? count : null;
}

/**
 * Which parts of a whole are told beside it, by the people in each; whoever stands in several parts is protected as if they stood in
 * one. `few` holds the others, and the whole is told with `whole`.
 */
export function partsBeside(
  parts: readonly { readonly code: string; readonly people: number }[],
  fewest = defaultFewest,
): { readonly whole: boolean; readonly few: ReadonlySet<string> } {
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  // «part» comes before «whole»: of equal numbers a part goes first.
  const cells = parts.map((part) => ({ id: `part ${part.code}`, value: part.people, people: true }));
  const table = {
    cells: [...cells, { id: 'whole', value: people, people: true }],
    relations: [
      sumOf(
        'whole',
        cells.map(({ id }) => id),
      ),
    ],
  };
  const withheld = withhold(table, fewest).cells;
  return {
    whole: !withheld.has('whole'),
    few: new Set(parts.filter(({ code }) => withheld.has(`part ${code}`)).map(({ code }) => code)),
  };
}
