import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { type Database, inTransaction, openDatabase, reading } from '#platform/database/database.ts';
import { addDays } from '#platform/dates.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { someHours } from '../../hours/arbitrary.testing.ts';
import { saveMunicipalities } from '../../municipalities/actions.ts';
import { createServices } from '../../services/creating/actions.ts';
import { serviceKinds, type ServiceContent } from '../../services/content.ts';
import { exampleContent, exampleLocation, granted, makeOwner } from '../../services/fixtures.ts';
import { services } from '../../services/tables.ts';
import { searchServices } from '../actions.ts';
import { inDatabase, inMemory } from '../entries.ts';
import { examplePlaces } from '../fixtures.ts';
import { narrowed, questionOf } from '../question.ts';
import { replaceSearchEntries } from '../store.ts';
import { understand } from '../understand.ts';
import { readVocabulary } from '../vocabulary/store.ts';
import { entriesInMemory } from './current.ts';
import type { Shelf } from './shelf.ts';

const here = await testDatabase();
/** Another process on the same database. */
const there = openDatabase(here.url, { connections: 3 });
const now = new Date('2026-11-24T05:00:00Z');
const who = system('test');
const places = examplePlaces.map(({ code }) => code);
const words = [
  '家賃',
  '借金',
  '食べ物',
  '子ども食堂',
  'フードバンク',
  '相談',
  'line',
  'housing',
  '夜',
  '緑',
  'ネパール語',
];
const topics = ['rent_loan', 'debt', 'no_food', 'income', 'housing', 'health'];

const some = <T>(values: readonly T[], most: number) => fc.subarray([...values], { maxLength: most });
const text = some(words, 3).map((chosen) => chosen.join('の'));
const someContent: fc.Arbitrary<ServiceContent> = fc
  .record({
    kind: fc.constantFrom(...serviceKinds),
    name: text,
    summary: text,
    description: text,
    topics: fc.subarray(topics, { minLength: 1, maxLength: 3 }),
    areas: some(places, 2),
    located: some(places, 4),
    hours: fc.option(someHours),
    languages: some(['ne', 'en', 'vi'], 2),
  })
  .map(({ name, summary, description, located, languages, hours, ...rest }) => {
    const { hours: usual, ...content } = exampleContent({
      ...rest,
      name: { ja: `${name}の会` },
      summary: { ja: `${summary}です` },
      description: { ja: description },
      languages: languages.map((code) => ({ id: crypto.randomUUID(), code, note: '' })),
      locations: located.map((municipality) => exampleLocation({ municipality, name: '' })),
    });
    return hours === null ? (usual ? { ...content, hours: usual } : content) : { ...content, hours };
  });

const someFilters = fc.record({
  kind: fc.option(fc.constantFrom(...serviceKinds), { nil: undefined }),
  topic: fc.option(fc.constantFrom(...topics), { nil: undefined }),
  language: fc.option(fc.constantFrom('ne', 'en'), { nil: undefined }),
  open: fc.option(fc.boolean(), { nil: undefined }),
});
const someAsking = fc.record({
  q: fc.oneof(
    some([...words, '横須賀', '緑区', '家賃が払えない', 'x'], 3).map((chosen) => chosen.join(' ')),
    fc.string(),
  ),
  filters: someFilters,
  municipality: fc.option(fc.constantFrom(...places), { nil: undefined }),
  joined: fc.constantFrom('all' as const, 'any' as const),
  narrow: fc.boolean(),
  minutes: fc.integer({ min: 0, max: 9 * 1440 }),
  enough: fc.constantFrom(1, 10, 40, 400),
  limit: fc.constantFrom(1, 20),
  offset: fc.constantFrom(0, 5),
});

let ids: string[] = [];
beforeAll(async () => {
  granted(await saveMunicipalities(here, who, examplePlaces, now));
  const organisationId = await makeOwner(here);
  const inputs = fc.sample(someContent, 150).map((content, at) => ({
    organisationId,
    code: `made-${at}`,
    content,
    publish: true,
  }));
  ids = granted(await createServices(here, who, inputs, now)).map(({ serviceId }) => serviceId);
  return () => there.close();
});

async function shelfOf(db: Database): Promise<Shelf> {
  const shelf = await entriesInMemory(db);
  if (!shelf) throw new Error('so few entries fit into memory');
  return shelf;
}

async function answersAlike(runs: number): Promise<void> {
  const vocabulary = await inTransaction(here, anonymous, readVocabulary);
  await fc.assert(
    fc.asyncProperty(someAsking, async ({ q, filters, municipality, joined, narrow, minutes, ...rest }) => {
      const understood = understand(q, vocabulary);
      const municipalities = municipality === undefined ? understood.places : [municipality];
      const whole = questionOf(understood, { topic: filters.topic, municipalities, joined, vocabulary });
      const isNarrow = narrow && (filters.kind ?? filters.topic ?? filters.language) !== undefined;
      const question = isNarrow ? narrowed(whole, filters) : whole;
      const how = { filters, now: new Date(now.getTime() + minutes * 60_000), ...rest };
      const expected = await reading(here, anonymous, (tx) => inDatabase(tx).answer(question, how));
      for (const db of [here, there])
        expect(await inMemory(await shelfOf(db)).answer(question, how)).toEqual(expected);
    }),
    { numRuns: runs },
  );
}

test('memory and database give the same answer to every question about any directory', async () => {
  await expect(answersAlike(120)).resolves.toBeUndefined();
});

test('they know the same names', async () => {
  for (const segment of ['子ども', 'フード', 'ほうじ', '相談', '相', 'hous', 'くじら', ...words]) {
    const expected = await reading(here, anonymous, (tx) => inDatabase(tx).namesWith(segment));
    expect(await inMemory(await shelfOf(there)).namesWith(segment), segment).toEqual(expected);
  }
});

test('both processes know every change as soon as it is committed, whoever made it', async () => {
  await shelfOf(there);
  const changes: readonly Partial<typeof services.$inferInsert>[] = [
    { capacity: 'full' },
    { reviewOn: addDays('2026-11-24', -1) },
    { capacity: 'accepting', reviewOn: '2027-03-31' },
    { publishedAt: null },
    { sealed: true },
  ];
  for (const [at, id] of ids.slice(0, 40).entries())
    await inTransaction(here, who, (tx) =>
      tx
        .update(services)
        .set({ ...changes[at % changes.length], updatedAt: new Date(now.getTime() + at) })
        .where(eq(services.id, id)),
    );
  await inTransaction(there, who, async (tx) => {
    const rows = await tx
      .select()
      .from(services)
      .where(eq(services.organisationId, (await one(tx)) ?? ''));
    const open = rows.filter(({ sealed, publishedAt }) => !sealed && publishedAt !== null).slice(0, 30);
    const other = fc.sample(someContent, open.length);
    await replaceSearchEntries(
      tx,
      open.map((row, at) => ({ ...row, content: other[at] ?? row.content })),
      now,
    );
  });
  await inTransaction(there, who, (tx) => tx.delete(services).where(eq(services.id, ids[149] ?? '')));
  await expect(answersAlike(60)).resolves.toBeUndefined();

  async function one(tx: Parameters<Parameters<typeof inTransaction>[2]>[0]) {
    const [row] = await tx.select({ id: services.organisationId }).from(services).limit(1);
    return row?.id;
  }
});

test('what is sealed is out of the memory of every process with the commit that seals it', async () => {
  const hidden = ids[100] ?? '';
  const all = async (db: Database) =>
    (await searchServices(db, anonymous, { pageSize: 1000, everything: true }, now)).rows.map(({ id }) => id);
  for (const db of [here, there]) expect(await all(db)).toContain(hidden);
  await inTransaction(here, who, (tx) =>
    tx.update(services).set({ sealed: true }).where(eq(services.id, hidden)),
  );
  for (const db of [there, here]) {
    expect(await all(db)).not.toContain(hidden);
    expect((await shelfOf(db)).holds(hidden)).toBe(false);
  }
});

test('what a transaction has not committed is not known, and what began before and ends after is', async () => {
  const before = (await shelfOf(there)).size;
  const gone = ids[110] ?? '';
  await inTransaction(here, who, async (tx) => {
    await tx.delete(services).where(eq(services.id, gone));
    // Later transactions come and go meanwhile, and are looked at.
    await inTransaction(there, who, (other) =>
      other
        .update(services)
        .set({ capacity: 'waiting' })
        .where(eq(services.id, ids[111] ?? '')),
    );
    expect((await shelfOf(there)).holds(gone)).toBe(true);
  });
  expect((await shelfOf(there)).holds(gone)).toBe(false);
  expect((await shelfOf(there)).size).toBe(before - 1);
});
