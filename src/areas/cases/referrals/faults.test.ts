import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { startJobs } from '#platform/jobs.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseWorker } from '../access.ts';
import { basisPaths, referralLinkPaths } from '../paths.ts';
import { moveReferral } from './actions.ts';
import { referring } from './fixtures.ts';
import { referralJobs } from './jobs.ts';
import { referralMail } from './moving.ts';
import { lockReferral } from './store.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { receiver, refer, move, shown, run, mails, stateOf } = referring(app, mori);
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const addressOf = async ({ who }: typeof mori) =>
  String((await rows(sql`select email from people where id = ${who.personId}::uuid`))[0]?.['email']);
const waiting = async (referralId: string) =>
  (
    await app.db.owner.query(
      `select 1 from graphile_worker._private_jobs where payload ->> 'referralId' = $1 and payload ->> 'move' = 'accept'`,
      [referralId],
    )
  ).rowCount;

test('an acceptance and its notice stand or fall together, and what a killed process left is sent by the next', async () => {
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  const { vault } = app.tools;
  const killed = inTransaction(app.db, to.worker.who, async (tx) => {
    const answer = await moveReferral(tx, to.worker.who, { vault, referralId, move: 'accept' });
    expect(answer.ok).toBe(true);
    throw new Error('killed before the commit');
  });
  await expect(killed).rejects.toThrow('killed');
  expect([await stateOf(referralId), await waiting(referralId)]).toEqual(['requested', 0]);
  // Accepted and committed; the process dies before any job runs: in a test none does.
  await move(referralId, 'accept', {}, to.worker);
  expect([await stateOf(referralId), await waiting(referralId)]).toEqual(['accepted', 1]);
  const mine = await addressOf(mori);
  const told = async () => (await mails(mine)).filter((body) => body.includes(referralId)).length;
  expect(await told()).toBe(0);
  const jobs = referralJobs({ publicUrl: 'http://localhost', vault });
  const runner = await startJobs(app.db, jobs, makeLog('silent'));
  try {
    await expect.poll(told, { timeout: 15_000 }).toBe(1);
  } finally {
    await runner.stop();
  }
});

test('a job that was killed after it had written its letter, and runs again, writes it no second time', async () => {
  const to = await receiver({ account: false });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  const { rows: jobs } = await app.db.owner.query<{ payload: object }>(
    `select payload from graphile_worker._private_jobs where payload ->> 'referralId' = $1`,
    [referralId],
  );
  const payload = jobs[0]?.payload ?? {};
  await run(referralMail.name, payload);
  await run(referralMail.name, payload);
  expect(await mails(to.mail)).toHaveLength(1);
  // Another move is another letter.
  await move(referralId, 'cancel', { cancelReason: '転居しました' });
  await run(referralMail.name, { referralId, move: 'cancel', moveId: 'another' });
  expect(await mails(to.mail)).toHaveLength(2);
});

test('a consent that is withdrawn between sending and the letter: nothing leaves, whoever comes first', async () => {
  const to = await receiver({ account: false });
  const { referralId, basisId } = await refer(to);
  await move(referralId, 'send');
  await app.post(basisPaths.withdraw.to({ basisId }), {}, mori);
  await run(referralMail.name, { referralId, move: 'send' });
  expect(await mails(to.mail)).toEqual([]);
});

test('a consent that ran out before the letter stops it, and the sender hears of it', async () => {
  const to = await receiver({ account: false });
  const { referralId, basisId } = await refer(to);
  await move(referralId, 'send');
  await rows(sql`update case_bases set until_on = given_on where id = ${basisId}::uuid`);
  await run(referralMail.name, { referralId, move: 'send' });
  expect(await mails(to.mail)).toEqual([]);
  expect(await stateOf(referralId)).toBe('cancelled');
  expect(await shown(referralId)).toContain('同意の期限が切れた');
  expect((await mails(await addressOf(mori)))[0]).toContain(referralId);
});

test.each([
  { account: true, moves: ['accept', 'contact'], state: 'cancelled' },
  { account: false, moves: ['accept'], state: 'cancelled' },
  { account: true, moves: ['accept', 'contact', 'serve'], state: 'completed' },
])(
  'a consent that runs out while somebody is in care ($moves): nobody reads on, both sides hear of it once',
  async (of) => {
    const to = await receiver(of);
    const { referralId, basisId } = await refer(to);
    await move(referralId, 'send');
    await run(referralMail.name, { referralId, move: 'send' });
    const token = /\/referral\/([\w-]{43})/.exec((await mails(to.mail))[0] ?? '')?.[1] ?? '';
    const by: Record<string, string> = of.account ? {} : { by: 'telephone' };
    for (const name of of.moves) await move(referralId, name, by, of.account ? to.worker : mori);
    await run('referral.watch');
    expect(await stateOf(referralId)).toBe(
      of.moves.length === 1 ? 'accepted' : of.moves.length === 2 ? 'in-progress' : 'completed',
    );
    await rows(sql`update case_bases set until_on = given_on where id = ${basisId}::uuid`);
    if (token) expect((await app.get(referralLinkPaths.answer.to({ token }))).status).toBe(410);
    await run('referral.watch');
    await run('referral.watch');
    expect(await stateOf(referralId)).toBe(of.state);
    expect(await shown(referralId)).not.toContain('部屋を探しています');
    if (of.account) expect(await shown(referralId, to.worker)).not.toContain('部屋を探しています');
    const told = (await mails(await addressOf(mori))).filter((body) => body.includes(referralId));
    expect(told.filter((body) => body.includes('期限が切れた'))).toHaveLength(1);
    const there = await mails(of.account ? await addressOf(to.worker) : to.mail);
    expect(there.filter((body) => body.includes('期限が終わり'))).toHaveLength(1);
  },
);

test('what was served can no longer be read once the consent is withdrawn', async () => {
  const to = await receiver({ account: true });
  const { referralId, basisId } = await refer(to);
  await move(referralId, 'send');
  for (const name of ['accept', 'contact', 'serve']) await move(referralId, name, {}, to.worker);
  expect(await shown(referralId, to.worker)).toContain('部屋を探しています');
  await app.post(basisPaths.withdraw.to({ basisId }), {}, mori);
  expect(await stateOf(referralId)).toBe('completed');
  expect(await shown(referralId, to.worker)).not.toContain('部屋を探しています');
});

test('a second answer is told the state, by what way and when the first came, and changes nothing', async () => {
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  await move(referralId, 'accept', { by: 'telephone' });
  const version = () => rows(sql`select version, state from referrals where id = ${referralId}::uuid`);
  const before = await version();
  const second = await move(referralId, 'reject', { reason: 'no-capacity' }, to.worker);
  expect(second.status).toBe(422);
  expect(await textOf(second)).toMatch(
    /すでに返事がされています：\d{4}-\d\d-\d\d \d\d:\d\d 電話で、いまの状態は「引き受けた」です。何も変わっていません/,
  );
  expect(await version()).toEqual(before);
});

test('a link that is too old is a clear page, and answers nothing', async () => {
  const to = await receiver({ account: false });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  await run(referralMail.name, { referralId, move: 'send' });
  const token = /\/referral\/([\w-]{43})/.exec((await mails(to.mail))[0] ?? '')?.[1] ?? '';
  expect((await app.get(referralLinkPaths.answer.to({ token }))).status).toBe(200);
  await rows(
    sql`update referral_links set expires_at = now() - interval '1 second' where referral_id = ${referralId}::uuid`,
  );
  const page = await app.get(referralLinkPaths.answer.to({ token }));
  expect([page.status, (await textOf(page)).includes('リンクの期限（14日）が過ぎたか')]).toEqual([410, true]);
  expect((await app.post(referralLinkPaths.move.to({ token, move: 'accept' }), {})).status).toBe(410);
  const altered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
  expect((await app.get(referralLinkPaths.answer.to({ token: altered }))).status).toBe(410);
  expect(await stateOf(referralId)).toBe('requested');
});

test('who loses their role in the middle of a session neither reads nor answers from the next press on', async () => {
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  expect(await shown(referralId, to.worker)).toContain('部屋を探しています');
  await rows(sql`update memberships set ended_at = now() where person_id = ${to.worker.who.personId}::uuid`);
  expect((await move(referralId, 'accept', {}, to.worker)).status).toBe(403);
  expect(await shown(referralId, to.worker)).not.toContain('部屋を探しています');
  expect(await stateOf(referralId)).toBe('requested');
});

test('two who answer at once wait for each other: the row is locked until the first is written', async () => {
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  const order: string[] = [];
  const first = inTransaction(app.db, system('test'), async (tx) => {
    await lockReferral(tx, referralId);
    await new Promise((later) => setTimeout(later, 300));
    order.push('first');
  });
  await new Promise((later) => setTimeout(later, 100));
  await move(referralId, 'accept', {}, to.worker);
  order.push('second');
  await first;
  expect(order).toEqual(['first', 'second']);
});
