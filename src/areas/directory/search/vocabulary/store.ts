import { asc } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { runPrepared } from '#platform/database/prepared.ts';
import { municipalities } from '../../municipalities/tables.ts';
import { searchGroups } from '../tables.ts';
import { shippedGroups } from './shipped/groups.ts';
import { languageTerms } from '../../taxonomy/terms.ts';
import { effectiveGroups, makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** Made once per content: vocabularies of this process by their version. */
const made = new Map<string, Vocabulary>();
/** Counts up when entries are indexed in another way, so that a night job indexes them again. */
const format = 3;

/** The vocabulary as it stands: the shipped groups with what staff changed, and the municipalities. */
export async function readVocabulary(tx: Tx): Promise<Vocabulary> {
  const { rows } = await runPrepared<{ version: string }>(tx, versionNow, []);
  return vocabularyOf(tx, rows[0]?.version ?? '');
}

/** `content`: what `vocabularyContent` says. */
export async function vocabularyOf(tx: Tx, content: string): Promise<Vocabulary> {
  const version = `${format}-${content}`;
  const known = made.get(version);
  if (known) return known;
  const changed = await tx.select().from(searchGroups).orderBy(asc(searchGroups.code));
  const vocabulary = makeVocabulary({
    version,
    groups: effectiveGroups(shippedGroups, changed),
    places: await tx.select().from(municipalities).orderBy(asc(municipalities.code)),
    languages: languageTerms
      .filter(({ code }) => code !== 'ja')
      .map(({ code, name, ownName }) => ({ code, names: [name.ja, name.en, ownName] })),
  });
  if (made.size >= 8) made.clear();
  made.set(version, vocabulary);
  return vocabulary;
}

/** Another whenever groups or municipalities are. */
export const vocabularyContent = `md5(concat(
    (select string_agg(concat_ws('|', code, topics, words, phrases, removed), E'\n' order by code) from search_groups),
    (select string_agg(concat_ws('|', code, parent_code, kind, name_ja, name_kana, name_en, latitude, longitude), E'\n' order by code) from municipalities)
  ))`;
const versionNow = { name: 'search_vocabulary_version', text: `select ${vocabularyContent} as version` };
