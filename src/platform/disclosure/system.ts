import type { Cell, Relation, Table } from './cells.ts';

/** What a reader does not know, as a small system of its own: hidden cells that no told number separates. */
export interface Hidden {
  readonly cells: readonly Cell[];
  /** The least that a reader knows of each: a zero is always told, so what is withheld is at least 1. */
  readonly least: readonly number[];
  readonly rows: readonly Row[];
}

/** low ≤ Σ times × x[at] ≤ high over the hidden cells alone: the told numbers are taken off. */
export interface Row {
  readonly terms: readonly { readonly at: number; readonly times: number }[];
  readonly low: number;
  readonly high: number;
}

/** The hidden part of a table in pieces that have nothing to do with each other. A relation of told numbers alone is in none, and neither is one that a hidden number would say. */
export function piecesOf(table: Table, isHidden: (cell: Cell) => boolean): readonly Hidden[] {
  const known = new Map(table.cells.map((cell) => [cell.id, cell]));
  const hidden = table.cells.filter(isHidden);
  const names = new Set(hidden.map(({ id }) => id));
  const open = table.relations.filter(
    ({ terms, by }) => !(by && names.has(by)) && terms.some(({ cell }) => names.has(cell)),
  );
  const group = groupsOf(hidden, open);
  const byGroup = Map.groupBy(hidden, ({ id }) => group(id));
  const rowsBy = Map.groupBy(open, ({ terms }) =>
    group(terms.find(({ cell }) => names.has(cell))?.cell ?? ''),
  );
  return [...byGroup].map(([key, cells]) => ({
    cells,
    least: cells.map(({ fixed, value }) => (fixed === 'unprinted' || value === 0 ? 0 : 1)),
    rows: rowsIn(cells, rowsBy.get(key) ?? [], known),
  }));
}

function rowsIn(
  cells: readonly Cell[],
  relations: readonly Relation[],
  known: ReadonlyMap<string, Cell>,
): readonly Row[] {
  const at = new Map(cells.map(({ id }, index) => [id, index]));
  return relations.map(({ terms, low, high }) => {
    let told = 0;
    const open: { at: number; times: number }[] = [];
    for (const { cell, times } of terms) {
      const index = at.get(cell);
      if (index === undefined) told += times * valueOf(known, cell);
      else open.push({ at: index, times });
    }
    const truth = open.reduce((sum, term) => sum + term.times * (cells[term.at]?.value ?? 0), told);
    if (truth < low || truth > high)
      throw new Error(`a relation does not hold: ${terms.map(({ cell }) => cell).join(', ')}`);
    return { terms: open, low: low - told, high: high - told };
  });
}

function valueOf(known: ReadonlyMap<string, Cell>, id: string): number {
  const cell = known.get(id);
  if (!cell) throw new Error(`a relation names the cell ${id}, which the table does not have`);
  return cell.value;
}

/** Cells in a common relation belong together. */
function groupsOf(hidden: readonly Cell[], relations: readonly Relation[]): (id: string) => string {
  const parent = new Map(hidden.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { terms } of relations) {
    const [first, ...others] = terms.filter(({ cell }) => parent.has(cell));
    for (const other of others) if (first) parent.set(root(other.cell), root(first.cell));
  }
  return root;
}
