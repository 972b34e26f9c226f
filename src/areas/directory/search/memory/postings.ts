/** Places are numbers below this: the largest directory that is kept in memory has half as many. */
const mostPlaces = 2 ** 16;

/**
 * In which places of a shelf a number (a token, 32 bits) stands: what an inverted index is made of. Places are added in rising order.
 * All lists lie in one store, so that they take two bytes a place; each has room up to the next power of two, and moves to the end of
 * the store when that is used up.
 */
export class Postings {
  /** By slot: a token is looked for from the slot on that its own bits say. */
  private tokens = new Int32Array(1024);
  private starts = new Uint32Array(1024);
  /** 0: nobody has this slot. */
  private lengths = new Uint32Array(1024);
  private used = 0;
  private store = new Uint16Array(1024);
  private end = 0;
  /** Of each place the last condition that it fitted. */
  private readonly fitted = new Uint32Array(mostPlaces);
  private condition = 0;

  add(token: number, place: number): void {
    const slot = this.slotOf(token);
    const length = this.lengths[slot] as number;
    if (length === 0) this.begin(slot, token);
    else if (isPowerOfTwo(length)) this.moveToEnd(slot, length);
    this.store[(this.starts[slot] as number) + length] = place;
    this.lengths[slot] = length + 1;
    if (length === 0 && ++this.used * 2 > this.tokens.length) this.spread();
  }

  has(token: number, place: number): boolean {
    return this.holds(this.slotOf(token), place);
  }

  /** The places that have one token of each of the conditions, the rarest condition first: most questions end there. */
  meeting(conditions: readonly (readonly number[])[]): readonly number[] {
    const looked: Lists[] = [];
    for (const tokens of conditions) {
      const lists = this.listsOf(tokens);
      if (lists.total === 0) return [];
      looked.push(lists);
    }
    looked.sort((a, b) => a.total - b.total);
    const [first, ...others] = looked;
    let met = first ? this.inOne(first) : [];
    for (const lists of others) {
      if (met.length === 0) return met;
      met = this.alsoIn(lists, met);
    }
    return met;
  }

  /** The same with each place moved; those that move nowhere are left out. Keeps the order. */
  moved(to: readonly (number | undefined)[]): Postings {
    const kept = new Postings();
    for (let slot = 0; slot < this.tokens.length; slot += 1) {
      const [start, length] = [this.starts[slot] as number, this.lengths[slot] as number];
      for (let at = start; at < start + length; at += 1) {
        const next = to[this.store[at] as number];
        if (next !== undefined) kept.add(this.tokens[slot] as number, next);
      }
    }
    return kept;
  }

  private listsOf(tokens: readonly number[]): Lists {
    const slots: number[] = [];
    let [total, steps] = [0, 0];
    for (const token of tokens) {
      const slot = this.slotOf(token);
      const length = this.lengths[slot] as number;
      if (length === 0) continue;
      slots.push(slot);
      total += length;
      steps += stepsIn(length);
    }
    return { slots, total, steps };
  }

  /** Places that are in one of the lists, each once. */
  private inOne({ slots }: Lists): readonly number[] {
    const met: number[] = [];
    const before = this.condition++;
    for (const slot of slots) {
      const start = this.starts[slot] as number;
      const end = start + (this.lengths[slot] as number);
      for (let at = start; at < end; at += 1) {
        const place = this.store[at] as number;
        if ((this.fitted[place] as number) > before) continue;
        this.fitted[place] = this.condition;
        met.push(place);
      }
    }
    return met;
  }

  /** Those of the places that are in one of the lists too: looked up one by one, or all that is in the lists read, whichever is less. */
  private alsoIn(lists: Lists, places: readonly number[]): readonly number[] {
    const { slots, total, steps } = lists;
    if (places.length * steps < total)
      return places.filter((place) => slots.some((slot) => this.holds(slot, place)));
    this.inOne(lists);
    return places.filter((place) => this.fitted[place] === this.condition);
  }

  private holds(slot: number, place: number): boolean {
    let from = this.starts[slot] as number;
    const end = from + (this.lengths[slot] as number);
    let to = end;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.store[middle] as number) < place) from = middle + 1;
      else to = middle;
    }
    return from < end && this.store[from] === place;
  }

  /** Where a token is, or would begin. */
  private slotOf(token: number): number {
    const last = this.tokens.length - 1;
    let slot = token & last;
    while (this.lengths[slot] !== 0 && this.tokens[slot] !== token) slot = (slot + 1) & last;
    return slot;
  }

  private begin(slot: number, token: number): void {
    this.tokens[slot] = token;
    this.starts[slot] = this.take(1);
  }

  private moveToEnd(slot: number, length: number): void {
    const start = this.starts[slot] as number;
    const next = this.take(length * 2);
    this.store.copyWithin(next, start, start + length);
    this.starts[slot] = next;
  }

  /** Room at the end of the store. */
  private take(room: number): number {
    const start = this.end;
    this.end += room;
    if (this.end > this.store.length) {
      const longer = new Uint16Array(Math.max(this.end, this.store.length * 2));
      longer.set(this.store);
      this.store = longer;
    }
    return start;
  }

  /** Twice as many slots. */
  private spread(): void {
    const { tokens, starts, lengths } = this;
    this.tokens = new Int32Array(tokens.length * 2);
    this.starts = new Uint32Array(tokens.length * 2);
    this.lengths = new Uint32Array(tokens.length * 2);
    for (let old = 0; old < tokens.length; old += 1) {
      if (lengths[old] === 0) continue;
      const slot = this.slotOf(tokens[old] as number);
      this.tokens[slot] = tokens[old] as number;
      this.starts[slot] = starts[old] as number;
      this.lengths[slot] = lengths[old] as number;
    }
  }
}

/** The lists of a condition. */
interface Lists {
  readonly slots: readonly number[];
  readonly total: number;
  /** What it takes to look for one place in all of them. */
  readonly steps: number;
}

function isPowerOfTwo(value: number): boolean {
  return (value & (value - 1)) === 0;
}

function stepsIn(length: number): number {
  return 32 - Math.clz32(length);
}
