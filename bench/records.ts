import pg from 'pg';
import { system } from '#platform/access.ts';
import { inTransaction, openDatabase } from '#platform/database/database.ts';
import { saveMunicipalities } from '#areas/directory/municipalities/actions.ts';
import { described } from '#areas/directory/search/indexed.ts';
import { examplePlaces } from '#areas/directory/search/fixtures.ts';
import { inTier, tierCount } from '#areas/directory/search/tokens.ts';
import { readVocabulary } from '#areas/directory/search/vocabulary/store.ts';
import { createServices } from '#areas/directory/services/creating/actions.ts';
import type { ServiceContent } from '#areas/directory/services/content.ts';
import {
  exampleChannel,
  exampleContent,
  exampleLocation,
  granted,
  makeOwner,
} from '#areas/directory/services/fixtures.ts';

/** Different entries; a larger directory repeats them under other ids, in other tiers of the search. */
const different = 4000;
const owners = 40;
const together = 200;
const who = system('bench');

const things = [
  ['家賃の相談', 'rent_loan', 'desk'],
  ['住居確保給付金', 'rent_loan', 'scheme'],
  ['借金の整理', 'debt', 'desk'],
  ['フードバンク', 'no_food', 'group'],
  ['子ども食堂', 'no_food', 'place'],
  ['生活保護', 'income', 'scheme'],
  ['こころの電話', 'health', 'desk'],
  ['ひきこもりの居場所', 'hikikomori', 'place'],
  ['仕事さがし', 'job_search', 'desk'],
  ['職場のなやみ', 'job_trouble', 'desk'],
  ['女性の相談', 'violence', 'desk'],
  ['介護の相談', 'eldercare', 'desk'],
  ['子育てひろば', 'childcare', 'place'],
  ['部屋さがし', 'housing', 'group'],
  ['水道料金の減免', 'tax_utility', 'scheme'],
  ['話し相手の会', 'community', 'group'],
] as const;
const names = [
  'みどり',
  'あおぞら',
  'しおかぜ',
  'ひだまり',
  'こもれび',
  'はまかぜ',
  'やまびこ',
  'つばさ',
  'みなと',
  'あかり',
];
const sentences = [
  '予約はいりません。家族や支援者からの相談も受けます。',
  '名前を言わずに話せます。電話でも、来ても、書いてもかまいません。',
  'お金がないときは、はじめにそう言ってください。',
  '外国のことばで話したいときは、通訳といっしょに聞きます。',
];

function contentOf(at: number): ServiceContent {
  const [thing, topic, kind] = things[at % things.length] ?? things[0];
  const name = `${names[at % names.length]}${thing} ${at}`;
  const towns = examplePlaces.filter(({ kind: each }) => each !== 'prefecture');
  const municipality = towns[(at * 7) % towns.length]?.code ?? '14201';
  return exampleContent({
    kind,
    name: { ja: name, en: `Entry ${at}` },
    summary: { ja: `${thing}のことで困っている方へ` },
    description: { ja: [0, 1, 2].map((n) => sentences[(at + n) % sentences.length]).join('') },
    topics: [topic],
    channels: [exampleChannel()],
    areas: at % 3 === 0 ? [] : [municipality],
    locations: kind === 'scheme' ? [] : [exampleLocation({ municipality })],
  });
}

/** Fills a migrated database: different entries through the action that people use, the rest inside the database. */
export async function generateRecords(url: string, count: number): Promise<void> {
  const db = openDatabase(url);
  try {
    granted(await saveMunicipalities(db, who, examplePlaces));
    const ids: string[] = [];
    for (let at = 0; at < owners; at += 1) ids.push(await makeOwner(db, { nameJa: `計測の会 ${at}` }));
    const contents = Array.from({ length: Math.min(different, count) }, (_, at) => contentOf(at));
    for (let from = 0; from < contents.length; from += together) {
      const part = contents.slice(from, from + together).map((content, at) => ({
        organisationId: ids[(from + at) % owners] ?? '',
        code: `record-${from + at}`,
        content,
        publish: true,
      }));
      granted(await createServices(db, who, part));
    }
    if (count > contents.length)
      await multiply(url, { contents, rest: count - contents.length, tokens: await tokensOf(db, contents) });
  } finally {
    await db.close();
  }
}

/** What each different entry is found by, before its tier. */
async function tokensOf(db: ReturnType<typeof openDatabase>, contents: readonly ServiceContent[]) {
  return inTransaction(db, who, async (tx) => {
    const vocabulary = await readVocabulary(tx);
    return contents.map((content, at) => {
      const organisationNames = [`計測の会 ${at % owners}`, 'Mihon Support Group'];
      return described({ content, organisationNames }, vocabulary).tokens;
    });
  });
}

/** Copies, each in a tier by chance: half of all in the last, a quarter in the one before it. Indexes are made afterwards. */
async function multiply(
  url: string,
  {
    contents,
    rest,
    tokens,
  }: { contents: readonly ServiceContent[]; rest: number; tokens: readonly (readonly number[])[] },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "select set_config('app.system', 'bench', false), set_config('app.maintenance', 'on', false)",
    );
    await client.query(
      "set maintenance_work_mem = '512MB'; alter table services disable trigger user; alter table search_entries disable trigger user",
    );
    await client.query(
      'create temp table tiers (code text, tier int, tokens int[], primary key (code, tier))',
    );
    for (const [at, bare] of tokens.entries())
      await client.query(
        'insert into tiers select $1, tier, tokens from unnest($2::int[], $3::text[]) as t (tier, listed), lateral (select listed::int[] as tokens) as l',
        [
          `record-${at}`,
          Array.from({ length: tierCount }, (_, tier) => tier),
          Array.from(
            { length: tierCount },
            (_, tier) => `{${bare.map((token) => inTier(token, tier)).join(',')}}`,
          ),
        ],
      );
    const { rows } = await client.query<{ name: string; made: string }>(
      "select indexname as name, indexdef as made from pg_indexes where tablename in ('services', 'search_entries') and indexname not in (select conname from pg_constraint)",
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await client.query(copies, [rest, contents.length]);
    for (const { made } of rows) await client.query(made);
    await client.query(
      'alter table services enable trigger user; alter table search_entries enable trigger user',
    );
    await client.query('vacuum analyze services');
    await client.query('vacuum analyze search_entries');
  } finally {
    await client.end();
  }
}

/** `tie` would follow from the id; here both are chance. */
const copies = `
  with made as materialized (
    select n, gen_random_uuid() as id, 'record-' || (n % $2::int) as source, floor(random() * 2147483648)::int as tie
    from generate_series(1, $1::int) as n
  ), entries as (
    insert into services (id, organisation_id, code, content, title, kind, status, topics, areas, terms, published_at, updated_at)
    select m.id, s.organisation_id, s.code || '-' || m.n, s.content, s.title, s.kind, s.status, s.topics, s.areas, s.terms, s.published_at, s.updated_at
    from made m join services s on s.code = m.source
  )
  insert into search_entries (service_id, kind, topics, languages, areas, located, concepts, name, body, review_on, capacity,
    open_during, tie, tokens, made_with, made_on)
  select m.id, e.kind, e.topics, e.languages, e.areas, e.located, e.concepts, e.name, e.body, e.review_on, e.capacity,
    e.open_during, m.tie, t.tokens, e.made_with, e.made_on
  from made m join services s on s.code = m.source join search_entries e on e.service_id = s.id
  join tiers t on t.code = m.source
    and t.tier = case when m.tie >> 19 = 0 then 0 else floor(log(2, (m.tie >> 19)::numeric))::int + 1 end`;
