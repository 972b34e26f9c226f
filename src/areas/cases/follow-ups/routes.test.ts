import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { casePaths, followUpPaths } from '../paths.ts';
import { followUpJob } from './jobs.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const stranger = await app.signIn(caseWorker, { kind: 'npo', name: 'よその 支援' });
const today = tokyoDay(new Date());
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const list = async (as = mori) => textOf(await app.get(followUpPaths.list.to({}), as));

async function endedCase() {
  const { id: caseId, number } = await makeCase(
    { db: app.db, vault: app.tools.vault },
    { organisationId, assignedTo: mori.who.personId },
  );
  const ending = { reason: 'broken-off', followUpOn: addDays(today, 30) };
  expect((await app.post(casePaths.close.to({ caseId }), ending, mori)).status).toBe(303);
  const [row] = await rows(sql`select id from case_follow_ups where case_id = ${caseId}::uuid`);
  return { caseId, number, followUpId: String(row?.['id']) };
}
const record = (followUpId: string, fields: Record<string, string>, as = mori) =>
  app.post(followUpPaths.record.to({ followUpId }), fields, as);
const remind = (days: number) =>
  followUpJob({ publicUrl: 'http://localhost' }).run(
    {
      db: app.db,
      who: system('test'),
      now: new Date(Date.now() + days * 86_400_000),
      log: makeLog('silent'),
    },
    {},
  );
const mailed = async ({ who }: typeof mori) =>
  (
    await rows(
      sql`select o.subject from mail_outbox o join people p on p.email = o.recipient where p.id = ${who.personId}::uuid`,
    )
  ).map(({ subject }) => String(subject));

test('who ended a case is reminded on the day that they promised, and the supervisor a week later, each once', async () => {
  const { number } = await endedCase();
  expect(await list()).toContain(number);
  expect(await list(stranger)).toContain('たずねる約束はありません');
  await remind(29);
  expect(await mailed(mori)).toEqual([]);
  await remind(30);
  await remind(31);
  expect(await mailed(mori)).toEqual(['終わった支援の様子をたずねる日です']);
  expect(await mailed(chief)).toEqual([]);
  await remind(37);
  await remind(38);
  expect(await mailed(chief)).toEqual(['様子をたずねる約束の日を過ぎています']);
});

test('what was heard is sealed, shown on the case, and asked again as promised', async () => {
  const { caseId, followUpId, number } = await endedCase();
  expect((await record(followUpId, { result: 'well' }, hayashi)).status).toBe(403);
  expect((await record(followUpId, { result: 'well' }, stranger)).status).toBe(404);
  const lost = await record(followUpId, { result: 'not-reached', note: '留守でした' });
  expect([lost.status, (await textOf(lost)).includes('次にたずねる日を決めてください')]).toEqual([422, true]);
  const again = addDays(today, 60);
  expect(
    (await record(followUpId, { result: 'so-so', note: '仕事が続いている', nextOn: again })).status,
  ).toBe(303);
  expect(await textOf(await app.get(casePaths.case.to({ caseId }), mori))).toContain(
    '波がある：仕事が続いている',
  );
  expect(JSON.stringify(await rows(sql`select * from case_follow_ups`))).not.toContain('仕事が続いて');
  expect(await list()).toContain(number);
  expect((await record(followUpId, { result: 'well' })).status).toBe(422);
  const due = await rows(
    sql`select due_on::text as on from case_follow_ups where case_id = ${caseId}::uuid and done_on is null`,
  );
  expect(due).toEqual([{ on: again }]);
});
