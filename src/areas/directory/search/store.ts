import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedInsertAll, runPrepared } from '#platform/database/prepared.ts';
import { tokyoDay } from '#platform/dates.ts';
import { services } from '../services/tables.ts';
import { holidayOverridesJson } from '../holidays/store.ts';
import { type HolidayOverride, withOverrides } from '../hours/holidays.ts';
import type { Holidays } from '../hours/rules.ts';
import { indexed } from './indexed.ts';
import { openDuring } from './open-during.ts';
import type { Question } from './question.ts';
import { type Answer, type Reading, type Told, toldAs } from './told.ts';
import { patternFor, tiersOf, tokensOfSegment, type Tiers } from './tokens.ts';
import { searchEntries } from './tables.ts';
import { vocabularyContent, vocabularyOf } from './vocabulary/store.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What the search needs of a row of `services`. */
export type FoundService = Pick<
  typeof services.$inferSelect,
  'id' | 'organisationId' | 'content' | 'publishedAt' | 'sealed' | 'reviewOn' | 'capacity'
>;

/** Brings the search up to date with entries, in the transaction that wrote them. What is not public, or has ended, is not found. */
export async function replaceSearchEntries(
  tx: Tx,
  entries: readonly FoundService[],
  now: Date,
): Promise<void> {
  await forgetEntries(tx, entries);
  await upsertEntries(tx, await searchRowsOf(tx, entries, { now }));
}

/** Takes those out of the search that are not found any more. */
export async function forgetEntries(tx: Tx, entries: readonly FoundService[]): Promise<void> {
  const hidden = entries.filter((entry) => !isFound(entry)).map(({ id }) => id);
  if (hidden.length > 0) await tx.delete(searchEntries).where(inArray(searchEntries.serviceId, hidden));
}

/** What the search knows of those of the entries that are found. */
export async function searchRowsOf(
  tx: Tx,
  entries: readonly FoundService[],
  { now, around }: { now: Date; around?: Around | undefined },
): Promise<(typeof searchEntries.$inferSelect)[]> {
  const found = entries.filter(isFound);
  if (found.length === 0) return [];
  const context = await contextOf(tx, around ?? (await lookAround(tx, found)));
  return found.map((service) => rowOf(service, context, now));
}

function isFound({ publishedAt, sealed, content }: FoundService): boolean {
  return publishedAt !== null && !sealed && content.status !== 'defunct';
}

interface Context {
  readonly vocabulary: Vocabulary;
  readonly holidays: Holidays;
  readonly namesOf: (organisationId: string) => readonly string[];
}

async function contextOf(tx: Tx, { names, content, holidays }: Around): Promise<Context> {
  return {
    vocabulary: await vocabularyOf(tx, content),
    holidays: withOverrides(holidays),
    namesOf: (organisationId) => (names[organisationId] ?? []).filter((name) => name !== ''),
  };
}

/** What stands around entries and their rows follow from, beside themselves. */
export interface Around {
  /** Of the organisations that answer for them. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly content: string;
  readonly holidays: readonly HolidayOverride[];
}

/** The columns of it, for a look that a writer needs anyway; `$owners`: ids of organisations. */
export const aroundColumns = (owners: string) => `(
    select coalesce(jsonb_object_agg(id, array[name_ja, coalesce(name_en, '')]), '{}') from organisations where id = any(${owners})
  ) as names, ${vocabularyContent} as content, ${holidayOverridesJson} as holidays`;

async function lookAround(tx: Tx, found: readonly FoundService[]): Promise<Around> {
  const owners = [...new Set(found.map(({ organisationId }) => organisationId))];
  const look = { name: 'search_around', text: `select ${aroundColumns('$1')}` };
  const { rows } = await runPrepared<Around & Record<string, unknown>>(tx, look, [owners]);
  return rows[0] ?? { names: {}, content: '', holidays: [] };
}

function rowOf(
  { id, organisationId, content, reviewOn, capacity }: FoundService,
  { vocabulary, holidays, namesOf }: Context,
  now: Date,
): typeof searchEntries.$inferSelect {
  return {
    serviceId: id,
    ...indexed({ id, content, organisationNames: namesOf(organisationId) }, vocabulary),
    reviewOn,
    capacity,
    openDuring: openDuring(content, now, holidays),
    madeOn: tokyoDay(now),
  };
}

/** The search forgets that it is up to date: something outside of the entries changed who is open. */
export async function outdateSearchEntries(tx: Tx): Promise<void> {
  await tx.update(searchEntries).set({ madeOn: '1970-01-01' });
}

export const replacingEntry = `on conflict (service_id) do update set ${Object.values(
  getTableColumns(searchEntries),
)
  .map(({ name }) => `"${name}" = excluded."${name}"`)
  .join(', ')}`;
const upsertEntries = preparedInsertAll(searchEntries, { suffix: replacingEntry });

/** Public entries that the search does not know as they are today: missing, of another day, or of another vocabulary; by id. */
export async function listOutdated(
  tx: Tx,
  {
    version,
    today,
    after,
    limit,
  }: { version: string; today: string; after: string | undefined; limit: number },
): Promise<FoundService[]> {
  const rows = await tx
    .select({ service: services })
    .from(services)
    .leftJoin(searchEntries, eq(searchEntries.serviceId, services.id))
    .where(
      and(
        after === undefined ? undefined : gt(services.id, after),
        isNotNull(services.publishedAt),
        eq(services.sealed, false),
        ne(services.status, 'defunct'),
        or(
          isNull(searchEntries.serviceId),
          lt(searchEntries.madeOn, today),
          ne(searchEntries.madeWith, version),
        ),
      ),
    )
    .orderBy(asc(services.id))
    .limit(limit);
  return rows.map(({ service }) => service);
}

/** One page of what fits, in order, with counts: one statement, in which no more than about twice `enough` hits are read. */
export async function answer(tx: Tx, question: Question, reading: Reading): Promise<Answer> {
  const { filters, now, enough, limit, offset } = reading;
  const { some, needs, near } = question;
  const { rows } = await runPrepared<{ found: Told }>(tx, searchPage, [
    ints(question.whole),
    question.wholeWords,
    ints(question.every),
    question.everyWords,
    ...some.map(ints),
    ints(question.area),
    enough,
    question.literals,
    ...needs,
    question.topics,
    question.here,
    question.serving,
    near.map(({ code }) => code),
    near.map(({ km }) => km),
    filters.kind ?? null,
    filters.topic ?? null,
    filters.language ?? null,
    filters.open ?? false,
    now.toISOString(),
    tokyoDay(now),
    question.weights,
    limit,
    offset,
  ]);
  return toldAs(rows[0]?.found as Told, reading);
}

/** In the order of the parameters of `search_page` in guards.sql. */
const searchPage = {
  name: 'search_page',
  text: `select search_page(${Array.from({ length: 27 }, (_, at) => `$${at + 1}`).join(', ')}) as found`,
};

/** Names of entries that contain this run of letters, some of them, always the same. */
export async function listNamesWith(tx: Tx, segment: string): Promise<string[]> {
  const tokens = ints(tiersOf(tokensOfSegment(segment)));
  const { rows } = await runPrepared<{ name: string }>(tx, namesWith, [tokens, [patternFor(segment)], 100]);
  return rows.map(({ name }) => name);
}

const namesWith = {
  name: 'search_names_with',
  text: `select e.name from search_candidates('{}', '{}', $1, $2, $1, $1, $1, $1, $2, $3) c
    join search_entries e on e.service_id = c.service_id where c.named = 3 order by e.tie, e.service_id`,
};

function ints(tiers: Tiers): string {
  return tiers.length === 0 ? '{}' : `{${tiers.map((row) => `{${row.join(',')}}`).join(',')}}`;
}
