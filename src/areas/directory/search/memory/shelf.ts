import type { Spans } from './spans.ts';
import { Postings } from './postings.ts';

/** Kind, worries and languages of an entry: one object for all that have the same. */
export interface EntrySort {
  readonly kind: string;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
}

/** A row of `search_entries`, as the search in memory holds it: always public, never sealed. */
export interface ShelfEntry {
  readonly id: string;
  readonly changed: string;
  readonly sort: EntrySort;
  readonly areas: readonly string[];
  readonly located: readonly string[];
  readonly concepts: readonly string[];
  /** Begins with the name. */
  readonly body: string;
  readonly nameLength: number;
  /** `YYYY-MM-DD` */
  readonly reviewOn: string | null;
  readonly capacity: string | null;
  readonly openDuring: Spans | null;
  readonly tie: number;
}

/** Places of entries that were changed or taken away stay empty until there are so many. */
const mostEmpty = 2000;

/** Entries beside the numbers that they are found by. An entry that changes gets a new place. */
export class Shelf {
  private entries: (ShelfEntry | undefined)[] = [];
  private postings = new Postings();
  private readonly places = new Map<string, number>();

  get size(): number {
    return this.places.size;
  }

  holds(id: string): boolean {
    return this.places.has(id);
  }

  put(entry: ShelfEntry, tokens: readonly number[]): void {
    this.remove(entry.id);
    const place = this.entries.push(entry) - 1;
    this.places.set(entry.id, place);
    for (const token of tokens) this.postings.add(token, place);
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.entries[place] = undefined;
    if (this.entries.length - this.places.size > mostEmpty + this.places.size / 2) this.closeUp();
  }

  /** Looks at each entry that has one token of each of the conditions. */
  eachMeeting(
    conditions: readonly (readonly number[])[],
    look: (entry: ShelfEntry, place: number) => void,
  ): void {
    for (const place of this.postings.meeting(conditions)) {
      const entry = this.entries[place];
      if (entry) look(entry, place);
    }
  }

  /** Whether the entry in this place has all of the tokens. */
  hasAll(tokens: readonly number[], place: number): boolean {
    for (const token of tokens) if (!this.postings.has(token, place)) return false;
    return true;
  }

  private closeUp(): void {
    const kept = this.entries.filter((entry) => entry !== undefined);
    let next = 0;
    this.postings = this.postings.moved(this.entries.map((entry) => (entry ? next++ : undefined)));
    this.entries = kept;
    for (const [place, entry] of kept.entries()) this.places.set(entry.id, place);
  }
}
