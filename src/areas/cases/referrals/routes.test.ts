import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { findCaseFile } from '../case-files/store.ts';
import { readOwnPage } from '../own-page/read.ts';
import { basisPaths, referralLinkPaths, referralPaths, viewPaths } from '../paths.ts';
import { listDeclined } from './declined.ts';
import { referring } from './fixtures.ts';
import { referralMail } from './moving.ts';
import { words } from './words.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId: mori.organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseWorker, { kind: 'npo', name: 'よその 支援' });
const { receiver, consent, refer, makeCase, move, shown, run, mails, stateOf } = referring(app, mori);
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const mailOf = async ({ who }: typeof mori) => {
  const [row] = await rows(sql`select email from people where id = ${who.personId}::uuid`);
  return String(row?.['email']);
};

const linkOf = async (to: string) => /\/referral\/([\w-]{43})/.exec((await mails(to))[0] ?? '')?.[1] ?? '';

describe('what goes along', () => {
  test('is chosen field by field, and previewed as the receiver sees it', async () => {
    const to = await receiver({ account: true });
    const { referralId } = await refer(to, { health: '腰を痛めている' });
    const page = await shown(referralId);
    for (const told of ['川 岸子', '部屋を探しています', '腰を痛めている']) expect(page).toContain(told);
    expect(page).not.toContain('090-0000-0001');
    expect((await app.get(referralPaths.referral.to({ referralId }), to.worker)).status).toBe(404);
    expect((await move(referralId, 'send')).status).toBe(303);
    expect(await shown(referralId, to.worker)).toContain('腰を痛めている');
  });

  test('goes on paper too by those who may take it out of the case, except about somebody who is looked for: then a second person agrees first', async () => {
    const to = await receiver({ account: true });
    const { referralId, caseId } = await refer(to, { health: '腰を痛めている' });
    const sheet = () => app.get(referralPaths.sheet.to({ referralId }), mori);
    expect(await textOf(await sheet())).toContain('腰を痛めている');
    const colleague = await app.signIn(caseWorker, { organisationId: mori.organisationId });
    expect((await app.get(referralPaths.sheet.to({ referralId }), colleague)).status).toBe(403);
    expect(await shown(referralId, colleague)).not.toContain(words.ja.sheet);
    await rows(sql`update case_files set is_protected = true where id = ${caseId}::uuid`);
    const stopped = await sheet();
    expect([stopped.status, (await stopped.text()).includes('腰を痛めている')]).toEqual([403, false]);
  });

  test('is refused without a consent that names the receiver, and beyond what it names', async () => {
    const to = await receiver({ account: true });
    const caseId = await makeCase();
    const other = await receiver({ account: true });
    const basisId = await consent(caseId, other.organisationId, ['basic']);
    const fill = (serviceId: string, fields: Record<string, string | string[]>) =>
      app.post(referralPaths.fill.to({ caseId, serviceId }), { basisId, message: 'お願い', ...fields }, mori);
    expect(await textOf(await fill(to.serviceId, {}))).toContain('この相手に伝える同意がありません');
    const beyond = await fill(other.serviceId, { 'fields[]': ['氏名'] });
    expect([beyond.status, (await textOf(beyond)).includes('同意にないことが含まれています')]).toEqual([
      422,
      true,
    ]);
    expect(await textOf(await fill(other.serviceId, { message: '' }))).toContain('一つ以上選ぶか');
  });

  test('stands nowhere in the database in clear, nor in the ledger or the mail', async () => {
    const to = await receiver({ account: false });
    const { referralId } = await refer(to, { message: '秘密の事情があります' });
    await move(referralId, 'send');
    await run(referralMail.name, { referralId, move: 'send' });
    const dump = JSON.stringify([
      await rows(sql`select * from referrals`),
      await rows(sql`select * from referral_shares`),
      await rows(sql`select * from case_bases`),
      await rows(sql`select * from audit_events`),
      await rows(sql`select * from mail_outbox`),
    ]);
    for (const told of ['秘密の事情', '川 岸子', '住まいを探すため']) expect(dump).not.toContain(told);
  });
});

describe('a referral to an organisation with an account', () => {
  test('goes from answer to first meeting to its end, and ends only when the sender has heard how it went', async () => {
    const to = await receiver({ account: true });
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    for (const name of ['accept', 'contact', 'serve'])
      expect((await move(referralId, name, {}, to.worker)).status).toBe(303);
    expect(await textOf(await move(referralId, 'close'))).toContain('その後の様子を選んでください');
    expect((await move(referralId, 'close', { outcome: 'settled' })).status).toBe(303);
    expect(await stateOf(referralId)).toBe('closed');
    expect(await shown(referralId, to.worker)).toContain('見られる内容はもうありません');
  });

  test('is answered once: the second is told what the first was', async () => {
    const to = await receiver({ account: true });
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    const answers = await Promise.all([
      move(referralId, 'accept', {}, to.worker),
      move(referralId, 'reject', { reason: 'no-capacity' }, to.worker),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    const second = answers.find(({ status }) => status === 422) as Response;
    expect(await textOf(second)).toContain('すでに返事がされています');
  });

  test('does not exist for a third, and who declined reads no more', async () => {
    const to = await receiver({ account: true });
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    expect((await app.get(referralPaths.referral.to({ referralId }), stranger)).status).toBe(404);
    expect((await move(referralId, 'accept', {}, stranger)).status).toBe(404);
    await move(referralId, 'reject', { reason: 'no-capacity' }, to.worker);
    expect(await shown(referralId, to.worker)).not.toContain('部屋を探しています');
    expect(await shown(referralId)).toContain('空きがない');
    await run(referralMail.name, { referralId, move: 'reject' });
    expect((await mails(await mailOf(mori))).filter((body) => body.includes(referralId))).toHaveLength(1);
  });

  test('that a receiver had no room is counted by entry and month: no other reason, and not whose it was', async () => {
    const to = await receiver({ account: true });
    for (const reason of ['no-capacity', 'waitlist', 'not-eligible']) {
      const { referralId } = await refer(to);
      await move(referralId, 'send');
      expect((await move(referralId, 'reject', { reason }, to.worker)).status).toBe(303);
    }
    const month = tokyoDay(new Date()).slice(0, 7);
    const declined = async (from: string) =>
      (await listDeclined(app.db, from)).filter(({ serviceId }) => serviceId === to.serviceId);
    expect(await declined(month)).toEqual([{ serviceId: to.serviceId, month, times: 2 }]);
    expect(await declined('2999-01')).toEqual([]);
  });

  test('a withdrawn consent stops it in the middle: state, sight and sending', async () => {
    const to = await receiver({ account: true });
    const { referralId, basisId } = await refer(to);
    await move(referralId, 'send');
    await move(referralId, 'accept', {}, to.worker);
    expect((await app.post(basisPaths.withdraw.to({ basisId }), {}, mori)).status).toBe(303);
    expect(await stateOf(referralId)).toBe('cancelled');
    expect(await shown(referralId, to.worker)).not.toContain('部屋を探しています');
    expect(await shown(referralId)).toContain('本人が同意を取り消した');
    const paper = await app.get(referralPaths.sheet.to({ referralId }), mori);
    expect(await textOf(paper)).not.toContain('部屋を探しています');
    const unsent = await refer(to);
    await app.post(basisPaths.withdraw.to({ basisId: unsent.basisId }), {}, mori);
    expect((await move(unsent.referralId, 'send')).status).toBe(422);
  });
});

describe('whoever reads what was told', () => {
  const looksAt = async (caseId: string) =>
    (
      await rows(
        sql`select "as", what, reader_at from case_views where case_id = ${caseId}::uuid and what like 'referral%' order by at`,
      )
    ).map((row) => Object.values(row).join(' '));

  test('is on record like every look: the sender, the receiver, the paper, and whoever holds the link', async () => {
    const [to, without] = [await receiver({ account: true }), await receiver({ account: false })];
    const { referralId, caseId } = await refer(to);
    await move(referralId, 'send');
    await shown(referralId);
    await shown(referralId, to.worker);
    await app.get(referralPaths.sheet.to({ referralId }), mori);
    const at = to.organisationId;
    expect(await looksAt(caseId)).toEqual([
      'assigned referral ',
      `received referral ${at}`,
      'assigned referral-sheet ',
    ]);
    const other = await refer(without);
    await move(other.referralId, 'send');
    await run(referralMail.name, { referralId: other.referralId, move: 'send' });
    await app.get(referralLinkPaths.answer.to({ token: await linkOf(without.mail) }));
    expect(await looksAt(other.caseId)).toEqual([`link referral ${without.organisationId}`]);
  });

  test('is told to the case’s supervisor and to the person, by organisation', async () => {
    const to = await receiver({ account: true });
    const { referralId, caseId } = await refer(to);
    await move(referralId, 'send');
    await shown(referralId, to.worker);
    expect(await textOf(await app.get(viewPaths.views.to({}, { case: caseId }), chief))).toContain(
      'つないだ先として',
    );
    const told = await inTransaction(app.db, system('test'), async (tx) =>
      readOwnPage(
        tx,
        { vault: app.tools.vault, caseFile: await findCaseFile(tx, caseId), lang: 'ja' },
        new Date(),
      ),
    );
    const { rows: named } = await inTransaction(app.db, system('test'), async (tx) =>
      tx.execute(sql`select name_ja from organisations where id = ${to.organisationId}::uuid`),
    );
    expect(told.looks).toContainEqual({
      day: tokyoDay(new Date()),
      as: 'received',
      organisation: named[0]?.['name_ja'],
    });
  });
});

describe('a referral to an organisation without an account', () => {
  test('is answered by the mailed link, which says nothing of the person and ends with the consent', async () => {
    const to = await receiver({ account: false });
    const { referralId, basisId } = await refer(to);
    await move(referralId, 'send');
    await run(referralMail.name, { referralId, move: 'send' });
    const token = await linkOf(`${to.organisationId}@example.jp`);
    const page = await app.get(referralLinkPaths.answer.to({ token }));
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(await textOf(page)).toContain('部屋を探しています');
    const answer = (name: string, fields = {}) =>
      app.post(referralLinkPaths.move.to({ token, move: name }), fields);
    expect((await answer('accept')).status).toBe(303);
    expect((await answer('reject', { reason: 'no-capacity' })).status).toBe(422);
    expect((await answer('contact')).status).toBe(303);
    expect(await stateOf(referralId)).toBe('in-progress');
    await app.post(basisPaths.withdraw.to({ basisId }), {}, mori);
    expect((await app.get(referralLinkPaths.answer.to({ token }))).status).toBe(410);
    expect((await answer('serve')).status).toBe(410);
  });

  test('an altered or old link is a clear page and nothing else', async () => {
    const answer = await app.get(referralLinkPaths.answer.to({ token: 'A'.repeat(43) }));
    expect([answer.status, (await textOf(answer)).includes('このリンクは使えません')]).toEqual([410, true]);
    expect((await app.get('/referral/short')).status).toBe(404);
  });

  test('an answer by telephone is logged by the sender, and says so', async () => {
    const to = await receiver({ account: false });
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    expect((await move(referralId, 'accept')).status).toBe(422);
    expect((await move(referralId, 'accept', { by: 'telephone' })).status).toBe(303);
    expect(await shown(referralId)).toContain('引き受けました（電話で・森 支援）');
  });

  test('without an answer: a reminder, then the supervisor; each once', async () => {
    const to = await receiver({ account: false });
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    const day = 86_400_000;
    const later = (days: number) => new Date(Date.now() + days * day);
    await run('referral.watch', {}, later(1));
    expect(await mails(`${to.organisationId}@example.jp`)).toHaveLength(0);
    await run('referral.watch', {}, later(4));
    await run('referral.watch', {}, later(4.1));
    expect(await mails(`${to.organisationId}@example.jp`)).toHaveLength(1);
    await run('referral.watch', {}, later(7));
    await run('referral.watch', {}, later(7.1));
    const told = (await mails(await mailOf(chief))).filter((body) => body.includes(referralId));
    expect(told).toHaveLength(1);
  });
});
