import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { giveConsent, withdrawConsent } from '../bases/actions.ts';
import { openCaseFile, takeStep } from '../case-files/actions.ts';
import { barPaths, casePaths, meetingPaths, protectionPaths, recordPaths } from '../paths.ts';
import { savePlan } from '../plans/actions.ts';
import { movePlan } from '../plans/moving.ts';
import { emptyRow } from '../plans/write.ts';
import { meetingMail } from './actions.ts';
import { meetingJob } from './jobs.ts';

const app = await testApp();
const { vault } = app.tools;
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const colleague = await app.signIn(caseWorker, { organisationId, name: '同 僚' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const guest = await app.signIn(caseWorker, { kind: 'npo', name: '客 会員' });
const it = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);
const dayIn = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const today = dayIn(0);

async function makeCase(name = '川 岸子') {
  const opened = await openCaseFile(app.db, mori.who, {
    vault,
    organisationId,
    receivedOn: dayIn(-30),
    identity: { name, kana: '', nickname: '', sex: '', birth: '', phone: '', email: '' },
    place: { postalCode: '', address: '見本町5' },
  });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value.id;
}

async function consent(caseId: string, classes = ['identity', 'basic']) {
  const given = await giveConsent(app.db, mori.who, {
    vault,
    caseId,
    classes,
    organisationIds: [guest.organisationId],
    purpose: '会議のため',
    how: 'spoken',
    wordsShown: '',
    givenOn: today,
    untilOn: '',
  });
  if (!given.ok) throw new Error(given.refusal);
  return given.value.id;
}

const fields = {
  form: 'support.livelihood-9',
  purpose: 'share',
  on: dayIn(1),
  from: '10:00',
  to: '11:00',
  before: '72',
  after: '24',
  agenda: '住まいを失いそうな事情について',
  'members[]': [guest.who.personId],
  'classes[]': ['identity'],
  outsiders: '見本町内会 会長',
  sworn: 'on',
};
const call = (caseId: string, change: Record<string, string | string[]> = {}, as = mori) =>
  app.post(meetingPaths.new.to({ caseId }), { ...fields, ...change }, as);
async function meet(caseId: string, change: Record<string, string | string[]> = {}) {
  const called = await call(caseId, change);
  expect(called.status).toBe(303);
  return /meetings\/([0-9a-f-]{36})/.exec(called.headers.get('location') ?? '')?.[1] ?? '';
}
const page = async (meetingId: string, as: SignedIn) =>
  textOf(await app.get(meetingPaths.meeting.to({ meetingId }), as));
const swear = (meetingId: string, as: SignedIn) => app.post(meetingPaths.swear.to({ meetingId }), {}, as);
const write = (meetingId: string, kind: string, told: Record<string, string>, as = mori) =>
  app.post(meetingPaths.paper.to({ meetingId, kind }), told, as);

/** What row-level security alone lets somebody see of a case and its meeting. */
async function seen({ caseId, meetingId }: { caseId: string; meetingId: string }, as: SignedIn) {
  return inTransaction(app.db, as.who, async (tx) => {
    const list = async (statement: ReturnType<typeof sql>) => (await tx.execute(statement)).rows;
    const papers = await list(
      sql`select kind from case_meeting_papers where meeting_id = ${meetingId}::uuid`,
    );
    const details =
      await list(sql`select d.class from person_details d join case_files c on c.person_id = d.person_id
      where c.id = ${caseId}::uuid order by 1`);
    const cases = await list(sql`select id from case_files`);
    return { papers: papers.length, classes: details.map((each) => each['class']), cases: cases.length };
  });
}
const nothing = { papers: 0, classes: [], cases: 0 };

describe('a member from elsewhere', () => {
  test('sees nothing before the promise, then the agenda’s case in the classes given, and nothing after the window', async () => {
    const [caseId] = [await makeCase(), await makeCase('別 人')];
    const meetingId = await meet(caseId);
    const at = { caseId, meetingId };
    expect(await seen(at, guest)).toEqual(nothing);
    const before = await page(meetingId, guest);
    expect(before).toContain('約束する');
    expect(before).not.toContain('住まいを失いそうな');
    expect((await app.get(casePaths.case.to({ caseId }), guest)).status).toBe(404);

    expect((await swear(meetingId, guest)).status).toBe(303);
    expect(await seen(at, guest)).toEqual({ papers: 1, classes: ['identity'], cases: 1 });
    expect(await page(meetingId, guest)).toContain('住まいを失いそうな');
    const shown = await textOf(await app.get(casePaths.case.to({ caseId }), guest));
    expect(shown).toContain('川 岸子');
    expect(shown).not.toContain('見本町5');

    const move = { on: dayIn(-3), from: '10:00', to: '11:00', before: '0', after: '0' };
    expect((await app.post(meetingPaths.move.to({ meetingId }), move, mori)).status).toBe(303);
    expect(await seen(at, guest)).toEqual(nothing);
    expect(await page(meetingId, guest)).toContain('もう見られません');
    expect((await app.get(casePaths.case.to({ caseId }), guest)).status).toBe(404);
  });

  test('who promised early sees nothing until the window opens', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId, { on: dayIn(10), before: '24' });
    await swear(meetingId, guest);
    expect(await seen({ caseId, meetingId }, guest)).toEqual(nothing);
    expect(await page(meetingId, guest)).toContain('それまで、ケースも議題も見られません');
    expect((await app.get(meetingPaths.agenda.to({ meetingId }), guest)).status).toBe(404);
  });

  test('is asked with consent only where the consent names them, and is out when it is withdrawn', async () => {
    const caseId = await makeCase();
    const told = { consented: 'on', form: 'coordination.practice', purpose: 'review' };
    const refused = await call(caseId, told);
    expect([refused.status, await textOf(refused)]).toEqual([422, expect.stringContaining('本人の同意に')]);
    const basisId = await consent(caseId);
    const beyond = await call(caseId, { ...told, 'classes[]': ['identity', 'health'] });
    expect(beyond.status).toBe(422);
    const meetingId = await meet(caseId, told);
    await swear(meetingId, guest);
    expect((await seen({ caseId, meetingId }, guest)).papers).toBe(1);
    await withdrawConsent(app.db, mori.who, { basisId, how: 'told' });
    expect(await seen({ caseId, meetingId }, guest)).toEqual(nothing);
  });

  test('answers what is asked of them, and writes nothing else', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId);
    await swear(meetingId, guest);
    const [member] = await rows(
      sql`select id from case_meeting_members where meeting_id = ${meetingId}::uuid and person_id = ${guest.who.personId}::uuid`,
    );
    await write(meetingId, 'request', {
      request: '家賃の滞納はありますか',
      toMemberId: String(member?.['id']),
    });
    const [request] = await rows(
      sql`select id from case_meeting_papers where meeting_id = ${meetingId}::uuid and kind = 'request'`,
    );
    expect(await page(meetingId, guest)).toContain('家賃の滞納はありますか');
    const answer = { answer: '三か月分あります', answersId: String(request?.['id']) };
    expect((await write(meetingId, 'answer', answer, guest)).status).toBe(303);
    expect(await page(meetingId, mori)).toContain('三か月分あります');
    expect((await write(meetingId, 'minutes', { minutes: '書き換え', version: '0' }, guest)).status).toBe(
      403,
    );
  });
});

describe('a meeting without consent', () => {
  test('is called under an Act that binds to secrecy only, and its words stay with those who promised', async () => {
    const caseId = await makeCase();
    expect((await call(caseId, { form: 'coordination.practice' })).status).toBe(422);
    expect((await call(caseId, { sworn: '' })).status).toBe(422);
    const meetingId = await meet(caseId);
    await write(meetingId, 'minutes', { minutes: '隣の人が心配している', version: '0' });
    expect(await page(meetingId, mori)).toContain('隣の人が心配している');
    for (const other of [colleague, chief]) {
      expect((await seen({ caseId, meetingId }, other)).papers).toBe(0);
      expect(await page(meetingId, other)).not.toContain('心配している');
      const timeline = await textOf(await app.get(recordPaths.timeline.to({ caseId }), other));
      expect(timeline).toContain(
        '支援会議を予定 生活困窮者自立支援法 第9条。話したことは、この会議の構成員だけが',
      );
      for (const word of ['心配している', '住まいを失いそうな', '町内会'])
        expect(timeline).not.toContain(word);
    }
    expect((await app.get(recordPaths.timeline.to({ caseId }), guest)).status).toBe(404);
    expect((await write(meetingId, 'minutes', { minutes: 'x', version: '1' }, chief)).status).toBe(403);
    const dump = JSON.stringify([
      await rows(sql`select * from case_meetings`),
      await rows(sql`select * from case_meeting_papers`),
      await rows(sql`select * from case_meeting_members`),
      await rows(sql`select * from audit_events`),
    ]);
    for (const word of ['心配している', '住まいを失いそうな', '町内会', '川 岸子'])
      expect(dump).not.toContain(word);
  });

  test('puts nothing into the plan before there is a consent', async () => {
    const caseId = await withPlan(await makeCase());
    const meetingId = await meet(caseId);
    await write(meetingId, 'decision', { decision: '家計の相談に同行する', bearer: 'own' });
    const [decision] = await rows(
      sql`select id from case_meeting_papers where meeting_id = ${meetingId}::uuid and kind = 'decision'`,
    );
    const paperId = String(decision?.['id']);
    const toPlan = () => app.post(meetingPaths.toPlan.to({ meetingId, paperId }), {}, mori);
    await rows(sql`update case_bases set withdrawn_at = now() where case_id = ${caseId}::uuid`);
    const refused = await toPlan();
    expect([refused.status, await textOf(refused)]).toEqual([
      422,
      expect.stringContaining('本人の同意がありません'),
    ]);
    await rows(sql`update case_bases set withdrawn_at = null where case_id = ${caseId}::uuid`);
    expect((await toPlan()).status).toBe(303);
    const items = await rows(
      sql`select meeting_id from case_plan_items where meeting_id = ${meetingId}::uuid`,
    );
    expect(items).toHaveLength(1);
    expect((await toPlan()).status).toBe(422);
  });

  test('is read on record', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId);
    await swear(meetingId, guest);
    await page(meetingId, guest);
    const views = await rows(
      sql`select what, "as" from case_views where case_id = ${caseId}::uuid and person_id = ${guest.who.personId}::uuid`,
    );
    expect(views).toContainEqual({ what: 'meeting', as: 'member' });
  });
});

/** A plan to which the person has agreed. */
async function withPlan(caseId: string): Promise<string> {
  await takeStep(app.db, mori.who, { caseId, step: 'screened', on: dayIn(-20), screening: 'supported' });
  await consent(caseId);
  await takeStep(app.db, mori.who, { caseId, step: 'assessed', on: dayIn(-10) });
  const plan = await savePlan(app.db, mori.who, {
    vault,
    caseId,
    version: 0,
    issues: '住まい',
    longGoal: '落ち着いて暮らす',
    goal: '部屋を見つける',
    remark: '',
    careful: {},
    startsOn: today,
    endsOn: dayIn(180),
    monitorOn: dayIn(60),
    isEmploymentTarget: false,
    rows: [{ ...emptyRow, what: '部屋を探す', bearer: 'person' }],
  });
  if (!plan.ok) throw new Error(plan.refusal);
  const step = { vault, planId: plan.value.id, move: 'agree', on: today, how: 'signed' } as const;
  const agreed = await movePlan(app.db, mori.who, step);
  if (!agreed.ok) throw new Error(agreed.refusal);
  return caseId;
}

describe('a support coordination meeting', () => {
  test('that was held is the case’s day of the meeting, with who was there and whether the plan fits', async () => {
    const caseId = await withPlan(await makeCase());
    const told = { consented: 'on', form: 'coordination.practice', purpose: 'plan', on: today };
    const meetingId = await meet(caseId, { ...told, from: '00:00', to: '00:30' });
    const hold = (change: Record<string, string> = {}) =>
      app.post(meetingPaths.hold.to({ meetingId }), change, mori);
    expect((await hold()).status).toBe(422);
    expect((await hold({ result: 'fits' })).status).toBe(303);
    const [file] = await rows(sql`select step, met_on::text from case_files where id = ${caseId}::uuid`);
    expect(file).toEqual({ step: 'met', met_on: today });
    const timeline = await textOf(
      await app.get(recordPaths.timeline.to({ caseId }, { show: 'meeting' }), mori),
    );
    expect(timeline).toContain('支援調整会議を開いた 自立相談支援の手引き（本人の同意による）');
    expect((await hold({ result: 'fits' })).status).toBe(422);
  });

  test('two who write the minutes at once: the second is told, and overwrites nothing', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId);
    await write(meetingId, 'minutes', { minutes: '一人目の記録', version: '0' });
    const second = await write(meetingId, 'minutes', { minutes: '二人目の記録', version: '0' });
    const text = await textOf(second);
    expect([second.status, text.includes('一人目の記録'), text.includes('二人目の記録')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  test('is told by mail without a word of the person, and when it is cancelled nobody sees any more', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId);
    await swear(meetingId, guest);
    const job = meetingJob({ publicUrl: 'http://localhost' });
    const tools = { db: app.db, who: system(meetingMail.name), now: new Date(), log: makeLog('silent') };
    await job.run(tools, { meetingId, letter: 'asked' });
    const mail = JSON.stringify(await rows(sql`select * from mail_outbox`));
    expect(mail).toContain('会議のご案内');
    for (const word of ['川 岸子', '住まいを失いそうな']) expect(mail).not.toContain(word);
    expect((await app.post(meetingPaths.cancel.to({ meetingId }), {}, mori)).status).toBe(303);
    expect(await seen({ caseId, meetingId }, guest)).toMatchObject({ papers: 0, classes: [] });
  });

  test('is not for whoever is shut out by name: not offered, and gone when they were members', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId, { 'members[]': [colleague.who.personId] });
    await swear(meetingId, colleague);
    expect((await seen({ caseId, meetingId }, colleague)).papers).toBe(1);
    const bar = { personId: colleague.who.personId, reason: '相手方のいとこ' };
    expect((await app.post(barPaths.bars.to({ caseId }), bar, mori)).status).toBe(303);
    expect((await seen({ caseId, meetingId }, colleague)).papers).toBe(0);
    expect((await app.get(meetingPaths.meeting.to({ meetingId }), colleague)).status).toBe(404);
    expect(await textOf(await app.get(meetingPaths.new.to({ caseId }), mori))).not.toContain('同 僚');
  });

  test('about somebody protected has no printed agenda before a second person agrees', async () => {
    const caseId = await makeCase();
    const meetingId = await meet(caseId);
    const agenda = () => app.get(meetingPaths.agenda.to({ meetingId }), mori);
    expect((await agenda()).status).toBe(200);
    await app.post(protectionPaths.protection.to({ caseId }), { ground: 'dv', beginsOn: today }, mori);
    expect((await agenda()).status).toBe(403);
  });
});
