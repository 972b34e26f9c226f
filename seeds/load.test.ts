import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyLedger } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { wordsInClear } from '#platform/testing/dump.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { countCasesOfProgram } from '#areas/cases/index.ts';
import { standingOf } from '#areas/grants/calls/rules.ts';
import { listCalls } from '#areas/grants/calls/store.ts';
import { countGrantsOfProgram, countNotReceived, listAwardsOf } from '#areas/grants/index.ts';
import { differencesOf } from '#areas/grants/ledger/rules.ts';
import { listSums } from '#areas/grants/ledger/store.ts';
import { countContactsOfYear } from '#areas/consultations/index.ts';
import { listOutdated } from '#areas/directory/search/store.ts';
import { listProposals } from '#areas/directory/proposals/store.ts';
import { readVocabulary } from '#areas/directory/search/vocabulary/store.ts';
import { countServices } from '#areas/directory/services/store.ts';
import { countMembers } from '#areas/partnerships/index.ts';
import { listPlanRows } from '#areas/programs/plans/store.ts';
import { listProblems } from '#areas/programs/problems/store.ts';
import { listPrograms } from '#areas/programs/programs/store.ts';
import { listEditions } from '#areas/report/editions/store.ts';
import { hasCompiler } from '#areas/report/outputs/compare.testing.ts';
import { findManuscript } from '#areas/report/manuscripts/store.ts';
import { findPublished } from '#areas/report/publication/store.ts';
import type { FigurePath } from '#areas/report/figures/path.ts';
import { loadDemo } from './load.ts';
import { loader } from './progress.ts';
import { kanagawa, readWorld, type World } from './world.ts';

/** What the load leaves, without ids and moments. */
async function standing(db: Database) {
  return inTransaction(db, loader, async (tx) => ({
    results: (await listPrograms(tx, 2024)).length,
    plan: (await listPrograms(tx, 2025)).length,
    total: (await listPlanRows(tx, 2025)).reduce((sum, row) => sum + row.amount, 0),
    editions: (await listEditions(tx)).map(
      ({ fiscalYear, kind, status, publishedOn }) => `${fiscalYear} ${kind} ${status} ${publishedOn}`,
    ),
    problems: (await listProblems(tx)).map((problem) => problem.status).toSorted(),
    entries: await countEntries(tx),
    directory: await countServices(tx, {}),
    published: await countServices(tx, { published: true }),
    sealed: await countServices(tx, { sealed: true }),
    proposals: (await listProposals(tx, { status: 'open' })).length,
    unsearchable: await countUnsearchable(tx),
    ledger: await verifyLedger(tx),
  }));
}

/** Public entries that the search does not know as they are today. */
async function countUnsearchable(tx: Tx): Promise<number> {
  const { version } = await readVocabulary(tx);
  const today = tokyoDay(new Date());
  return (await listOutdated(tx, { version, today, after: undefined, limit: 1000 })).length;
}

async function countEntries(tx: Tx): Promise<Record<string, number>> {
  const { rows } = await tx.execute<{ status: string; n: number }>(
    'select status, count(*)::int as n from entries group by status',
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

const { entries: files } = (await readWorld(kanagawa)).directory;
const entries = Object.values(files).flat();

const whole = {
  results: 50,
  plan: 55,
  total: 1_710_970_000,
  editions: ['2025 plan published 2025-09-02', '2024 results published 2025-07-31'],
  problems: ['considered', 'program', 'raised', 'raised'],
  entries: { owed: 51, draft: 1, submitted: 1, returned: 1, accepted: 1 },
  directory: entries.length,
  published: entries.filter(({ state }) => !state.sealed && !state.draft && !state.withdrawn).length,
  sealed: 4,
  proposals: 4,
  unsearchable: 0,
  ledger: { intact: true },
};

const vault = makeVault(randomBytes(32));
const folder = mkdtempSync(join(tmpdir(), 'tsunagi-seeds-'));
const place = { vault, files: { folder } };
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The demo world with one file of entries and no desks, for what is true of any step. */
async function smallWorld(): Promise<World> {
  const world = await readWorld(kanagawa);
  const { unseen = [] } = world.directory.entries;
  const directory = {
    ...world.directory,
    entries: { unseen },
    navigator: undefined,
    schemes: [],
    proposals: [],
  };
  return { ...world, desks: [], cases: [], caseYears: [], grants: null, directory };
}
/** Nothing was missed there, so nobody raised a problem from the map. */
const wholeOfSmall = {
  ...whole,
  directory: 9,
  published: 0,
  proposals: 0,
  problems: whole.problems.slice(0, 3),
};

test('the demo world loads through the actions, once, and leaves an unbroken ledger', async () => {
  const db = await testDatabase();
  const first = await loadDemo({ db, ...place });
  expect(first?.people.flatMap((person) => person.roles)).toEqual(
    expect.arrayContaining([
      'administrator',
      'secretariat',
      'approver',
      'reporter',
      'directory-keeper',
      'directory-editor',
      'counsellor',
      'desk-supervisor',
      'case-worker',
      'case-supervisor',
      'protection-officer',
      'grant-officer',
      'grant-approver',
      'grant-reviewer',
      'grant-partner',
      'accountant',
    ]),
  );
  const loaded = await standing(db);
  expect(loaded).toMatchObject(whole);
  await inTransaction(db, loader, async (tx) => {
    const total = async (desk: string) => {
      const year = await countContactsOfYear(tx, { desk, fiscalYear: 2024 });
      return {
        phone: year.phone.total,
        mail: year.mail.total,
        visit: year.visit.total,
        line: year.line.total,
      };
    };
    const matched = await statesOf(tx, 'select status as state, kind from matches');
    const trained = await statesOf(tx, 'select state, kind from work_trainings');
    const members = await countMembers(tx, { on: tokyoDay(new Date()) });
    const rested = await tx.$client.query('select from match_pauses where resumed_at is null');
    expect(matched.states).toEqual([
      'agreed',
      'counted',
      'declined',
      'delivered',
      'lapsed',
      'proposed',
      'talking',
      'thanked',
      'withdrawn',
    ]);
    expect(matched.kinds).toEqual(['goods', 'money', 'place', 'skills', 'work-training']);
    expect(trained.states).toEqual(['accepted', 'agreed', 'declined', 'ended', 'proposed']);
    expect([members, rested.rowCount]).toEqual([27, 1]);
    expect(await ground(tx)).toEqual(groundOfDocument);
    const [wings] = (await listPrograms(tx, 2024)).filter(({ slug }) => slug === 'wings-for-young-people');
    const youth = await countGrantsOfProgram(tx, { programId: wings?.id ?? '', fiscalYear: 2024 });
    // The document's own figures: 延べ207人, 5,398,643円, every yen of it receipted.
    expect(youth.recipients.total).toBe(207);
    expect(youth.people.total).toBe(171);
    for (const yen of [youth.decidedYen, youth.paidYen, youth.settledYen]) expect(yen.total).toBe(5_398_643);
    await expectLiveGrants(tx);
    // The document's own figures.
    expect(await total('women')).toEqual({ phone: 3115, mail: 1398, visit: 103, line: 873 });
    expect(await total('life')).toMatchObject({ phone: 63_468, line: 11_987 });
    const housing = await countCasesOfProgram(tx, { desk: 'womens-home', fiscalYear: 2024 });
    expect(Object.entries(housing).map(([what, { total: n }]) => [what, n])).toEqual([
      ['consultation', 133],
      ['accompaniment', 17],
      ['protection', 1],
      ['independence', 2],
    ]);
  });
  expect(await boundFigures(db)).toEqual(boundOfDocument);
  expect(await statesTold(db)).toBe(true);
  // Where nothing prints, no document is filed.
  expect(await documentsToFetch(db)).toBe(hasCompiler() ? 1 : 0);
  expect(await notReceivedIn(db)).toEqual({ '14206 housing': 13 });
  expect(await directionOf(db)).toContain('やさしい社会');
  expect(await printedOfFew(db)).toEqual({ 一時保護: 1, 自立支援: 2, 訓練を経て一般就労した方: 1 });
  expect(await wordsInClear(db, toldIn(await readWorld(kanagawa)))).toEqual([]);
  expect(await wordsInClear(db, ['生活困窮の相談窓口'])).toContain(
    'public.organisations: 生活困窮の相談窓口',
  );
  expect(await loadDemo({ db, ...place })).toEqual(first);
  expect(await standing(db)).toEqual(loaded);
}, 120_000);

/** What the published edition prints where the product counts itself: the number, and whether it counted the same. */
async function boundFigures(db: Database): Promise<Record<string, readonly [number | null, boolean | null]>> {
  const { rows } = await inTransaction(db, loader, (tx) =>
    tx.execute<{ path: FigurePath }>(`select path from figure_paths where path ? 'live'`),
  );
  return Object.fromEntries(
    rows.map(({ path: { program, label, value, live } }) => [
      `${program?.slug} ${label.ja}`,
      [value, live?.agrees ?? null] as const,
    ]),
  );
}

/** How many numbers of the published editions lead to a document that everybody may fetch. */
async function documentsToFetch(db: Database): Promise<number> {
  const { rows } = await inTransaction(db, loader, (tx) =>
    tx.execute(`select distinct p.figure_id from figure_paths p
      join files f on f.id = (p.path -> 'statement' -> 'file' ->> 'id')::uuid where f.public_at is not null`),
  );
  return rows.length;
}

/** What eligible people have not received, by the place and worry that they told: enough in one cell of the map to be told. */
async function notReceivedIn(db: Database): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { place, worry, times } of await countNotReceived(db, { from: '2024-04', to: '2100-01' }))
    sums[`${place} ${worry}`] = (sums[`${place} ${worry}`] ?? 0) + times;
  return sums;
}

/** Whether the published edition tells of all desks, in some domain, every way that anybody went. */
async function statesTold(db: Database): Promise<boolean> {
  const { states } = (await newestResults(db)).content;
  const all = (states?.flows ?? []).filter(({ program }) => program === null);
  return all.some(({ counts }) => !Object.values(counts).includes(null));
}

async function directionOf(db: Database): Promise<string> {
  const { id } = await newestResults(db);
  const kept = await inTransaction(db, loader, (tx) => findManuscript(tx, { editionId: id, lang: 'ja' }));
  const section = kept?.manuscript.sections.find((each) => each.kind === 'direction');
  return JSON.stringify(section?.blocks ?? []);
}

async function newestResults(db: Database) {
  const found = await inTransaction(db, loader, (tx) =>
    findPublished(tx, { fiscalYear: 2024, kind: 'results' }),
  );
  if (!found) throw new Error('the demo world has no results');
  return found;
}

/** Few people, as the published edition prints them: the document tells them itself. */
async function printedOfFew(db: Database): Promise<Record<string, number | null>> {
  const { rows } = await inTransaction(db, loader, (tx) =>
    tx.execute<{ label: string; value: number | null }>(
      `select label, value::int from figures where fiscal_year = 2024 and unit = '名'`,
    ),
  );
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]));
}

/** The document's own figures, of which the work itself is in the world: 1, 2 and 1 are few and told by two people. */
const boundOfDocument = {
  'housing-for-independence 一時保護': [1, true],
  'housing-for-independence 自立支援': [2, true],
  'housing-for-independence 相談支援': [133, true],
  'housing-for-independence 同行支援': [17, true],
  'womens-consultation-desk 電話相談': [3115, true],
  'womens-consultation-desk メール相談': [1398, true],
  'womens-consultation-desk 来所相談': [103, true],
  'womens-consultation-desk LINE相談': [873, true],
  'awareness-of-loneliness ポータルサイトの閲覧': [99_356, true],
  'awareness-of-loneliness 官民連携プラットフォームの構成員': [27, true],
  'wings-for-young-people 支給対象者（延べ）': [207, true],
  'wings-for-young-people 支給総額': [5_398_643, true],
  'life-line-by-ict LINEでの相談': [11_987, true],
  'life-line-by-ict 電話での相談': [63_468, true],
};

/** Of steps/shelter.ts. */
const toldInShelter = [
  '見本町九丁目9番9号',
  '見本の花屋',
  '元の配偶者',
  '職場に電話をかけて',
  '長女（7歳）',
  '救急隊に持病を',
  '見本町内会 会長',
  '見本地区 民生委員',
  '今月の食べものについて',
  '週に一度、食べものを届ける',
];

/** What the people of the cases are called, and all that they or their worker said: every text of the files that is no code. */
function toldIn({ cases, caseYears }: World): string[] {
  const texts = (value: unknown): string[] =>
    value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : typeof value === 'string' && /[^ -~]|^\d{3}-\d{4}-|^[A-Z]/.test(value)
        ? [value]
        : [];
  const told = [...texts(cases), ...texts(caseYears), ...toldInShelter];
  expect(told.length).toBeGreaterThan(100);
  return told;
}

/** What stands on the ground of partnerships: needs and offers of five kinds, model workplaces, who took the course for places. */
async function ground({ $client }: Tx) {
  const one = async (query: string) => (await $client.query<{ n: unknown }>(query)).rows.map(({ n }) => n);
  return {
    posts: await one(
      `select distinct side || ' ' || kind as n from exchange_posts where state = 'published' order by 1`,
    ),
    workplaces:
      await one(`select count(*)::int as n from workplaces where certified_on is not null and ended_on is null
      and valid_until >= current_date`),
    trainees: await one(`select count(distinct e.mark)::int as n from training_entries e
      join training_sessions s on s.id = e.session_id join training_courses c on c.id = s.course_id
      where c.title_ja like '居場所づくり%' and e.attended_at is not null`),
    employed: await one(`select count(*)::int as n from work_trainings where outcome = 'employed'`),
  };
}

const groundOfDocument = {
  posts: ['need', 'offer'].flatMap((side) =>
    ['goods', 'money', 'place', 'skills', 'work-training'].map((kind) => `${side} ${kind}`),
  ),
  workplaces: [3],
  trainees: [24],
  employed: [1],
};

/** One call of each shape is open, 協力金 and furniture among them, with money that went its whole way; and no balance is off. */
async function expectLiveGrants(tx: Tx): Promise<void> {
  const today = tokyoDay(new Date());
  const calls = await listCalls(tx, { states: ['published'] });
  const open = calls.filter((call) => standingOf({ ...call, ...call.terms }, today).is === 'open');
  expect(open.map(({ slug, shape, audience }) => `${slug} ${shape} ${audience}`).toSorted()).toEqual([
    'childrens-cafeterias subsidy groups',
    'hardship-groups-cooperation one-shot groups',
    'new-life-furniture one-shot persons',
    'youth-start one-shot persons',
  ]);
  const { rows } = await tx.$client.query<{ slug: string; paid: number; each: number[] | null }>(
    `select c.slug, count(*) filter (where w.paid_yen > 0)::int as paid, array_agg(distinct w.decided_yen::int) as each
      from grant_awards w join grant_calls c on c.id = w.call_id
      where c.slug in ('hardship-groups-cooperation', 'new-life-furniture') group by 1 order by 1`,
  );
  const [cooperation, furniture] = rows;
  // Each group the same; of those with a plan one is paid, and one decided today.
  expect([cooperation?.slug, cooperation?.each]).toEqual(['hardship-groups-cooperation', [120_000]]);
  expect(cooperation?.paid).toBeGreaterThan(1);
  expect(furniture).toMatchObject({ slug: 'new-life-furniture', paid: 1 });
  const states = await tx.$client.query(
    `select b.state, w.paid_yen > 0 as paid, w.paid_yen = 16140 as half, exists (select from grant_instalments i
        where i.benefit_id = b.id and i.ordered_at is not null) as interest
      from grant_benefits b join grant_awards w on w.id = b.award_id join grant_calls c on c.id = b.call_id
      where c.slug = 'new-life-furniture' order by w.paid_yen`,
  );
  expect(states.rows).toEqual([
    { state: 'decided', paid: false, half: false, interest: false },
    { state: 'decided', paid: true, half: true, interest: true },
  ]);
  const member = await tx.$client.query<{ id: string }>(
    `select organisation_id as id from members m join organisations o on o.id = m.organisation_id where o.code = 'group-harbour-light'`,
  );
  const ofMember = await listAwardsOf(tx, {
    organisationId: member.rows[0]?.id ?? '',
    corporateNumbers: [],
  });
  expect(ofMember.map(({ call, decidedYen }) => [call.ja, decidedYen])).toEqual([
    ['生活困窮者支援団体応援協力金', 120_000],
  ]);
  expect(differencesOf(await listSums(tx))).toEqual([]);
}

async function statesOf({ $client }: Tx, query: string) {
  const { rows } = await $client.query<{ state: string; kind: string }>(query);
  const sorted = (values: string[]) => [...new Set(values)].toSorted();
  return { states: sorted(rows.map(({ state }) => state)), kinds: sorted(rows.map(({ kind }) => kind)) };
}

test('a load that was interrupted goes on where it stopped', async () => {
  const db = await testDatabase();
  const world = await smallWorld();
  const [given] = world.plan.collection.returns;
  if (!given) throw new Error('the collection of the demo world has no returns');
  const returns = [given, { ...given, program: 'no-such-program' }];
  const broken = { ...world, plan: { ...world.plan, collection: { ...world.plan.collection, returns } } };
  await expect(loadDemo({ db, ...place }, new Date(), broken)).rejects.toThrow(
    'nobody asks for no-such-program',
  );
  await loadDemo({ db, ...place }, new Date(), world);
  expect(await standing(db)).toMatchObject(wholeOfSmall);
}, 60_000);

test('a world that an earlier version loaded stays as it is, and only who is in it is told', async () => {
  const db = await testDatabase();
  const world = await smallWorld();
  await loadDemo({ db, ...place }, new Date(), world);
  const loaded = await standing(db);
  const [first] = world.people;
  if (!first) throw new Error('the demo world has nobody');
  const later = { ...world, people: [...world.people, { ...first, email: 'later@example.jp' }] };
  const told = await loadDemo({ db, ...place }, new Date(), later);
  expect(told?.people.map(({ email }) => email)).toEqual(world.people.map(({ email }) => email));
  expect(await standing(db)).toEqual(loaded);
}, 60_000);

test('two processes that start together load it once', async () => {
  const db = await testDatabase();
  const world = await smallWorld();
  await Promise.all([
    loadDemo({ db, ...place }, new Date(), world),
    loadDemo({ db, ...place }, new Date(), world),
  ]);
  expect(await standing(db)).toMatchObject(wholeOfSmall);
}, 60_000);

test('a database that somebody else has begun to use is left alone', async () => {
  const db = await testDatabase();
  await inTransaction(db, loader, (tx) =>
    insertOrganisation(tx, { kind: 'prefecture', code: 'other', nameJa: 'ほかの県' }),
  );
  expect(await loadDemo({ db, ...place })).toBeNull();
  expect(await standing(db)).toMatchObject({ results: 0, plan: 0, editions: [] });
});
