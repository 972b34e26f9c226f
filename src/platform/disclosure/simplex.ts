import type { Hidden, Row } from './system.ts';

/** Smaller is nothing: most tables have coefficients of ±1 and stay in whole numbers; what is found is proven again afterwards. */
const nothing = 1e-9;

/** Steps after which a search is given up where it stands: what was not found then counts as not proven. */
const patience = 5000;

/** A point at which a variable is as small or as large as it gets; `ray` where it grows without end, in steps of it. */
interface Extreme {
  readonly point: readonly number[];
  readonly ray?: readonly number[];
}

/**
 * The simplex method over a hidden system, with the rule of Bland (it always ends). A feasible corner is found once; from there every
 * variable is led to its least and its greatest.
 */
export class Simplex {
  readonly #rows: number[][] = [];
  readonly #basis: number[] = [];
  readonly #least: readonly number[];
  readonly #size: number;

  constructor({ least, rows }: Hidden) {
    this.#least = least;
    const equations = rows.flatMap((row) => equationsOf(row, least));
    const slacks = equations.filter(({ slack }) => slack !== 0).length;
    this.#size = least.length + slacks;
    this.#fill(equations);
    this.#begin();
  }

  greatest(at: number): Extreme {
    const row = this.#basis.indexOf(at);
    if (row < 0) {
      const leave = this.#leaving(at);
      if (leave < 0) return this.#along(at);
      this.#pivot(leave, at);
    }
    return this.#lead(this.#basis.indexOf(at), (coefficient) => coefficient < -nothing, at);
  }

  smallest(at: number): Extreme {
    const row = this.#basis.indexOf(at);
    return row < 0 ? { point: this.#point() } : this.#lead(row, (coefficient) => coefficient > nothing, at);
  }

  /** Moves from corner to corner while a free variable changes the wanted one in the right direction. */
  #lead(row: number, helps: (coefficient: number) => boolean, at: number): Extreme {
    for (let step = 0; step < patience && this.#basis[row] === at; step += 1) {
      const equation = this.#rows[row] ?? [];
      let enter = -1;
      for (let column = 0; column < this.#size && enter < 0; column += 1)
        if (column !== at && !this.#basis.includes(column) && helps(equation[column] ?? 0)) enter = column;
      if (enter < 0) break;
      const leave = this.#leaving(enter);
      if (leave < 0) return this.#along(enter);
      this.#pivot(leave, enter);
    }
    return { point: this.#point() };
  }

  /** The row whose basic variable is first at zero when `enter` grows; of equals the one of the smallest variable; −1: none is. */
  #leaving(enter: number): number {
    let best = -1;
    let bestRatio = Number.POSITIVE_INFINITY;
    for (const [row, equation] of this.#rows.entries()) {
      const coefficient = equation[enter] ?? 0;
      if (coefficient <= nothing) continue;
      const ratio = (equation.at(-1) ?? 0) / coefficient;
      const smaller = ratio < bestRatio - nothing;
      const equal = Math.abs(ratio - bestRatio) <= nothing;
      if (smaller || (equal && (this.#basis[row] ?? 0) < (this.#basis[best] ?? 0))) {
        best = row;
        bestRatio = ratio;
      }
    }
    return best;
  }

  #pivot(row: number, column: number): void {
    const pivotRow = this.#rows[row] ?? [];
    const divisor = pivotRow[column] ?? 1;
    for (let each = 0; each < pivotRow.length; each += 1) pivotRow[each] = (pivotRow[each] ?? 0) / divisor;
    for (const [at, other] of this.#rows.entries()) {
      const factor = other[column] ?? 0;
      if (at === row || factor === 0) continue;
      for (let each = 0; each < other.length; each += 1)
        other[each] = (other[each] ?? 0) - factor * (pivotRow[each] ?? 0);
    }
    this.#basis[row] = column;
  }

  /** Rows with right sides from zero; beside each an artificial variable that has to go. */
  #fill(equations: readonly Equation[]): void {
    let slackAt = this.#least.length;
    for (const [at, { terms, slack, right }] of equations.entries()) {
      const width = this.#size + equations.length;
      const row = Array.from({ length: width + 1 }, () => 0);
      for (const term of terms) row[term.at] = (row[term.at] ?? 0) + term.times;
      if (slack !== 0) row[slackAt++] = slack;
      row[width] = right;
      if (right < 0) for (let each = 0; each < row.length; each += 1) row[each] = -(row[each] ?? 0);
      row[this.#size + at] = 1;
      this.#rows.push(row);
      this.#basis.push(this.#size + at);
    }
  }

  /** Leads the artificial variables to zero and takes them out, with the equations that say nothing new. */
  #begin(): void {
    for (let step = 0; step < patience; step += 1) {
      const enter = this.#helpful();
      if (enter < 0) break;
      const leave = this.#leaving(enter);
      if (leave < 0) break;
      this.#pivot(leave, enter);
    }
    for (let row = this.#rows.length - 1; row >= 0; row -= 1) {
      if ((this.#basis[row] ?? 0) < this.#size) continue;
      const equation = this.#rows[row] ?? [];
      const column = equation.findIndex(
        (each, at) => at < this.#size && Math.abs(each) > nothing && !this.#basis.includes(at),
      );
      if (column >= 0) this.#pivot(row, column);
      else {
        this.#rows.splice(row, 1);
        this.#basis.splice(row, 1);
      }
    }
    for (const row of this.#rows) row.splice(this.#size, row.length - this.#size - 1);
  }

  /** The first variable by which the artificial ones get smaller. */
  #helpful(): number {
    const artificial = this.#rows.filter((_, row) => (this.#basis[row] ?? 0) >= this.#size);
    for (let column = 0; column < this.#size; column += 1)
      if (
        !this.#basis.includes(column) &&
        artificial.reduce((sum, row) => sum + (row[column] ?? 0), 0) > nothing
      )
        return column;
    return -1;
  }

  #point(): number[] {
    const point = [...this.#least];
    for (const [row, variable] of this.#basis.entries())
      if (variable < point.length) point[variable] = (point[variable] ?? 0) + (this.#rows[row]?.at(-1) ?? 0);
    return point;
  }

  #along(enter: number): Extreme {
    const ray: number[] = this.#least.map((_, at) => (at === enter ? 1 : 0));
    for (const [row, variable] of this.#basis.entries())
      if (variable < ray.length) ray[variable] = -(this.#rows[row]?.[enter] ?? 0);
    return { point: this.#point(), ray };
  }
}

interface Equation {
  readonly terms: Row['terms'];
  /** −1: at least; 1: at most; 0: exactly. */
  readonly slack: number;
  readonly right: number;
}

/** In variables from zero: what is over the least; with no coefficient above 1, as those of a rate are large. */
function equationsOf(row: Row, least: readonly number[]): readonly Equation[] {
  const greatest = Math.max(...row.terms.map(({ times }) => Math.abs(times)));
  const terms = row.terms.map(({ at, times }) => ({ at, times: times / greatest }));
  const [low, high] = [row.low / greatest, row.high / greatest];
  const taken = terms.reduce((sum, { at, times }) => sum + times * (least[at] ?? 0), 0);
  if (low === high) return [{ terms, slack: 0, right: low - taken }];
  return [
    ...(Number.isFinite(low) ? [{ terms, slack: -1, right: low - taken }] : []),
    ...(Number.isFinite(high) ? [{ terms, slack: 1, right: high - taken }] : []),
  ];
}
