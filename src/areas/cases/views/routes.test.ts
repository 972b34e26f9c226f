import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '../access.ts';
import { urgencyMail } from '../bases/actions.ts';
import { urgencyJobs } from '../bases/jobs.ts';
import { openCaseFile } from '../case-files/actions.ts';
import { barPaths, basisPaths, casePaths, viewPaths } from '../paths.ts';
import { viewJob } from './jobs.ts';

const app = await testApp();
const { vault } = app.tools;
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const otherChief = await app.signIn(caseSupervisor, { organisationId, name: '次 責任' });
const elsewhere = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const officer = await app.signIn(protectionOfficer, { kind: 'prefecture', name: '守 担当' });
const it = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);

async function makeCase(name = '川 岸子') {
  const identity = { name, kana: '', nickname: '', sex: '', birth: '', phone: '', email: '' };
  const opened = await openCaseFile(app.db, mori.who, { vault, organisationId, identity });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}
const views = async (as: SignedIn, query: Record<string, string> = {}) =>
  textOf(await app.get(viewPaths.views.to({}, query), as));
const watch = async () =>
  viewJob({ publicUrl: 'http://localhost', vault }).run(
    { db: app.db, who: system('views.watch'), now: new Date(), log: makeLog('silent') },
    {},
  );
const urgency = async (name: string, payload: object = {}, hoursLater = 0) => {
  const job = urgencyJobs({ publicUrl: 'http://localhost' }).find((each) => each.name === name);
  if (!job) throw new Error(`no job ${name}`);
  const now = new Date(Date.now() + hoursLater * 3_600_000);
  const tools = { db: app.db, who: system(name), now, log: makeLog('silent') };
  await (job.run as (tools: object, payload: object) => Promise<void>)(tools, payload);
};

describe('who looked', () => {
  test('is shown to the officer and to supervisors of the organisation, with the ground and nothing of what they saw', async () => {
    const { id: caseId, number } = await makeCase();
    await app.get(casePaths.case.to({ caseId }), mori);
    for (const as of [officer, chief]) {
      const shown = await views(as, { case: caseId });
      for (const told of ['森 支援', number, '担当として']) expect(shown).toContain(told);
      expect(shown).not.toContain('川 岸子');
    }
    expect(await views(elsewhere, { case: caseId })).toContain('この範囲の閲覧はありません');
    expect((await app.get(viewPaths.views.to({}), mori)).status).toBe(403);
    expect(await views(officer, { case: caseId, as: 'urgent' })).toContain('この範囲の閲覧はありません');
  });

  test('is not shown to a supervisor who is shut out of the case by name', async () => {
    const { id: caseId, number } = await makeCase();
    await app.get(casePaths.case.to({ caseId }), mori);
    const bar = { personId: otherChief.who.personId, reason: '相手方のきょうだい' };
    expect((await app.post(barPaths.bars.to({ caseId }), bar, chief)).status).toBe(303);
    expect(await views(otherChief)).not.toContain(number);
    expect(await views(chief)).toContain(number);
    const named = { to: otherChief.who.personId };
    const page = await (await app.get(casePaths.case.to({ caseId }), chief)).text();
    expect(page).toContain(mori.who.personId);
    expect(page).not.toContain(named.to);
    expect((await app.post(casePaths.assign.to({ caseId }), named, chief)).status).toBe(422);
  });
});

describe('unusual reading', () => {
  test('rises to the officer without a name opened, is told by mail, and is answered once', async () => {
    const { id: caseId } = await makeCase('森 支援');
    await app.get(casePaths.case.to({ caseId }), mori);
    await watch();
    await watch();
    const mail = await rows(
      sql`select subject, body from mail_outbox where subject = 'ふだんと違う閲覧があります'`,
    );
    expect(mail).toHaveLength(1);
    const list = await textOf(await app.get(viewPaths.alerts.to({}), officer));
    expect(list).toContain('自分と同じ氏名の人のケースを見た');
    const [alert] = await rows(sql`select id from case_view_alerts where rule = 'own-name'`);
    const alertId = String(alert?.['id']);
    const answer = (change: Record<string, string> = {}, as = officer) =>
      app.post(
        viewPaths.answer.to({ alertId }),
        { result: 'explained', answer: '同姓同名の別の人でした', ...change },
        as,
      );
    expect((await answer({}, chief)).status).toBe(403);
    expect((await answer({ answer: '短い' })).status).toBe(422);
    expect((await answer({ result: '' })).status).toBe(422);
    expect((await answer()).status).toBe(303);
    expect((await answer()).status).toBe(422);
    expect(await textOf(await app.get(viewPaths.answer.to({ alertId }), chief))).toContain(
      '同姓同名の別の人',
    );
    const dump = JSON.stringify(await rows(sql`select * from case_view_alerts`));
    expect(dump).not.toContain('同姓同名');
    expect((await app.get(viewPaths.answer.to({ alertId }), elsewhere)).status).toBe(404);
  });
});

describe('whoever is told of broken glass', () => {
  test('hears it by mail at once, is reminded every day, and after three days the officers hear of it', async () => {
    const { number } = await makeCase();
    const reason = '自宅で倒れており救急隊に伝えるため';
    const tells = chief.who.personId;
    const broken = await app.post(basisPaths.urgency.to({}), { organisationId, number, reason, tells }, mori);
    expect(broken.status).toBe(303);
    const [basis] = await rows(sql`select id from case_bases where lane = 'urgency'`);
    const basisId = String(basis?.['id']);
    await rows(sql`delete from mail_outbox`);
    await urgency(urgencyMail.name, { basisId });
    await urgency('urgency.watch', {}, 23);
    await urgency('urgency.watch', {}, 25);
    await urgency('urgency.watch', {}, 26);
    await urgency('urgency.watch', {}, 80);
    const mails = await rows(sql`select subject, body from mail_outbox order by created_at`);
    const count = (word: string) => mails.filter(({ subject }) => String(subject).includes(word)).length;
    expect([count('至急'), count('再度のお願い'), count('確かめられていません')]).toEqual([1, 2, 1]);
    expect(JSON.stringify(mails)).not.toContain(reason);
    const glass = await textOf(await app.get(viewPaths.glass.to({}), chief));
    for (const told of [reason, number, 'まだ確かめていない']) expect(glass).toContain(told);
    expect(await textOf(await app.get(viewPaths.glass.to({}), officer))).not.toContain(reason);
    expect((await app.post(basisPaths.seen.to({ basisId }), {}, chief)).status).toBe(303);
    await rows(sql`delete from mail_outbox`);
    await urgency('urgency.watch', {}, 200);
    expect(await rows(sql`select id from mail_outbox`)).toEqual([]);
  });
});
