import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { makeAssessedCase } from '../case-files/fixtures.ts';
import { casePaths, planPaths, recordPaths, taskPaths } from '../paths.ts';
import { savePlan } from '../plans/actions.ts';
import { movePlan } from '../plans/moving.ts';
import { emptyRow } from '../plans/write.ts';
import { taskJob } from '../tasks/jobs.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const { vault } = app.tools;
const it = system('test');
const today = tokyoDay(new Date());

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);
const assessed = async () =>
  (await makeAssessedCase({ db: app.db, vault }, { organisationId, assignedTo: mori.who.personId })).id;
const casePage = async (caseId: string, as = mori) =>
  textOf(await app.get(casePaths.case.to({ caseId }), as));

/** A plan as far as its decision. */
async function decidedCase(): Promise<string> {
  const caseId = await assessed();
  const row = { ...emptyRow, what: '家計簿をつける', bearer: 'person' };
  const input = {
    caseId,
    version: 0,
    issues: '家賃',
    longGoal: '',
    goal: '払う約束',
    remark: '',
    careful: {},
  };
  const days = { startsOn: '2026-04-02', endsOn: '2099-04-01', monitorOn: '2099-01-01' };
  const plan = await savePlan(app.db, it, {
    ...input,
    ...days,
    vault,
    isEmploymentTarget: false,
    rows: [row],
  });
  if (!plan.ok) throw new Error(plan.refusal);
  const step = { vault, planId: plan.value.id, on: '2026-04-02', how: 'signed', result: 'fits' };
  for (const move of ['agree', 'meet', 'decide'] as const) await movePlan(app.db, it, { ...step, move });
  return caseId;
}

describe('records', () => {
  const talk = {
    on: '2026-04-05',
    at: '13:30',
    kind: 'phone',
    body: '声が明るかった',
    'withWhom[]': 'person',
  };
  const write = (caseId: string, fields: Record<string, string | string[]> = {}, as = mori) =>
    app.post(recordPaths.new.to({ caseId }), { ...talk, ...fields }, as);
  const recordId = async (caseId: string) => {
    const [row] = await rows(
      sql`select id from case_records where case_id = ${caseId}::uuid and replaced_at is null order by written_at desc`,
    );
    return String(row?.['id']);
  };

  test('are written by colleagues too, and stand on the case and its timeline, unreadable in the database', async () => {
    const caseId = await assessed();
    expect((await write(caseId, {}, hayashi)).status).toBe(303);
    expect(await casePage(caseId)).toContain('声が明るかった');
    const timeline = await textOf(await app.get(recordPaths.timeline.to({ caseId }), mori));
    for (const told of ['2026年4月', '電話相談・連絡', '声が明るかった', 'アセスメントをした'])
      expect(timeline).toContain(told);
    const steps = await textOf(await app.get(recordPaths.timeline.to({ caseId }, { show: 'step' }), mori));
    expect(steps).not.toContain('声が明るかった');
    expect(JSON.stringify(await rows(sql`select * from case_records`))).not.toContain('明るかった');
    expect((await write(caseId, {}, stranger)).status).toBe(404);
    expect((await app.get(recordPaths.timeline.to({ caseId }), stranger)).status).toBe(404);
  });

  test('one that wants care is not read by colleagues, and they write none of that kind', async () => {
    const caseId = await assessed();
    await write(caseId, { class: 'violence', body: '夫のことを話した' });
    expect(await casePage(caseId)).toContain('夫のことを話した');
    expect(await casePage(caseId, hayashi)).not.toContain('夫のことを話した');
    expect((await app.get(recordPaths.record.to({ recordId: await recordId(caseId) }), hayashi)).status).toBe(
      404,
    );
    expect((await write(caseId, { class: 'violence' }, hayashi)).status).toBe(403);
  });

  test('an accompaniment is told by place and minutes, and counts as one', async () => {
    const caseId = await assessed();
    const away = { for: 'accompaniment', kind: '', minutes: '', place: '' };
    expect(await textOf(await write(caseId, away))).toContain('同行は、行き先を選んでください');
    expect(await textOf(await write(caseId, { ...away, place: 'hospital' }))).toContain('かかった時間');
    expect((await write(caseId, { ...away, place: 'hospital', minutes: '９０' })).status).toBe(303);
    expect(
      await rows(sql`select kind, service, place, minutes from case_records where case_id = ${caseId}::uuid`),
    ).toEqual([{ kind: 'accompaniment', service: 'accompaniment', place: 'hospital', minutes: 90 }]);
  });

  test('a correction leaves what it said before, by its writer and the supervisor only', async () => {
    const caseId = await assessed();
    await write(caseId, {}, hayashi);
    const first = await recordId(caseId);
    const correct = (id: string, as = hayashi) =>
      app.post(recordPaths.record.to({ recordId: id }), { ...talk, body: '声が小さかった' }, as);
    expect(await textOf(await correct(first, mori))).toContain('書いた人と責任者です');
    expect((await correct(first)).status).toBe(303);
    expect(await textOf(await correct(first))).toContain('もう直されています');
    const shown = await textOf(
      await app.get(recordPaths.record.to({ recordId: await recordId(caseId) }), mori),
    );
    expect(shown).toContain('声が小さかった');
    expect(shown).toContain('声が明るかった');
    expect(await casePage(caseId)).not.toContain('声が明るかった');
  });

  test('a service that lasts shows on the case until its end is recorded', async () => {
    const caseId = await assessed();
    expect(await textOf(await write(caseId, { service: 'protection' }))).toContain(
      '始まった日を書いてください',
    );
    await write(caseId, { service: 'protection', fromOn: '2026-04-05' });
    expect(await casePage(caseId)).toContain('2026年4月5日から'.replace('2026年', '令和8年'));
    const end = (endedOn: string) =>
      recordId(caseId).then((id) => app.post(recordPaths.end.to({ recordId: id }), { endedOn }, mori));
    expect((await end('2026-04-04')).status).toBe(422);
    expect((await end('2026-04-06')).status).toBe(303);
    expect(await casePage(caseId)).not.toContain('令和8年4月5日から');
  });

  test('monitoring moves the plan’s next look, and with it the case’s next promise', async () => {
    const caseId = await decidedCase();
    await write(caseId, { isMonitoring: 'on', nextOn: '2098-05-01' });
    expect(await rows(sql`select monitor_on from case_plans where case_id = ${caseId}::uuid`)).toEqual([
      { monitor_on: '2098-05-01' },
    ]);
    expect(await rows(sql`select next_on from case_files where id = ${caseId}::uuid`)).toEqual([
      { next_on: '2098-05-01' },
    ]);
  });
});

describe('tasks', () => {
  const add = (caseId: string, fields: Record<string, string> = {}, as = mori) =>
    app.post(
      taskPaths.list.to({ caseId }),
      { what: '見本の書類をそろえる', dueOn: today, ownerId: mori.who.personId, ...fields },
      as,
    );
  const taskOf = async (caseId: string) => {
    const [row] = await rows(sql`select * from case_tasks where case_id = ${caseId}::uuid`);
    return { id: String(row?.['id']), row };
  };
  const mails = (about: string) =>
    rows(sql`select subject, body from mail_outbox where subject like ${`%${about}%`} order by subject`);
  const watch = (day: string) =>
    taskJob({ publicUrl: 'http://localhost' }).run(
      {
        db: app.db,
        who: system('task.watch'),
        now: new Date(`${day}T07:20:00+09:00`),
        log: makeLog('silent'),
      },
      {},
    );

  test('have words, a day to come and an owner here; they stand in the owner’s list until they are done', async () => {
    const caseId = await assessed();
    expect(await textOf(await add(caseId, { what: '' }))).toContain('することを書いてください');
    expect((await add(caseId, { dueOn: addDays(today, -1) })).status).toBe(422);
    expect((await add(caseId, { ownerId: stranger.who.personId })).status).toBe(422);
    expect((await add(caseId)).status).toBe(303);
    const mine = async (as = mori) => textOf(await app.get(taskPaths.mine.to({}), as));
    expect(await mine()).toContain('見本の書類をそろえる');
    expect(await mine(hayashi)).not.toContain('見本の書類をそろえる');
    const { id: taskId, row } = await taskOf(caseId);
    expect(JSON.stringify(row)).not.toContain('書類');
    expect((await app.post(taskPaths.done.to({ taskId }), { back: 'mine' }, stranger)).status).toBe(404);
    expect((await app.post(taskPaths.done.to({ taskId }), { back: 'mine' }, hayashi)).status).toBe(303);
    expect((await app.post(taskPaths.done.to({ taskId }), {}, mori)).status).toBe(422);
    expect(await mine()).not.toContain('見本の書類をそろえる');
  });

  test('overdue ones find their owner the next morning, the supervisors a week later, once each, and no mail tells of anybody', async () => {
    const caseId = await assessed();
    await add(caseId, { ownerId: hayashi.who.personId });
    await watch(today);
    expect(await mails('期日を過ぎた')).toEqual([]);
    await watch(addDays(today, 1));
    await watch(addDays(today, 2));
    const told = await mails('期日を過ぎた');
    expect(told).toHaveLength(1);
    await watch(addDays(today, 8));
    await watch(addDays(today, 9));
    const risen = await mails('一週間以上');
    expect(risen).toHaveLength(1);
    const { row } = await taskOf(caseId);
    for (const { body } of [...told, ...risen]) {
      expect(String(body)).toContain('/staff/cases/tasks');
      for (const secret of ['書類', caseId, String(row?.['id'])]) expect(String(body)).not.toContain(secret);
    }
  });

  test('whoever left leaves no task behind: the supervisors hear of it at once', async () => {
    const leaving = await app.signIn(caseWorker, { organisationId, name: '去 支援' });
    const caseId = await assessed();
    await rows(sql`update case_tasks set done_at = now()`);
    await rows(sql`delete from mail_outbox`);
    await add(caseId, { ownerId: leaving.who.personId });
    await rows(sql`update memberships set ended_at = now() where person_id = ${leaving.who.personId}::uuid`);
    await watch(addDays(today, 1));
    expect(await mails('一週間以上')).toHaveLength(1);
  });

  test('another day or owner is not overwritten unseen', async () => {
    const caseId = await assessed();
    await add(caseId);
    const { id } = await taskOf(caseId);
    const move = (version: string, dueOn: string) =>
      app.post(
        taskPaths.move.to({ taskId: id }),
        { version, [`dueOn-${id}`]: dueOn, [`ownerId-${id}`]: hayashi.who.personId },
        mori,
      );
    expect((await move('1', addDays(today, 3))).status).toBe(303);
    expect(await textOf(await move('1', addDays(today, 5)))).toContain('ほかの人が先に変えました');
    expect((await taskOf(caseId)).row).toMatchObject({ due_on: addDays(today, 3) });
  });
});

describe('reviews', () => {
  const review = (caseId: string, fields: Record<string, string | string[]> = {}, as = mori) =>
    app.post(
      planPaths.review.to({ caseId }),
      {
        version: '0',
        heldOn: '2026-04-20',
        outcome: 'replan',
        reached: '半分まで届いた',
        'changes.ties[]': ['goal', 'sos'],
        ...fields,
      },
      as,
    );
  const confirm = async (caseId: string, as = chief) => {
    const [row] = await rows(sql`select id from case_reviews where case_id = ${caseId}::uuid`);
    return app.post(planPaths.confirm.to({ reviewId: String(row?.['id']) }), {}, as);
  };

  test('take effect when the supervisor confirms them; then the next round begins, and the first stays readable', async () => {
    const caseId = await decidedCase();
    expect(await textOf(await review(caseId, { 'changes.ties[]': [] }))).toContain('見られた変化を選んで');
    expect((await review(caseId)).status).toBe(303);
    const stepOf = () => rows(sql`select step, plan_round from case_files where id = ${caseId}::uuid`);
    expect(await stepOf()).toEqual([{ step: 'decided', plan_round: 1 }]);
    expect((await confirm(caseId, mori)).status).toBe(403);
    expect((await confirm(caseId)).status).toBe(303);
    expect(await stepOf()).toEqual([{ step: 'reviewed', plan_round: 1 }]);
    expect(await casePage(caseId)).toContain('再プランをつくる');
    const next = {
      version: '0',
      issues: '続き',
      'items.rows': '1',
      'items.0.what': '家計簿を続ける',
      'items.0.bearer': 'person',
    };
    expect((await app.post(planPaths.edit.to({ caseId }), next, mori)).status).toBe(303);
    expect(await stepOf()).toEqual([{ step: 'assessed', plan_round: 2 }]);
    const first = await app.get(planPaths.plan.to({ caseId }, { round: '1' }), mori);
    expect(await textOf(first)).toContain('家計簿をつける');
    expect(await textOf(await app.get(planPaths.review.to({ caseId }), mori))).toContain('半分まで届いた');
  });

  test('a case with a plan is closed by its way only: after a confirmed review, with its reason', async () => {
    const caseId = await decidedCase();
    const close = () => app.post(casePaths.close.to({ caseId }), { reason: 'settled' }, mori);
    expect(await textOf(await close())).toContain('先に評価を記録してください');
    expect(await textOf(await review(caseId, { outcome: 'close' }))).toContain('終結の理由を選んでください');
    await review(caseId, { outcome: 'close', reason: 'settled' });
    expect(await textOf(await close())).toContain('先に評価を記録してください');
    await confirm(caseId);
    expect((await close()).status).toBe(303);
    expect(await rows(sql`select step from case_files where id = ${caseId}::uuid`)).toEqual([
      { step: 'closed' },
    ]);
  });

  test('whoever saves second sees what was saved, and nothing is overwritten', async () => {
    const caseId = await decidedCase();
    await review(caseId, { reached: '先に書いたもの' });
    const behind = await review(caseId, { reached: 'あとから書いたもの' });
    expect(behind.status).toBe(422);
    const html = await textOf(behind);
    for (const said of ['先に書いたもの', 'あとから書いたもの', 'ほかの人が先に保存しました'])
      expect(html).toContain(said);
    expect((await review(caseId, { version: '1', reached: '合わせたもの' })).status).toBe(303);
  });
});

describe('how things stand', () => {
  const ask = (caseId: string, fields: Record<string, string>, as = mori) =>
    app.post(
      recordPaths.scale.to({ caseId }),
      { with: 'person', at: 'intake', askedOn: '2026-04-02', ...fields },
      as,
    );

  test('is shown as first and now on the case, health only to whom may see it', async () => {
    const caseId = await assessed();
    expect(await textOf(await ask(caseId, {}))).toContain('一つ以上選んでください');
    await ask(caseId, { income: '1', health: '1', remark: '先のことは考えられない' });
    await ask(caseId, { income: '3', health: '2', at: 'review', askedOn: '2026-04-20' });
    const own = await casePage(caseId);
    for (const told of ['食べものや光熱費に困っている', 'なんとか足りている', 'よくなった', 'つらい日が多い'])
      expect(own).toContain(told);
    const colleague = await casePage(caseId, hayashi);
    expect(colleague).toContain('なんとか足りている');
    expect(colleague).not.toContain('つらい日が多い');
    const page = await textOf(await app.get(recordPaths.scale.to({ caseId }), mori));
    expect(page).toContain('先のことは考えられない');
    expect(JSON.stringify(await rows(sql`select * from case_scales`))).not.toContain('先のこと');
    expect((await ask(caseId, { income: '2' }, hayashi)).status).toBe(403);
  });
});
