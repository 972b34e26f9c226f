import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { makePlannedCase } from '#areas/cases/plans/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { makeOffer } from '#areas/partnerships/exchange/fixtures.ts';
import { makeRequest } from '#areas/partnerships/matches/fixtures.ts';
import { makeAgent, makeMember } from '#areas/partnerships/members/fixtures.ts';
import { makePlace } from '#areas/partnerships/places/fixtures.ts';
import { makeTraining } from '#areas/partnerships/work-trainings/fixtures.ts';
import { makeWorkplace } from '#areas/partnerships/workplaces/fixtures.ts';
import { makeCourse, makeHeld } from '#areas/training/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { reportWorld } from '../editions/fixtures.ts';
import { listLiveValues } from './store.ts';

const app = await testApp();
const world = await reportWorld(app);
await makeMunicipalities(app.db);
const desk = await makeDesk(app.db, { code: 'night' });
const bind = (binding: Readonly<Record<string, string>>) =>
  app.post(`/staff/report/live/2024/${world.calls}`, binding, world.reporter);

/** What a measure says of 2024 once it is bound to a way of counting. */
async function valueOf(binding: Readonly<Record<string, string>>): Promise<number | null | undefined> {
  expect((await bind(binding)).status).toBe(303);
  const values = await inTransaction(app.db, system('test'), (tx) => listLiveValues(tx, 2024));
  return values.find(({ period, live }) => period === '2024' && live === binding['live'])?.value;
}

test('looks at a part of the site and ended referrals of a desk are counted too', async () => {
  await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(
      `insert into page_views (day, section, n) values ('2024-04-01', 'reports', 40), ('2025-03-31', 'reports', 2), ('2024-05-01', 'find', 7), ('2025-04-01', 'reports', 9)`,
    ),
  );
  expect(await valueOf({ live: 'page-views', section: 'reports' })).toBe(42);
  expect(await valueOf({ live: 'page-views' })).toBe(49);
  expect(await valueOf({ live: 'referrals-ended', desk: 'night' })).toBeNull();
  const nowhere = await bind({ live: 'referrals-well', desk: 'nowhere' });
  expect(nowhere.status).toBe(422);
});

test('what members, companies and places did together is counted: matches, goods, answers, places and visits', async () => {
  for (const live of ['matches', 'goods-kg', 'answer-rate', 'places', 'place-visits'])
    expect(await valueOf({ live }), live).toBeNull();
  const days = [1, 2, 3, 4, 5].map((day) => new Date(`2024-06-0${day}T03:00:00Z`));
  const group = await makeAgent(app, { nameJa: '試験の食卓' }, days[0]);
  const matchIds: string[] = [];
  for (const day of days) {
    const { postId } = await makeOffer(app.db, {}, day);
    const request = { what: ['米', '味噌', '毛布', '文房具', '野菜'][matchIds.length] ?? '' };
    const about = { postId, organisationId: group.organisationId, request };
    matchIds.push(await makeRequest(app.db, group.who, about, day));
  }
  const serviceId = await makePlace(app.db, { organisationId: group.organisationId });
  await inTransaction(app.db, system('test'), async (tx) => {
    const run = (text: string, values: readonly unknown[]) => tx.$client.query(text, [...values]);
    await run('update matches set answered_at = asked_at where id = any($1)', [matchIds.slice(0, 4)]);
    await run("update matches set status = 'lapsed' where id = $1", [matchIds[4]]);
    const brought = `insert into match_deliveries (match_id, delivered_on, quantity, unit, confirmed_at, counted_at)
      values ($1, $2, $3, $4, now(), now())`;
    await run(brought, [matchIds[0], '2024-06-20', 30, 'kg']);
    await run(brought, [matchIds[1], '2025-03-31', 12, 'kg']);
    await run(brought, [matchIds[1], '2025-04-01', 500, 'kg']);
    await run(brought, [matchIds[2], '2024-07-01', 80, 'meal']);
    const came = `insert into place_counts (service_id, organisation_id, day, slot, version, bands, total, how, at)
      values ($1, $2, $3, '13:00', 1, $4, $5, 'first', now())`;
    await run(came, [serviceId, group.organisationId, '2024-06-08', { primary: 8, adult: 2 }, 10]);
    await run(came, [serviceId, group.organisationId, '2024-06-15', { primary: 7 }, 7]);
  });
  expect(await valueOf({ live: 'matches' })).toBe(3);
  expect(await valueOf({ live: 'goods-kg' })).toBe(42);
  expect(await valueOf({ live: 'answer-rate' })).toBe(80);
  expect(await valueOf({ live: 'places' })).toBe(1);
  expect(await valueOf({ live: 'place-visits' })).toBe(17);
});

/** What is kept added up of a year, as it was folded last. */
async function folded(
  register: string,
  owner: string,
  sums: readonly (readonly [figure: string, code: string, n: number, people?: number])[],
): Promise<void> {
  await inTransaction(app.db, system('test'), async (tx) => {
    for (const [figure, code, n, people = 0] of sums)
      await tx.$client.query(
        `insert into rollups (register, year, owner, month, figure, code, n, people) values ($1, 2024, $2, '', $3, $4, $5, $6)`,
        [register, owner, figure, code, n, people],
      );
  });
}

test('each measure counts its own: services, referrals, benefits and money, members, trainings', async () => {
  await folded('case', desk.deskId, [
    ['service', 'consultation', 41, 31],
    ['service', 'accompaniment', 42, 32],
    ['service', 'protection', 43, 33],
    ['service', 'independence', 44, 34],
  ]);
  await folded('referral', desk.deskId, [
    ['ended', 'settled', 21],
    ['ended', 'improved', 22],
    ['ended', 'lost', 23],
  ]);
  await folded('grant', world.nightDesk, [
    ['recipients', '', 51, 52],
    ['decided', '', 53_000],
    ['paid', '', 54_000],
    ['settled', '', 53_500],
    ['groups', '', 55, 56],
    ['reports', '', 57],
  ]);
  const members = (await valueOf({ live: 'members' })) ?? 0;
  await makeMember(app.db, { joinedOn: '2024-04-01', until: '2026-03-31' });
  await makeMember(app.db, { joinedOn: '2025-04-01', until: '2026-03-31' });
  const courseId = await makeCourse(app.db, world.reporter.organisationId);
  const tools = { db: app.db, vault: app.tools.vault };
  await makeHeld(tools, { courseId, on: '2024-04-01', mails: ['a@example.jp', 'b@example.jp'] });
  await makeHeld(tools, {
    courseId,
    on: '2025-03-31',
    mails: ['a@example.jp', 'c@example.jp', 'd@example.jp'],
  });
  await makeHeld(tools, { courseId, on: '2025-04-01', mails: ['e@example.jp'] });
  for (const [live, expected] of [
    ['consultations', 41],
    ['accompaniments', 42],
    ['protection', 33],
    ['independence', 34],
    ['referrals-ended', 66],
    ['referrals-well', 43],
    ['benefit-recipients', 51],
    ['benefit-people', 52],
    ['decided-yen', 53_000],
    ['paid-yen', 54_000],
    ['settled-yen', 53_500],
    ['grant-groups', 56],
    ['grant-reports', 57],
    ['members', members + 1],
    ['training-sessions', 2],
    ['training-total', 5],
    ['training-distinct', 4],
  ] as const)
    expect(await valueOf({ live, desk: 'night' }), live).toBe(expected);
});

test('who was seen in a field survey that ended in the year is counted', async () => {
  expect(await valueOf({ live: 'surveyed-people' })).toBeNull();
  await inTransaction(app.db, system('test'), async ({ $client }) => {
    const { rows } = await $client.query<{ id: string }>(`insert into field_surveys
      (title, purpose, opens_on, closes_on, state, questions, version, created_at)
      values ('冬の調査', '夜のようす', '2025-01-10', '2025-01-20', 'closed', '[]', 1, now()) returning id`);
    await $client.query(
      `insert into field_survey_edits (id, answer_id, survey_id, version, organisation_id, sequence, municipality, seen,
        "values", seen_at, clock_behind, clock_doubtful, received_at)
        select gen_random_uuid(), gen_random_uuid(), $1, 1, $2, 1, '99201', 7, '{}', now(), 0, false, now()
        from generate_series(1, 2)`,
      [rows[0]?.id, world.reporter.organisationId],
    );
  });
  expect(await valueOf({ live: 'surveyed-people' })).toBe(14);
});

test('who found ordinary work through a training of the year is counted, whoever went on or found it later is not', async () => {
  const worker = await app.signIn(caseWorker, { kind: 'npo' });
  const { vault } = app.tools;
  const { organisationId } = await makeMember(app.db, { kind: 'company' });
  const { workplaceId } = await makeWorkplace(app.db, { organisationId });
  const planned = { who: worker.who, organisationId: worker.organisationId, program: 'work-training' };
  for (const [endsOn, outcome] of [
    ['2024-09-30', 'employed'],
    ['2024-10-31', 'continues'],
    ['2025-04-01', 'employed'],
  ] as const) {
    const caseId = await makePlannedCase({ db: app.db, vault }, planned);
    const of = { caseId, workerId: worker.who.personId, workplaceId, organisationId, vault };
    await makeTraining(app.db, { ...of, state: 'ended', startsOn: '2024-06-03', endsOn, outcome });
  }
  expect(await valueOf({ live: 'work-training-employed' })).toBe(1);
});
