import type { Hidden, Row } from './system.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Rounds after which the bounds are as good as they need to be: they only ever get narrower, and each is true. */
const rounds = 200;

/** Bounds of every hidden cell from one relation after the other, to a fixed point: quick, true, and perhaps wider than the truth. */
export function intervalsOf({ least, rows }: Hidden): readonly Interval[] {
  const low = [...least];
  const high = least.map(() => Number.POSITIVE_INFINITY);
  let moved = true;
  for (let round = 0; moved && round < rounds; round += 1)
    moved = rows.reduce((any, row) => narrow(row, low, high) || any, false);
  return low.map((each, at) => ({ low: each, high: high[at] ?? Number.POSITIVE_INFINITY }));
}

function narrow({ terms, low: rowLow, high: rowHigh }: Row, low: number[], high: number[]): boolean {
  let moved = false;
  const least = ({ at, times }: Row['terms'][number]) =>
    times * (times > 0 ? (low[at] ?? 0) : (high[at] ?? 0));
  const most = ({ at, times }: Row['terms'][number]) =>
    times * (times > 0 ? (high[at] ?? 0) : (low[at] ?? 0));
  for (const term of terms) {
    const others = terms.filter((each) => each !== term);
    const bounds = [
      (rowLow - others.reduce((sum, each) => sum + most(each), 0)) / term.times,
      (rowHigh - others.reduce((sum, each) => sum + least(each), 0)) / term.times,
    ];
    const [from, to] = term.times > 0 ? bounds : bounds.toReversed();
    const newLow = Math.ceil(from ?? Number.NEGATIVE_INFINITY);
    const newHigh = Math.floor(to ?? Number.POSITIVE_INFINITY);
    if (newLow > (low[term.at] ?? 0)) {
      low[term.at] = newLow;
      moved = true;
    }
    if (newHigh < (high[term.at] ?? 0)) {
      high[term.at] = newHigh;
      moved = true;
    }
  }
  return moved;
}
