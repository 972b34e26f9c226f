import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { foldRollup } from '#platform/rollups/jobs.ts';
import { testApp } from '#src/app.testing.ts';
import { grantOfficer } from '../access.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { makeAwards } from '../payments/fixtures.ts';
import { makeBenefits } from './fixtures.ts';
import { countGrantsOfPrograms, countNotReceived, tooLongDays } from './read.ts';

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

/** What was not received until a day, from the rows themselves, by month, place and worry. */
async function notReceivedByRows(tx: Tx, before: string) {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select to_char(b.asked_on, 'YYYY-MM') as month, b.municipality as place, b.worry, count(*)::int as times
    from grant_benefits b left join grant_awards a on a.id = b.award_id
    where to_char(b.asked_on, 'YYYY-MM') between '2025-02' and '2025-06'
      and not exists (select from jsonb_array_elements(b.checked) c where not (c->>'met')::boolean)
      and (b.state = 'withdrawn'
        or b.state in ('asked', 'returned', 'checked') and b.asked_on <= ${before}::date
        or b.state = 'decided' and b.decided_on <= ${before}::date and coalesce(a.paid_yen, 0) = 0)
    group by 1, 2, 3 order by 1, 2, 3`);
  return rows;
}

test('whatever happens to benefits and their money, what was not received is what counting the rows says', async () => {
  const { callId, awardIds } = await makeAwards({ db, vault: tools.vault }, { bureauId, yen });
  const asked = { state: 'asked', askedOn: '2025-03-15' };
  const each = awardIds.map((awardId) => ({ ...asked, awardId }));
  await makeBenefits(db, callId, [...each, { ...asked, met: false, times: 2 }]);
  const roll = dice(11);
  const benefit = (call: string) => sql`id = (select id from grant_benefits where call_id = ${call}
    order by serial offset ${roll(8)} limit 1)`;
  const day = () => sql`date '2025-01-20' + ${roll(150)}::int`;
  const change = (set: ReturnType<typeof sql>) =>
    sql`update grant_benefits set ${set} where ${benefit(callId)}`;
  const states = [
    'asked',
    'returned',
    'checked',
    'decided',
    'decided',
    'decided',
    'decided',
    'refused',
    'withdrawn',
    'cancelled',
  ];
  const histories = [
    () => change(sql`state = ${states[roll(states.length)] ?? ''}, decided_on = ${day()}`),
    () => change(sql`asked_on = ${day()}`),
    () => change(sql`municipality = ${['', '99201', '99202'][roll(3)] ?? ''}`),
    () => change(sql`worry = ${['', 'housing', 'debt'][roll(3)] ?? ''}`),
    // Often money alone, with nothing else that says that a benefit changed.
    ...Array.from(
      { length: 6 },
      () => () =>
        sql`update grant_awards set paid_yen = ${roll(2) * 500} where id = ${awardIds[roll(6)] ?? ''}`,
    ),
  ];
  const span = { from: '2025-02', to: '2025-06' };
  let most = 0;
  for (let at = 0; at < 200; at += 1) {
    const happens = histories[roll(histories.length)];
    if (happens) await inTransaction(db, it, (tx) => tx.execute(happens()));
    if (roll(3) === 0) await inTransaction(db, it, (tx) => foldRollup(tx, 'unreceived'));
    if (at % 2 > 0) continue;
    const now = new Date(`2025-0${3 + roll(5)}-20T03:00:00Z`);
    const rows = await inTransaction(db, it, (tx) =>
      notReceivedByRows(tx, addDays(tokyoDay(now), -tooLongDays)),
    );
    expect(await countNotReceived(db, span, now)).toEqual(rows);
    most = Math.max(most, rows.length);
  }
  expect(most).toBeGreaterThan(2);
}, 60_000);
