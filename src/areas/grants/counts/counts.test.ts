import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { foldRollup } from '#platform/rollups/jobs.ts';
import { testApp } from '#src/app.testing.ts';
import { grantOfficer } from '../access.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { makeAwards } from '../payments/fixtures.ts';
import { countGrantsOfPrograms } from './read.ts';

const { db, tools, ...app } = await testApp();
const it = system('test');
const officer = await app.signIn(grantOfficer);
const bureauId = officer.organisationId;
await makeYear(db, { year: 2025, bureaus: [bureauId] });
const yen = [1000, 2000, 3000, 4000, 5000, 6000];
const calls = [
  await makeAwards({ db, vault: tools.vault }, { bureauId, yen }),
  await makeAwards({ db, vault: tools.vault }, { bureauId, yen }),
];
const programIds = [
  await makeProgram(db, { year: 2025, nameJa: '見本の助成 一', organisationId: bureauId }),
  await makeProgram(db, { year: 2025, nameJa: '見本の助成 二', organisationId: bureauId }),
];
const awards = calls.flatMap(({ awardIds }) => awardIds);

function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function happen(tx: Tx, roll: (sides: number) => number): Promise<void> {
  const award = awards[roll(awards.length)] ?? '';
  const call = calls[roll(2)]?.callId ?? '';
  const recipient = sql`(select id from grant_recipients where blind = ${`r${roll(3)}`})`;
  const histories = [
    () =>
      sql`update grant_awards set paid_yen = decided_yen, settled_yen = ${roll(1000)} where id = ${award}`,
    () =>
      sql`update grant_awards set state = ${['active', 'reported', 'cancelled'][roll(3)]} where id = ${award}`,
    () => sql`update grant_awards set decided_on = date '2025-05-01' + ${roll(200)}::int where id = ${award}`,
    () => sql`update grant_calls set program_id = ${[...programIds, null][roll(3)]} where id = ${call}`,
    () =>
      sql`update grant_benefits set recipient_id = ${recipient}, outcome = ${[null, 'kept'][roll(2)]} where award_id = ${award}`,
    () => sql`delete from grant_benefits where award_id = ${award}`,
    () => sql`update grant_applications set applicant_id = (select id from grant_applicants order by id offset ${roll(3)}::int limit 1)
      where id = (select application_id from grant_awards where id = ${award})`,
    () => sql`insert into grant_benefits (call_id, version_id, bureau_id, organisation_id, recipient_id, use, age_band, yen, checked, award_id, asked_on, created_at)
      select call_id, version_id, bureau_id, bureau_id, ${recipient}, 'exam', '15-19', decided_yen, '[]', id, decided_on, now()
      from grant_awards where id = ${award} on conflict do nothing`,
  ];
  await tx.execute((histories[roll(histories.length)] ?? histories[0])?.() ?? sql`select`);
}

/** The same figures from the rows themselves, the whole year and one month. */
async function counted(tx: Tx, programId: string) {
  const { rows } = await tx.execute<Record<string, string>>(sql`
    with of_program as (
      select w.*, b.recipient_id, b.outcome, p.applicant_id from grant_awards w join grant_calls c on c.id = w.call_id
        join grant_applications p on p.id = w.application_id left join grant_benefits b on b.award_id = w.id
      where c.program_id = ${programId} and c.fiscal_year = 2025 and w.state <> 'cancelled' and w.decided_yen > 0
    )
    select count(recipient_id) as recipients, count(distinct recipient_id) as people,
      count(distinct applicant_id) filter (where recipient_id is null) as groups, coalesce(sum(decided_yen), 0) as decided,
      coalesce(sum(paid_yen), 0) as paid, coalesce(sum(settled_yen), 0) as settled,
      count(*) filter (where outcome is not null or state in ('reported', 'fixed', 'closed')) as reports,
      count(distinct recipient_id) filter (where to_char(decided_on, 'YYYY-MM') = '2025-06') as june
    from of_program`);
  return Object.values(rows[0] ?? {}).map(Number);
}

test('whatever happens to awards, benefits and calls, the sums of a program are what counting the rows says', async () => {
  await inTransaction(db, it, (tx) =>
    tx.execute(sql`insert into grant_recipients (blind) values ('r0'), ('r1'), ('r2')`),
  );
  const roll = dice(7);
  let most = 0;
  for (let at = 0; at < 150; at += 1) {
    await inTransaction(db, it, (tx) => happen(tx, roll));
    if (roll(8) === 0) await inTransaction(db, it, (tx) => foldRollup(tx, 'grant'));
    if (at % 5 > 0) continue;
    await inTransaction(db, it, async (tx) => {
      const kept = await countGrantsOfPrograms(tx, { programIds, fiscalYear: 2025 });
      for (const [programId, sums] of kept) {
        const { recipients, people, groups, decidedYen, paidYen, settledYen, reports } = sums;
        const totals = [recipients, people, groups, decidedYen, paidYen, settledYen, reports];
        most = Math.max(most, people.total);
        expect([...totals.map(({ total }) => total), people.months[2]]).toEqual(await counted(tx, programId));
      }
    });
  }
  expect(most).toBeGreaterThan(1);
}, 60_000);
