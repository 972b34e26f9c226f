import { type Cell, isFew, type Relation, type Table, type Why } from './cells.ts';
import { findLeaks, type Leak } from './leaks.ts';

export interface Withheld {
  /** By id: what this publication does not tell, and why. */
  readonly cells: ReadonlyMap<string, Why>;
  /** What can be worked out nevertheless: only where everything that gives it away was told before. */
  readonly leaks: readonly Leak[];
}

/**
 * What is not told of a table: first what counts few, then one further number after the other (the smallest beside what could be
 * worked out) until nothing can be. The same table gives the same answer. What was told before stays told; a zero is always told.
 */
export function withhold(given: Table, fewest: number): Withheld {
  const table = { ...given, cells: given.cells.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  const open = (cell: Cell) => cell.fixed === undefined;
  const cells = new Map<string, Why>(
    table.cells.filter((cell) => open(cell) && isFew(cell, fewest)).map(({ id }) => [id, 'few']),
  );
  const free = new Map(
    table.cells.filter((cell) => open(cell) && cell.value > 0).map((cell) => [cell.id, cell]),
  );
  const lost = new Map<string, Leak>();
  for (;;) {
    const [leak] = nextLeaks(table, { withheld: new Set(cells.keys()), except: lost }, fewest);
    if (!leak) return { cells, leaks: [...lost.values()] };
    const next = smallestBeside(table, leak.cell, { free, cells });
    if (next) cells.set(next.id, 'beside');
    else lost.set(leak.cell.id, leak);
  }
}

/** The quick check as long as it finds anything. */
function nextLeaks(
  table: Table,
  { withheld, except }: { withheld: ReadonlySet<string>; except: { has(id: string): boolean } },
  fewest: number,
): readonly Leak[] {
  const quick = findLeaks(table, withheld, fewest, { proven: false, except });
  return quick.length > 0 ? quick : findLeaks(table, withheld, fewest, { except });
}

/** The smallest told number in a relation of the cell, else in a relation of what is withheld with it, and so on outwards. */
function smallestBeside(
  { relations, cells: all }: Table,
  cell: Cell,
  { free, cells }: { free: ReadonlyMap<string, Cell>; cells: ReadonlyMap<string, Why> },
): Cell | undefined {
  const hidden = new Set([
    ...cells.keys(),
    ...all.filter(({ fixed }) => fixed === 'withheld' || fixed === 'unprinted').map(({ id }) => id),
  ]);
  const reached = new Set([cell.id]);
  const seen = new Set<Relation>();
  for (let grown = true; grown; ) {
    const near = relations.filter(
      (relation) => !seen.has(relation) && relation.terms.some((term) => reached.has(term.cell)),
    );
    grown = near.length > 0;
    const names = near.flatMap(({ terms }) => terms.map((term) => term.cell));
    const candidates = names.flatMap((id) => (hidden.has(id) ? [] : (free.get(id) ?? [])));
    const [smallest] = candidates.toSorted((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));
    if (smallest) return smallest;
    for (const relation of near) seen.add(relation);
    for (const id of names) if (hidden.has(id)) reached.add(id);
  }
  return undefined;
}
