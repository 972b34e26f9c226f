import { type Cell, isFew, type Table } from './cells.ts';
import { type Interval, intervalsOf } from './intervals.ts';
import { Simplex } from './simplex.ts';
import { type Hidden, piecesOf } from './system.ts';

/** A withheld number of which a reader can work out that it is one of fewer values than there have to be. */
export interface Leak extends Interval {
  readonly cell: Cell;
}

/**
 * What a reader can work out of the withheld numbers of a table, knowing every told one, every relation, that all are whole and that
 * zeros are told. Nothing is found only if for each of them two whole tables exist that agree with all that is told and between which
 * it has as many values as it needs: both are made and checked, so that finding nothing is a proof.
 */
export function findLeaks(
  table: Table,
  withheld: ReadonlySet<string>,
  fewest: number,
  { proven = true, except }: { proven?: boolean; except?: { has(id: string): boolean } } = {},
): readonly Leak[] {
  const isHidden = ({ id, fixed }: Cell) => withheld.has(id) || fixed === 'withheld' || fixed === 'unprinted';
  const isAsked = (cell: Cell) =>
    (cell.fixed !== 'unprinted' || isFew(cell, fewest)) && !except?.has(cell.id);
  // One order, whoever asks: which of many proofs is found first depends on it.
  const cells = table.cells.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return piecesOf({ ...table, cells }, isHidden).flatMap((piece) =>
    leaksIn(piece, { fewest, proven, isAsked }),
  );
}

/** The quick bounds first: where they are too narrow already, the exact ones say nothing else. */
function leaksIn(
  piece: Hidden,
  { fewest, proven, isAsked }: { fewest: number; proven: boolean; isAsked: (cell: Cell) => boolean },
): readonly Leak[] {
  const asked = piece.cells.flatMap((cell, at) =>
    isAsked(cell) ? [{ cell, at, width: cell.width ?? fewest }] : [],
  );
  const quick = intervalsOf(piece);
  const narrow = asked.flatMap(({ cell, at, width }) => tooNarrow(cell, quick[at] ?? unknown, width));
  if (narrow.length > 0 || asked.length === 0 || !proven || piece.rows.length === 0) return narrow;
  const simplex = new Simplex(piece);
  return asked.flatMap(({ cell, at, width }) =>
    tooNarrow(cell, provenRange(piece, simplex, { at, width }), width),
  );
}

const unknown: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

function tooNarrow(cell: Cell, { low, high }: Interval, width: number): readonly Leak[] {
  return high - low + 1 < width ? [{ cell, low, high }] : [];
}

/** The range between two whole tables that agree with everything told; narrower than the truth where none was found. */
function provenRange(
  piece: Hidden,
  simplex: Simplex,
  { at, width }: { at: number; width: number },
): Interval {
  const truth = piece.cells.map(({ value }) => value);
  const here = truth[at] ?? 0;
  const smallest = simplex.smallest(at).point.map(Math.round);
  const { point, ray } = simplex.greatest(at);
  const far = ray ? point.map((each, index) => each + width * (ray[index] ?? 0)) : point;
  const greatest = far.map(Math.round);
  return {
    low: agrees(piece, smallest) ? (smallest[at] ?? here) : here,
    high: agrees(piece, greatest) ? (greatest[at] ?? here) : here,
  };
}

/** In whole numbers, without the method by which the table was found. */
function agrees({ rows, least }: Hidden, table: readonly number[]): boolean {
  return (
    table.every((value, at) => Number.isSafeInteger(value) && value >= (least[at] ?? 0)) &&
    rows.every(({ terms, low, high }) => {
      const sum = terms.reduce((all, { at, times }) => all + times * (table[at] ?? 0), 0);
      return sum >= low && sum <= high;
    })
  );
}
