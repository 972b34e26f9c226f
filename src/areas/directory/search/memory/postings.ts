/** In which places of a shelf a number stands: what an inverted index is made of. Places are added in rising order. */
export class Postings {
  private readonly lists = new Map<number, number[]>();
  /** Of each place the last question and condition that it fitted. */
  private marks = new Float64Array(1024);
  private mark = 0;

  add(token: number, place: number): void {
    const list = this.lists.get(token);
    if (list) list.push(place);
    else this.lists.set(token, [place]);
    if (place >= this.marks.length) {
      const longer = new Float64Array(this.marks.length * 2);
      longer.set(this.marks);
      this.marks = longer;
    }
  }

  /** The places that have one token of each of the conditions. The rarest condition is looked at first: most questions end there. */
  meeting(conditions: readonly (readonly number[])[]): readonly number[] {
    const looked = conditions
      .map((tokens) => tokens.map((token) => this.lists.get(token) ?? none))
      .sort((a, b) => lengthOf(a) - lengthOf(b));
    const before = this.mark;
    this.mark += looked.length + 1;
    let met: number[] = [];
    for (const [at, lists] of looked.entries()) {
      const fitted = before + at;
      met = [];
      for (const list of lists)
        for (const place of list) {
          const mark = this.marks[place] as number;
          if (at === 0 ? mark > before : mark !== fitted) continue;
          this.marks[place] = fitted + 1;
          met.push(place);
        }
      if (met.length === 0) return met;
    }
    return met;
  }

  /** The same with each place moved; those that move nowhere are left out. Keeps the order. */
  moved(to: readonly (number | undefined)[]): Postings {
    const kept = new Postings();
    for (const [token, list] of this.lists)
      for (const place of list) {
        const next = to[place];
        if (next !== undefined) kept.add(token, next);
      }
    return kept;
  }
}

const none: readonly number[] = [];

function lengthOf(lists: readonly (readonly number[])[]): number {
  let length = 0;
  for (const list of lists) length += list.length;
  return length;
}
