import { type Db, reading, type Tx } from '#platform/database/database.ts';
import type { Who } from '#platform/access.ts';
import { answerFrom, namesFrom } from './memory/answer.ts';
import { entriesInMemory } from './memory/current.ts';
import type { Shelf } from './memory/shelf.ts';
import type { Question } from './question.ts';
import { answer, listNamesWith } from './store.ts';
import type { Answer, Reading } from './told.ts';

/** What a search asks of the entries that can be found. Both ways answer alike. */
export interface Entries {
  answer(question: Question, reading: Reading): Promise<Answer>;
  namesWith(segment: string): Promise<readonly string[]>;
}

/** In memory, as they are now; in the database where there are too many, or inside of a transaction that may have changed them. */
export async function withEntries<T>(db: Db, who: Who, work: (entries: Entries) => Promise<T>): Promise<T> {
  const shelf = 'who' in db ? undefined : await entriesInMemory(db);
  return shelf ? work(inMemory(shelf)) : reading(db, who, (tx) => work(inDatabase(tx)));
}

export function inMemory(shelf: Shelf): Entries {
  return {
    answer: async (question, how) => answerFrom(shelf, question, how),
    namesWith: async (segment) => namesFrom(shelf, segment),
  };
}

export function inDatabase(tx: Tx): Entries {
  return {
    answer: (question, how) => answer(tx, question, how),
    namesWith: (segment) => listNamesWith(tx, segment),
  };
}
