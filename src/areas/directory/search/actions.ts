import type { Who } from '#platform/access.ts';
import type { Db } from '#platform/database/database.ts';
import { type Entries, withEntries } from './entries.ts';
import { type Filters, type Joined, narrowed, questionOf } from './question.ts';
import type { Answer } from './told.ts';
import { type Understanding, understand } from './understand.ts';
import { currentVocabulary } from './vocabulary/current.ts';
import { nearIn } from './vocabulary/near-words.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

export interface SearchQuery extends Filters {
  /** Five digits of the municipality or ward where the person is; absent: as named in `q`. */
  readonly municipality?: string | undefined;
  /** What somebody typed; empty: everything that fits the filters. */
  readonly q?: string | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** Reads every hit, however long it takes, so that totals are exact and every page can be reached: for exports and machines. */
  readonly everything?: boolean | undefined;
}

export interface Found extends Answer {
  readonly understood: Understanding;
  /** Where the person is: as asked, or as named in what was typed; several when the name is that of several. */
  readonly municipalities: readonly string[];
  /** What is open now stands first: asked for, or because it cannot wait. */
  readonly openFirst: boolean;
  /** Nothing was found as typed: the word that was looked for instead. */
  readonly corrected: string | undefined;
  /** Nothing was found as typed: these have a name that differs by one letter. */
  readonly similar: boolean;
  /** Nothing helps with everything that was named; this helps with a part of it. */
  readonly relaxed: boolean;
}

export const defaultPageSize = 20;
/**
 * So many hits are ranked and counted; of more, counts are estimated from them. Of what somebody looked for nobody reads more than ten
 * pages; who only looks through everything may.
 */
const enoughTyped = 200;
const enoughAnyway = 400;
/** Fewer that help with all needs, and those that help with one are shown as well. */
const few = 8;

/** Published, unsealed entries that fit what somebody typed and chose, the best first. Always the same for the same data. */
export async function searchServices(db: Db, who: Who, query: SearchQuery, now: Date): Promise<Found> {
  const vocabulary = await currentVocabulary(db, who, now);
  return withEntries(db, who, (entries) => searchIn(entries, { query, vocabulary, now }));
}

interface Setting {
  readonly query: SearchQuery;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
}

/** The same among entries that are at hand. */
export async function searchIn(entries: Entries, setting: Setting): Promise<Found> {
  const { query, vocabulary } = setting;
  const typed = understand(query.q ?? '', vocabulary);
  const exact = await ask(entries, typed, setting);
  if (exact.total > 0) return exact;
  const known = nearKnown(typed, vocabulary);
  const near = known ?? (await nearNamed(entries, typed));
  if (!near) return exact;
  const found = await ask(entries, understand(near.text, vocabulary), setting);
  return found.total > 0 ? { ...found, corrected: known?.word, similar: !known } : exact;
}

async function ask(entries: Entries, understood: Understanding, setting: Setting): Promise<Found> {
  const { query } = setting;
  const municipalities = query.municipality === undefined ? understood.places : [query.municipality];
  const openFirst = query.open ?? understood.urgent;
  const asked = { ...setting, municipalities, query: { ...query, open: openFirst } };
  const all = await askJoined(entries, understood, { ...asked, joined: 'all' });
  const found = { understood, municipalities, openFirst, corrected: undefined, similar: false };
  if (all.total >= few || understood.needs.length < 2) return { ...all, ...found, relaxed: false };
  const any = await askJoined(entries, understood, { ...asked, joined: 'any' });
  return { ...any, ...found, relaxed: all.total === 0 };
}

/** Where a part of the hits is enough, filters are read for by themselves: a rare one may not be in that part. */
async function askJoined(
  entries: Entries,
  understood: Understanding,
  {
    query,
    vocabulary,
    now,
    municipalities,
    joined,
  }: Setting & { municipalities: readonly string[]; joined: Joined },
): Promise<Answer> {
  const question = questionOf(understood, { topic: query.topic, municipalities, joined, vocabulary });
  const { page = 1, pageSize = defaultPageSize, everything } = query;
  const enough = everything ? 2_000_000_000 : understood.folded ? enoughTyped : enoughAnyway;
  const reading = { filters: query, now, enough, limit: pageSize, offset: (page - 1) * pageSize };
  const first = await entries.answer(question, reading);
  if (!first.about || !(query.kind || query.topic || query.language)) return first;
  const { rows, total, about, open, reachable } = await entries.answer(narrowed(question, query), reading);
  return { ...first, rows, total, about, open, reachable };
}

interface Near {
  readonly text: string;
  readonly word: string;
}

/** The text with a word of the vocabulary for an unknown one that differs by one letter. */
function nearKnown({ folded, needs }: Understanding, { near }: Vocabulary): Near | undefined {
  const all = near.meant(folded);
  if (all !== undefined) return { text: all, word: all };
  for (const { text, codes } of needs) {
    const word = codes.length === 0 ? near.meant(text) : undefined;
    if (word !== undefined) return { text: folded.replace(text, word), word };
  }
  return undefined;
}

/** In shorter words one letter makes another word. */
const shortestNear = 6;

/** The same with a part of some entry's name. Of a word with one slip one half is without: names that contain it are looked at. */
async function nearNamed(
  entries: Entries,
  { folded, whole, needs }: Understanding,
): Promise<Near | undefined> {
  const unknown = needs.filter(({ codes }) => codes.length === 0).map(({ text }) => text);
  for (const text of unknown.length > 0 ? [...new Set([...whole, ...unknown])] : []) {
    const letters = [...text];
    if (letters.length < shortestNear || letters.length > 30) continue;
    const middle = letters.length >> 1;
    for (const half of [letters.slice(0, middle), letters.slice(middle)])
      for (const name of await entries.namesWith(half.join(''))) {
        const word = nearIn(name, text);
        if (word !== undefined) return { text: folded.replace(text, word), word };
      }
  }
  return undefined;
}
