import { asc, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { municipalities } from '../../municipalities/tables.ts';
import { searchGroups } from '../tables.ts';
import { shippedGroups } from './shipped.ts';
import { effectiveGroups, makeVocabulary, type Place, type Vocabulary } from './vocabulary.ts';

/** Made once per content: vocabularies of this process by their version. */
const made = new Map<string, Vocabulary>();
/** Counts up when entries are indexed in another way, so that a night job indexes them again. */
const format = 1;

/** The vocabulary as it stands: the shipped groups with what staff changed, and the municipalities. */
export async function readVocabulary(tx: Tx): Promise<Vocabulary> {
  const version = await readVersion(tx);
  const known = made.get(version);
  if (known) return known;
  const vocabulary = makeVocabulary(
    version,
    effectiveGroups(shippedGroups, await tx.select().from(searchGroups).orderBy(asc(searchGroups.code))),
    await listPlaces(tx),
  );
  if (made.size >= 8) made.clear();
  made.set(version, vocabulary);
  return vocabulary;
}

async function readVersion(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ version: string }>(sql`select md5(concat(
    (select string_agg(concat_ws('|', code, topics, words, phrases, removed), E'\n' order by code) from search_groups),
    (select string_agg(concat_ws('|', code, parent_code, kind, name_ja, name_kana, name_en), E'\n' order by code) from municipalities)
  )) as version`);
  return `${format}-${rows[0]?.version}`;
}

async function listPlaces(tx: Tx): Promise<Place[]> {
  const rows = await tx.select().from(municipalities).orderBy(asc(municipalities.code));
  return rows.map(({ code, parentCode, kind, nameJa, nameKana, nameEn }) => ({
    code,
    parentCode,
    kind,
    names: [nameJa, nameKana, nameEn],
  }));
}
