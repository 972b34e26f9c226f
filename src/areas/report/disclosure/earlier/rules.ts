import { type Cell, type Relation, sameAs, type Table } from '#platform/disclosure/cells.ts';
import { findLeaks } from '#platform/disclosure/leaks.ts';

/** A table as an earlier edition of the year printed it, with its true numbers, and which of them it withheld. */
export interface PrintedTable {
  readonly number: number;
  readonly table: Table;
  readonly withheld: ReadonlyMap<string, number>;
  /** What errata say instead. */
  readonly corrected: ReadonlyMap<string, number>;
}

/** A table with everything that was told and withheld of it before: what was told is known, what is unchanged is one number. */
export function besideEarlier(
  own: Table,
  printed: readonly PrintedTable[],
): { table: Table; earlier: Table } {
  const earlier: { cells: Cell[]; relations: Relation[] } = { cells: [], relations: [] };
  const links: Relation[] = [];
  const told = new Map<string, Set<number>>();
  for (const { number, table, withheld, corrected } of printed) {
    const mark = (id: string) => `${number}: ${id}`;
    for (const cell of table.cells) {
      // Nobody printed it, or a report of the year before kept it already.
      if (cell.fixed === 'unprinted' || cell.fixed === 'withheld') {
        earlier.cells.push({ ...cell, id: mark(cell.id) });
        continue;
      }
      const now = own.cells.find(({ id }) => id === cell.id);
      // What two people decided to tell now was kept in vain.
      const isWithheld = withheld.has(cell.id) && !(now?.fixed === 'told' && now.value === cell.value);
      earlier.cells.push({ ...cell, id: mark(cell.id), fixed: isWithheld ? 'withheld' : 'told' });
      const values = told.get(cell.id) ?? new Set();
      if (!isWithheld) values.add(cell.value);
      const instead = corrected.get(cell.id);
      if (instead !== undefined) values.add(instead);
      told.set(cell.id, values);
      if (isWithheld && now?.value === cell.value) links.push(sameAs(now.id, mark(cell.id)));
    }
    earlier.relations.push(
      ...table.relations.map((each) => ({
        ...each,
        ...(each.by ? { by: mark(each.by) } : {}),
        terms: each.terms.map((term) => ({ ...term, cell: mark(term.cell) })),
      })),
    );
  }
  const cells = own.cells.map((cell) =>
    told.get(cell.id)?.has(cell.value) ? { ...cell, fixed: 'told' as const } : cell,
  );
  return {
    earlier,
    table: {
      cells: [...earlier.cells, ...cells],
      relations: [...earlier.relations, ...own.relations, ...links],
    },
  };
}

/** What a reader could work out with a new table, by the names of its cells; not what earlier ones gave away, as long as it is the same number. */
export function newLeaks(
  { table, earlier, withheld }: { table: Table; earlier: Table; withheld: ReadonlySet<string> },
  fewest: number,
): ReadonlySet<string> {
  const plain = ({ id }: Cell) => id.replace(/^\d+: /, '');
  const said = (cell: Cell) => `${plain(cell)} = ${cell.value}`;
  const known = new Set(findLeaks(earlier, new Set(), fewest).map(({ cell }) => said(cell)));
  const leaks = findLeaks(table, withheld, fewest).filter(({ cell }) => !known.has(said(cell)));
  return new Set(leaks.map(({ cell }) => plain(cell)));
}
