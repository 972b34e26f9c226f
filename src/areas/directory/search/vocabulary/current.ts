import type { Who } from '#platform/access.ts';
import { type Database, type Db, inTransaction } from '#platform/database/database.ts';
import { readVocabulary } from './store.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A change of staff reaches the searches of every process within this time. */
const freshMs = 5000;
const read = new WeakMap<Database, { at: number; vocabulary: Promise<Vocabulary> }>();

/** The vocabulary for reading: asked for in the database every few seconds, not with every search. */
export async function currentVocabulary(db: Db, who: Who, now: Date): Promise<Vocabulary> {
  if ('who' in db) return readVocabulary(db);
  const known = read.get(db);
  if (known && Math.abs(now.getTime() - known.at) < freshMs) return known.vocabulary;
  const vocabulary = inTransaction(db, who, readVocabulary);
  read.set(db, { at: now.getTime(), vocabulary });
  vocabulary.catch(() => read.delete(db));
  return vocabulary;
}
