import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { basisPaths, casePaths, referralLinkPaths, referralPaths } from '../paths.ts';
import { referring } from './fixtures.ts';
import { referralMail, referralNext } from './moving.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId: mori.organisationId, name: '杉 責任' });
const { receiver, refer, consent, makeCase, move, shown, run, mails, stateOf } = referring(app, mori);
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const day = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * day);
const queued = async (referralId: string) => {
  const { rows: jobs } = await app.db.owner.query<{ name: string; move: string | null }>(
    `select t.identifier as name, j.payload ->> 'move' as move from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where j.payload ->> 'referralId' = $1`,
    [referralId],
  );
  return jobs.map(({ name, move: of }) => [name, of]);
};
const following = async (referralId: string) => {
  const [row] = await rows(
    sql`select id, state, to_organisation_id as "to" from referrals where previous_id = ${referralId}::uuid`,
  );
  return row as { id: string; state: string; to: string } | undefined;
};

describe('a reason in words', () => {
  test('is told to the other side, and stands nowhere readable', async () => {
    const to = await receiver({ account: true });
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    await move(referralId, 'accept', {}, to.worker);
    expect((await move(referralId, 'hold', { holdReason: '通訳が来週までいません' }, to.worker)).status).toBe(
      303,
    );
    expect(await shown(referralId)).toContain('通訳が来週までいません');
    expect((await move(referralId, 'cancel', { cancelReason: '引っ越しが決まりました' })).status).toBe(303);
    expect(await shown(referralId, to.worker)).toContain('引っ越しが決まりました');
    const dump = JSON.stringify([
      await rows(sql`select * from referral_moves`),
      await rows(sql`select * from audit_events`),
    ]);
    for (const said of ['通訳が来週', '引っ越し']) expect(dump).not.toContain(said);
  });
});

describe('a case with referrals that have not ended', () => {
  test('does not end, and says which; then it does', async () => {
    const to = await receiver({ account: true });
    const { caseId, referralId } = await refer(to);
    await move(referralId, 'send');
    const close = () => app.post(casePaths.close.to({ caseId }), { reason: 'broken-off' }, mori);
    const [name] = await rows(
      sql`select content -> 'name' ->> 'ja' as ja from services where id = ${to.serviceId}::uuid`,
    );
    const refused = await close();
    expect([refused.status, await textOf(refused)]).toEqual([
      422,
      expect.stringContaining(`まだ終わっていない依頼があります：${String(name?.['ja'])}`),
    ]);
    await move(referralId, 'cancel', { cancelReason: 'もう要らなくなりました' });
    expect((await close()).status).toBe(422);
    await move(referralId, 'close', { outcome: 'not-used' });
    expect((await close()).status).toBe(303);
  });
});

describe('several receivers in order', () => {
  test('the next is asked for the same when the first declines, by itself if the sender said so', async () => {
    const [first, second] = [await receiver({ account: true }), await receiver({ account: false })];
    const { referralId } = await refer(first, { advancedBy: 'product' }, [second]);
    await move(referralId, 'send');
    await move(referralId, 'reject', { reason: 'no-capacity' }, first.worker);
    expect(await queued(referralId)).toContainEqual([referralNext.name, null]);
    await run(referralNext.name, { referralId });
    await run(referralNext.name, { referralId });
    const next = await following(referralId);
    expect(next).toMatchObject({ state: 'requested', to: second.organisationId });
    expect(await stateOf(referralId)).toBe('closed');
    await run(referralMail.name, { referralId: next?.id, move: 'send' });
    const [letter] = await mails(second.mail);
    const token = /\/referral\/([\w-]{43})/.exec(letter ?? '')?.[1] ?? '';
    expect(await textOf(await app.get(referralLinkPaths.answer.to({ token })))).toContain(
      '部屋を探しています',
    );
    expect(await shown(referralId)).toContain('次の相手に頼んだ');
    expect(await shown(referralId, first.worker)).not.toContain('部屋を探しています');
  });

  test('or by the sender, when they choose to', async () => {
    const [first, second] = [await receiver({ account: true }), await receiver({ account: true })];
    const { referralId } = await refer(first, {}, [second]);
    await move(referralId, 'send');
    const ask = (as = mori) => app.post(referralPaths.next.to({ referralId }), {}, as);
    expect(await textOf(await ask())).toContain('いまの状態ではできません');
    await move(referralId, 'reject', { reason: 'outside-area' }, first.worker);
    expect(await following(referralId)).toBeUndefined();
    expect((await ask(first.worker)).status).toBe(404);
    expect((await ask()).status).toBe(303);
    expect(await following(referralId)).toMatchObject({ state: 'requested', to: second.organisationId });
    expect((await ask()).status).toBe(422);
  });

  test('who does not answer a reminder is passed over, as set', async () => {
    const [first, second] = [await receiver({ account: false }), await receiver({ account: false })];
    const { referralId } = await refer(first, { advancedBy: 'product' }, [second]);
    await move(referralId, 'send');
    await run('referral.watch', {}, later(4));
    expect(await following(referralId)).toBeUndefined();
    await run('referral.watch', {}, later(7));
    expect(await following(referralId)).toMatchObject({ state: 'requested', to: second.organisationId });
    expect(await shown(referralId)).toContain('返事がなく、次の相手に頼んだ');
  });

  test('is told only to those whom the consent names, and asks nobody once it is withdrawn', async () => {
    const [first, second, third] = [
      await receiver({ account: true }),
      await receiver({ account: true }),
      await receiver({ account: true }),
    ];
    const { caseId, basisId, referralId } = await refer(first, { advancedBy: 'product' }, [second]);
    const other = await makeCase();
    const narrow = await consent(other, first.organisationId);
    const beyond = await app.post(
      referralPaths.fill.to({ caseId: other, serviceId: first.serviceId }),
      { basisId: narrow, message: 'お願い', next1: third.serviceId },
      mori,
    );
    expect(await textOf(beyond)).toContain('この相手に伝える同意がありません');
    await move(referralId, 'send');
    await move(referralId, 'reject', { reason: 'no-capacity' }, first.worker);
    await app.post(basisPaths.withdraw.to({ basisId }), {}, mori);
    await run(referralNext.name, { referralId });
    expect(await following(referralId)).toBeUndefined();
    expect(await rows(sql`select id from referrals where case_id = ${caseId}::uuid`)).toHaveLength(1);
  });
});

describe('what nobody ends', () => {
  const subjects = async ({ who }: typeof mori, since: number) => {
    const mails = await rows(sql`select o.subject from mail_outbox o join people p on p.email = o.recipient
      where p.id = ${who.personId}::uuid order by o.created_at`);
    return mails.slice(since).map(({ subject }) => String(subject));
  };
  const count = async (as: typeof mori) => (await subjects(as, 0)).length;

  test.each([
    ['in progress', ['accept', 'contact'], 'receiver', 30, 'ご支援の様子をお知らせください'],
    ['on hold', ['accept', 'hold'], 'receiver', 14, 'ご支援の様子をお知らせください'],
    ['declined', ['reject'], 'sender', 7, '閉じていない依頼があります'],
    ['failed', ['accept', 'fail'], 'sender', 7, '閉じていない依頼があります'],
    ['taken back', ['cancel'], 'sender', 7, '閉じていない依頼があります'],
  ] as const)(
    '%s: whose turn it is is reminded, then the supervisor is told, and it begins anew',
    async (_, moves, turn, days, subject) => {
      await rows(sql`update referrals set state = 'closed', closed_at = now() where closed_at is null`);
      const to = await receiver({ account: true });
      const { referralId } = await refer(to);
      await move(referralId, 'send');
      const words = { reason: 'no-capacity', holdReason: '待機中', failReason: '閉所', cancelReason: '転居' };
      for (const name of moves) await move(referralId, name, words, name === 'cancel' ? mori : to.worker);
      const told = turn === 'receiver' ? to.worker : mori;
      const [before, chiefs] = [await count(told), await count(chief)];
      await run('referral.watch', {}, later(days - 1));
      expect(await count(told)).toBe(before);
      await run('referral.watch', {}, later(days));
      await run('referral.watch', {}, later(days + 1));
      expect(await subjects(told, before)).toEqual([subject]);
      expect(await count(chief)).toBe(chiefs);
      await run('referral.watch', {}, later(days + 2));
      expect(await subjects(chief, chiefs)).toEqual(['依頼が止まったままです']);
      await run('referral.watch', {}, later(2 * days + 2));
      expect(await subjects(told, before)).toEqual([subject, subject]);
    },
  );
});

describe('what can be chosen', () => {
  test('is what the consent names: a class of care without it is not even asked', async () => {
    const to = await receiver({ account: true });
    const caseId = await makeCase();
    await consent(caseId, to.organisationId, ['basic']);
    const wide = await consent(caseId, to.organisationId, ['identity', 'health']);
    const page = (basis: string) =>
      app.get(referralPaths.fill.to({ caseId, serviceId: to.serviceId }, { basis }), mori).then(textOf);
    const withCare = await page(wide);
    expect(withCare).toContain('健康・障害について');
    expect(withCare).toContain('氏名：川 岸子');
    expect(withCare).not.toContain('債務・滞納について');
    const [narrow] = await rows(
      sql`select id from case_bases where case_id = ${caseId}::uuid and id <> ${wide}::uuid`,
    );
    const without = await page(String(narrow?.['id']));
    expect(without).not.toContain('健康・障害について');
    expect(without).not.toContain('氏名：川 岸子');
  });

  test('shows free places beside each that can be chosen', async () => {
    const to = await receiver({ account: true });
    await rows(
      sql`update services set capacity = 'waiting', capacity_note = '2週間ほど', capacity_at = '2026-11-01T00:00:00Z' where id = ${to.serviceId}::uuid`,
    );
    const caseId = await makeCase();
    const fill = await textOf(
      await app.get(referralPaths.fill.to({ caseId, serviceId: to.serviceId }), mori),
    );
    expect(fill).toContain('順番待ち 2週間ほど （令和8年11月1日現在）');
  });

  test('is previewed with the very words and marks that the receiver gets, on each way', async () => {
    const to = await receiver({ account: false });
    const { referralId } = await refer(to, {
      health: '腰を痛めている',
      urgent: 'on',
      contactProhibited: 'on',
    });
    const told = async (answer: Promise<Response>) =>
      /<section[^>]*id="told"[\s\S]*?<\/section>/.exec(await (await answer).text())?.[0];
    const preview = await told(app.get(referralPaths.referral.to({ referralId }), mori));
    expect(preview).toContain('腰を痛めている');
    await move(referralId, 'send');
    await run(referralMail.name, { referralId, move: 'send' });
    const token = /\/referral\/([\w-]{43})/.exec((await mails(to.mail))[0] ?? '')?.[1] ?? '';
    expect(await told(app.get(referralLinkPaths.answer.to({ token })))).toBe(preview);
    expect(await told(app.get(referralPaths.sheet.to({ referralId }), mori))).toBe(preview);
    const worker = await app.signIn(caseWorker, { organisationId: to.organisationId });
    expect(await told(app.get(referralPaths.referral.to({ referralId }), worker))).toBe(preview);
  });
});
