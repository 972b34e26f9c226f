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
 * worked out) until nothing can be. The same table gives the same answer. What was told before stays told; a zero is always told, unless it is a
 * rate that says of others that they are next to nothing.
 */
export function withhold(given: Table, fewest: number): Withheld {
  const table = { ...given, cells: given.cells.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  const open = (cell: Cell) => cell.fixed === undefined;
  const cells = new Map<string, Why>(
    table.cells.filter((cell) => open(cell) && isFew(cell, fewest)).map(({ id }) => [id, 'few']),
  );
  const says = new Set(table.relations.map(({ by }) => by));
  const free = new Map(
    table.cells
      .filter((cell) => open(cell) && (cell.value > 0 || says.has(cell.id)))
      .map((cell) => [cell.id, cell]),
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

/**
 * What says something of the cell, or of what is withheld with it (a rate, an amount), goes before what is counted; then the smallest
 * told number in a relation of the cell, else in a relation of what is withheld with it, and so on outwards.
 */
function smallestBeside(
  { relations, cells: all }: Table,
  cell: Cell,
  { free, cells }: { free: ReadonlyMap<string, Cell>; cells: ReadonlyMap<string, Why> },
): Cell | undefined {
  const hidden = new Set([
    ...cells.keys(),
    ...all.filter(({ fixed }) => fixed === 'withheld' || fixed === 'unprinted').map(({ id }) => id),
  ]);
  const rings = ringsAround(cell.id, relations, hidden);
  const saying = rings.map((ring) => ring.flatMap(({ by }) => by ?? []));
  const counted = rings.map((ring) => ring.flatMap(({ terms }) => terms.map((term) => term.cell)));
  for (const ids of [...saying, ...counted]) {
    const [smallest] = ids
      .flatMap((id) => (hidden.has(id) ? [] : (free.get(id) ?? [])))
      .toSorted((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));
    if (smallest) return smallest;
  }
  return undefined;
}

/** The relations of a cell, then those of what is withheld in them, and so on. */
function ringsAround(
  id: string,
  relations: readonly Relation[],
  hidden: ReadonlySet<string>,
): readonly (readonly Relation[])[] {
  const rings: (readonly Relation[])[] = [];
  const reached = new Set([id]);
  let left = relations.filter(({ by }) => !(by && hidden.has(by)));
  for (;;) {
    const ring = left.filter(({ terms }) => terms.some((term) => reached.has(term.cell)));
    if (ring.length === 0) return rings;
    rings.push(ring);
    const seen = new Set(ring);
    left = left.filter((relation) => !seen.has(relation));
    for (const { terms } of ring) for (const term of terms) if (hidden.has(term.cell)) reached.add(term.cell);
  }
}
