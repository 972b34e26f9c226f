import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer } from '../../access.ts';
import { applicationPaths, awardLinkPaths, awardPaths, settlementPaths } from '../../paths.ts';
import { grantPayments } from '../../payments/tables.ts';
import { makeDecided, payOut } from '../../settlements/fixtures.ts';
import { listReturns } from '../../settlements/returns/store.ts';
import { findAward } from '../store.ts';
import { type ChangeKind, changeKinds } from './rules.ts';
import { listChanges } from './store.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault, files: app.tools.files };
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(app.db, system('test'), work);
const award = (awardId: string) => asSystem((tx) => findAward(tx, awardId));

type Decided = Awaited<ReturnType<typeof makeDecided>>;
async function staffOf({ bureauId }: Decided) {
  const officer = await app.signIn(grantOfficer, { organisationId: bureauId, name: '補助 担当' });
  const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
  return { officer, approver };
}
const ask = ({ token }: Decided, kind: ChangeKind, form: Record<string, string>) =>
  app.post(awardLinkPaths.ask.to({ token, kind }), { reason: '例示の理由です', ...form });
const newest = ({ awardId }: Decided) => asSystem(async (tx) => (await listChanges(tx, awardId)).at(-1));
async function move(decided: Decided, to: string, who: SignedIn, answer = ''): Promise<Response> {
  const changeId = (await newest(decided))?.id ?? '';
  return app.post(awardPaths.move.to({ changeId }), { move: to, answer }, who);
}
/** A letter of this kind, as the group reads it by its link. */
async function letterTo({ token }: Decided, title: string): Promise<string> {
  const list = await (await app.get(applicationPaths.letters.to({ token }))).text();
  const [, href] = new RegExp(`href="([^"]+)">${title}<`).exec(list) ?? [];
  if (!href) throw new Error(`no letter ${title}`);
  return textOf(await app.get(href));
}
async function approved(decided: Decided): Promise<void> {
  const { officer, approver } = await staffOf(decided);
  expect((await move(decided, 'check', officer)).status).toBe(303);
  expect((await move(decided, 'approve', approver)).status).toBe(303);
}

test('an advance is asked for by the group, checked, approved by another, and ordered to be paid', async () => {
  const decided = await makeDecided(place);
  const { officer, approver } = await staffOf(decided);
  const most = await ask(decided, 'advance', { yen: '140001', dueOn: '' });
  expect(most.status).toBe(422);
  expect(await textOf(most)).toContain('いま請求できるのは140,000円までです');
  expect((await ask(decided, 'advance', { yen: '140,000', dueOn: '2026-07-31' })).status).toBe(303);
  expect((await ask(decided, 'advance', { yen: '1000', dueOn: '' })).status).toBe(422);
  expect((await move(decided, 'approve', approver)).status).toBe(422);
  expect((await move(decided, 'approve', officer)).status).toBe(404);
  await approved(decided);
  const orders = await asSystem((tx) => tx.select().from(grantPayments));
  expect(orders.filter(({ awardId }) => awardId === decided.awardId)).toMatchObject([
    { kind: 'advance', yen: 140_000, dueOn: '2026-07-31', state: 'ordered' },
  ]);
  expect(await award(decided.awardId)).toMatchObject({ decidedYen: 175_000, paidYen: 0 });
});

test('a change that came back is mended and asked again in its place; approved, it binds more money and moves the end', async () => {
  const decided = await makeDecided(place);
  const { officer } = await staffOf(decided);
  const change = { yen: '200000', startsOn: '2026-06-01', endsOn: '2027-03-20', dueOn: '' };
  await ask(decided, 'change', change);
  expect((await move(decided, 'sendBack', officer)).status).toBe(422);
  await move(decided, 'sendBack', officer, '内訳も書いてください');
  const page = await textOf(await app.get(awardLinkPaths.award.to(decided)));
  expect(page).toContain('内訳も書いてください');
  await ask(decided, 'change', { ...change, reason: '内訳はこうです' });
  expect(await asSystem((tx) => listChanges(tx, decided.awardId))).toHaveLength(1);
  await approved(decided);
  expect(await award(decided.awardId)).toMatchObject({ decidedYen: 200_000, endsOn: '2027-03-20' });
  const letter = await letterTo(decided, '変更承認通知書');
  for (const said of [
    /変更前の交付決定額 金175,000円/,
    /変更後の交付決定額 金200,000円/,
    /令和9年3月20日/,
    /教示/,
  ])
    expect(letter).toMatch(said);
});

test('beyond the budget nothing is approved, and nothing is written', async () => {
  const decided = await makeDecided(place, { yen: 175_000 });
  await asSystem((tx) =>
    tx.$client.query('update grant_budgets set budget_yen = 180000 where call_id = $1', [decided.callId]),
  );
  await ask(decided, 'change', { yen: '200000', startsOn: '', endsOn: '', dueOn: '' });
  const { officer, approver } = await staffOf(decided);
  await move(decided, 'check', officer);
  const over = await move(decided, 'approve', approver);
  expect(over.status).toBe(422);
  expect(await textOf(over)).toContain('予算の残りが足りません');
  expect(await newest(decided)).toMatchObject({ state: 'checked' });
  expect(await award(decided.awardId)).toMatchObject({ decidedYen: 175_000 });
});

test('who ends early keeps what is paid and reports it; the rest is free again', async () => {
  const decided = await makeDecided(place);
  await payOut(app.db, { ...decided, yen: 50_000 }, new Date('2026-07-01T03:00:00Z'));
  expect(
    (await ask(decided, 'abolish', { yen: '49999', endsOn: '2026-10-01', startsOn: '', dueOn: '' })).status,
  ).toBe(422);
  await ask(decided, 'abolish', { yen: '50000', endsOn: '2026-10-01', startsOn: '', dueOn: '' });
  await approved(decided);
  expect(await award(decided.awardId)).toMatchObject({
    state: 'abolished',
    decidedYen: 50_000,
    endsOn: '2026-10-01',
  });
  expect(await letterTo(decided, '中止・廃止承認通知書')).toMatch(/承認後の交付決定額 金50,000円/);
  // Thirty days after the last day
  expect(await textOf(await app.get(awardLinkPaths.award.to(decided)))).toContain(
    '令和8年10月31日までに出してください',
  );
});

test('a cancellation is the office’s alone: what was paid is ordered back with interest, which the approver may waive', async () => {
  const decided = await makeDecided(place);
  const { officer, approver } = await staffOf(decided);
  await payOut(app.db, { ...decided, yen: 100_000 }, new Date('2026-07-01T03:00:00Z'));
  const { awardId, token } = decided;
  expect((await app.get(`/apply/${token}/award/cancel`)).status).toBe(404);
  const form = { yen: '0', startsOn: '', endsOn: '', dueOn: '2026-12-20', reason: '条件に反したため' };
  expect((await app.post(awardPaths.ask.to({ awardId, kind: 'cancel' }), form, officer)).status).toBe(303);
  await approved(decided);
  expect(await award(awardId)).toMatchObject({ state: 'cancelled', decidedYen: 100_000, paidYen: 100_000 });
  const [back] = await asSystem((tx) => listReturns(tx, awardId));
  expect(back).toMatchObject({ kind: 'cancel', yen: 100_000, surcharge: true, dueOn: '2026-12-20' });
  expect(await textOf(await app.get(awardPaths.award.to({ awardId }), officer))).toContain('加算金');
  const letter = await letterTo(decided, '交付決定取消通知書');
  for (const said of [/取り消した額 金175,000円/, /条件に反したため/, /教示/]) expect(letter).toMatch(said);
  const order = await letterTo(decided, '返還命令書');
  for (const said of [/返還を命じる額 金100,000円/, /加算金 金[\d,]+円/, /返還の期限 令和8年12月20日/])
    expect(order).toMatch(said);
  const waive = (reason: string) =>
    app.post(settlementPaths.waive.to({ returnId: back?.id ?? '' }), { reason }, approver);
  expect((await waive(' ')).status).toBe(422);
  expect((await waive('災害のため')).status).toBe(303);
  expect(await textOf(await app.get(awardPaths.award.to({ awardId }), officer))).toContain(
    '免除されています',
  );
});

test('the group takes back what it asked for; another group’s link does not', async () => {
  const decided = await makeDecided(place);
  const stranger = await makeDecided(place);
  await ask(decided, 'advance', { yen: '1000', dueOn: '' });
  const changeId = (await newest(decided))?.id ?? '';
  const withdraw = (token: string) => app.post(awardLinkPaths.withdraw.to({ token, changeId }), {});
  expect((await withdraw(stranger.token)).status).toBe(404);
  expect((await withdraw(decided.token)).status).toBe(303);
  expect(await newest(decided)).toMatchObject({ state: 'withdrawn' });
});

test('each page that asks for something opens, in both languages, for the group and for the office', async () => {
  const decided = await makeDecided(place);
  const { officer } = await staffOf(decided);
  for (const kind of changeKinds) {
    expect((await app.get(awardPaths.ask.to({ ...decided, kind }), officer)).status).toBe(200);
    if (kind === 'cancel') continue;
    expect((await app.get(awardLinkPaths.ask.to({ ...decided, kind }, { lang: 'en' }))).status).toBe(200);
  }
  const list = await textOf(await app.get(awardPaths.list.to({}, { show: 'all' }), officer));
  expect(list).toContain(decided.number);
});
