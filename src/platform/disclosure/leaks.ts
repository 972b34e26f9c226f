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
  const isAsked = (cell: Cell) => isProtected(cell, fewest) && !except?.has(cell.id);
  // One order, whoever asks: which of many proofs is found first depends on it.
  const cells = table.cells.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return piecesOf({ ...table, cells }, isHidden).flatMap((piece) =>
    leaksIn(piece, { fewest, proven, isAsked }),
  );
}

/** What nobody prints, or an earlier edition kept beside something, counts only where it is few itself: by what holds now. */
function isProtected(cell: Cell, fewest: number): boolean {
  const byItself = cell.fixed === 'unprinted' || (cell.fixed === 'withheld' && cell.people);
  return !byItself || isFew(cell, fewest);
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
  // What whole numbers cannot be less than is known to the method from the start: it finds corners in whole numbers the sooner.
  const simplex = new Simplex({ ...piece, least: quick.map(({ low }) => low) });
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
  const smallest = simplex.smallest(at).point;
  const { point, ray } = simplex.greatest(at);
  const far = ray ? point.map((each, index) => each + width * (ray[index] ?? 0)) : point;
  return { low: wholeAt(piece, smallest, at) ?? here, high: wholeAt(piece, far, at) ?? here };
}

/** The value in the whole table next to a corner; undefined where none of the three nearest agrees. */
function wholeAt(piece: Hidden, corner: readonly number[], at: number): number | undefined {
  const near = corner.map((each) => (Math.abs(each - Math.round(each)) < 1e-6 ? Math.round(each) : each));
  return [Math.round, Math.ceil, Math.floor]
    .map((whole) => near.map((each) => whole(each)))
    .find((table) => agrees(piece, table))?.[at];
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
