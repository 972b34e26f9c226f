import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { foldRollup } from '#platform/rollups/jobs.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';

const db = await testDatabase();
const it = system('test');
const cases = 6;
const days = { first: '2024-04-01', last: '2025-03-31' };

/** The same numbers each run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const id = (kind: string, n: number) => sql`md5(${`${kind} ${n}`})::uuid`;

async function makeWorld(tx: Tx): Promise<void> {
  const organisations = [
    await insertOrganisation(tx, { kind: 'npo', code: 'one', nameJa: '見本の支援団体 一' }),
    await insertOrganisation(tx, { kind: 'npo', code: 'two', nameJa: '見本の支援団体 二' }),
  ];
  for (let n = 0; n < cases; n += 1) {
    await tx.execute(
      sql`insert into persons (id, organisation_id, created_at) values (${id('person', n)}, ${organisations[0]}, now())`,
    );
    await tx.execute(sql`insert into case_files (id, number, organisation_id, step, received_on, opened_at, touched_at)
      values (${id('case', n)}, ${`2024-${n}`}, ${organisations[n % 2]}, 'received', '2024-04-01', now(), now())`);
  }
}

/** One thing that may happen to the rows behind the numbers. */
async function happen(tx: Tx, roll: (sides: number) => number, at: number): Promise<void> {
  const caseId = id('case', roll(cases));
  const day = sql`timestamptz '2024-02-01T03:00:00Z' + ${roll(500)} * interval '1 day'`;
  const some = sql`(select id from case_records order by md5(id::text || ${at}) limit 1)`;
  const service = ['consultation', 'accompaniment', 'protection', 'independence', null][roll(5)];
  const histories = [
    () => sql`insert into case_records (case_id, home_id, kind, service, started_at, sealed, written_at)
      select id, organisation_id, 'visit', ${service}, ${day}, 'x', now() from case_files where id = ${caseId}`,
    () => sql`insert into case_records (case_id, home_id, kind, service, started_at, sealed, written_at)
      select id, organisation_id, 'visit', 'protection', ${day}, 'x', now() from case_files`,
    () => sql`update case_records set replaced_at = now() where id = ${some}`,
    () => sql`update case_records set service = ${service}, started_at = ${day} where id = ${some}`,
    () =>
      sql`update case_records set home_id = (select id from organisations where code = 'two') where id = ${some}`,
    () => sql`delete from case_records where id = ${some}`,
    () => sql`update case_files set person_id = ${id('person', roll(3))} where id = ${caseId}`,
    () => sql`update case_files set person_id = null where id = ${caseId}`,
    () => sql`with asked as (insert into case_scales (case_id, home_id, asked_on, at, with_person, written_at)
      select id, organisation_id, (${day})::date, 'review', true, now() + ${at} * interval '1 second' from case_files where id = ${caseId} returning id, case_id)
      insert into case_scale_stages (scale_id, case_id, domain, class, stage)
      select id, case_id, domain, 'basic', 1 + ${roll(5)} from asked, unnest(array['housing', 'work']) domain`,
    () =>
      sql`update case_scales set asked_on = (${day})::date where id = (select id from case_scales order by md5(id::text || ${at}) limit 1)`,
    () =>
      sql`delete from case_scale_stages where id = (select id from case_scale_stages order by md5(id::text || ${at}) limit 1)`,
  ];
  await tx.execute((histories[roll(histories.length)] ?? histories[0])?.() ?? sql`select`);
}

/** Both ways of counting a fiscal year, each as sorted lines. */
async function both(tx: Tx) {
  const lines = async (statement: ReturnType<typeof sql>) =>
    (await tx.execute<{ line: string }>(sql`select l::text as line from (${statement}) l`)).rows
      .map(({ line }) => line)
      .toSorted();
  const { first, last } = days;
  return {
    services: {
      kept: await lines(sql`select owner, month, code, n, people from count_rollup('case', null, 2024)`),
      counted: await lines(
        sql`select organisation, month, code, n, people from case_figures(${first}, ${last}, null) where figure = 'service'`,
      ),
    },
    flows: {
      kept: await lines(
        sql`select figure, split_part(code, '>', 1)::int, split_part(code, '>', 2)::int, sum(n) as n
          from count_rollup('flow', null, 2024) where month = '' group by 1, 2, 3`,
      ),
      counted: await lines(sql`select * from case_flows(${first}, ${last}, null)`),
    },
  };
}

test('whatever happens to records, people and scales, what is kept added up is what counting the rows says', async () => {
  await inTransaction(db, it, makeWorld);
  const most = { services: 0, flows: 0 };
  for (const seed of [1, 2, 3]) {
    const roll = dice(seed);
    for (let at = 0; at < 80; at += 1) {
      await inTransaction(db, it, (tx) => happen(tx, roll, at + seed * 1000));
      if (roll(9) === 0) await inTransaction(db, it, (tx) => foldRollup(tx, 'case'));
      if (roll(9) === 0) await inTransaction(db, it, (tx) => foldRollup(tx, 'flow'));
      if (at % 8 > 0) continue;
      const { services, flows } = await inTransaction(db, it, both);
      expect(services.kept).toEqual(services.counted);
      expect(flows.kept).toEqual(flows.counted);
      most.services = Math.max(most.services, services.kept.length);
      most.flows = Math.max(most.flows, flows.kept.length);
    }
  }
  // Which rows something happens to is chance; that something was there to be counted is not.
  expect(most.services).toBeGreaterThan(20);
  expect(most.flows).toBeGreaterThan(3);
}, 60_000);

test('nothing of what is kept is seen by anybody, and what was undone is not counted', async () => {
  const before = await inTransaction(db, it, both);
  const undone = inTransaction(db, it, async (tx) => {
    for (let at = 0; at < 20; at += 1) await happen(tx, dice(at), at);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await inTransaction(db, it, both)).toEqual(before);
  const seen = await inTransaction(db, { kind: 'anonymous' }, (tx) =>
    tx.execute(
      sql`select 1 from rollups union all select 1 from rollup_people union all select 1 from rollup_facts`,
    ),
  );
  expect(seen.rows).toEqual([]);
});
