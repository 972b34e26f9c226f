import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { accountant, grantApprover, grantOfficer, grantReviewer } from '../access.ts';
import { payerPaths, paymentPaths, transferPaths } from '../paths.ts';
import { makeAwards } from './fixtures.ts';
import { listPayments } from './store.ts';
import { readLayout } from './transfer-file/second-reader.testing.ts';

const app = await testApp();
const given = { db: app.db, vault: app.tools.vault };
const officer = await app.signIn(grantOfficer, { name: '担当 花' });
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId });
const elsewhere = await app.signIn(grantOfficer);
const reviewer = await app.signIn(grantReviewer);
const cashier = await app.signIn(accountant);

const list = async (state: string, as: SignedIn) =>
  (await app.get(paymentPaths.list.to({}, { state }), as)).text();
const find = async (state: string, callId: string) =>
  inTransaction(app.db, cashier.who, (tx) => listPayments(tx, { states: [state], callId, limit: 10 }));

test('payments are for those who have a part in them', async () => {
  for (const path of [paymentPaths.list, transferPaths.list, payerPaths.list]) {
    expect((await app.get(path.to({}))).status).toBe(303);
    expect((await app.get(path.to({}), reviewer)).status).toBe(403);
  }
  expect((await app.get(payerPaths.list.to({}), officer)).status).toBe(403);
});

test('an account that pays is written as the bank reads it, and a broken one is said at its field', async () => {
  const payer = {
    bureauId: '',
    clientCode: '１２３',
    clientName: 'レイジケン　ザイセイカ',
    bankCode: '0999',
    bankName: 'レイジ',
    branchCode: '001',
    branchName: '',
    accountKind: '2',
    accountNumber: '77',
    lineBreaks: 'on',
  };
  const broken = await app.post(payerPaths.list.to({}), { ...payer, bankCode: '99' }, cashier);
  expect(broken.status).toBe(422);
  expect(await broken.text()).toContain('銀行コードは4桁の数字です');
  expect((await app.post(payerPaths.list.to({}), payer, cashier)).status).toBe(303);
  const shown = await (await app.get(payerPaths.list.to({}), cashier)).text();
  for (const said of ['0000000123', 'ﾚｲｼﾞｹﾝ ｻﾞｲｾｲｶ', '0000077']) expect(shown).toContain(said);
});

test('a decision becomes a payment by four hands, a file, and comes back', async () => {
  const { callId, awardIds } = await makeAwards(given, { bureauId, yen: [120_000, 30_000] });
  await makeAwards(given, { bureauId: elsewhere.organisationId, yen: [5] });
  const waiting = await list('unordered', officer);
  expect(waiting).toContain('120,000円');
  expect(waiting).not.toContain('>5円');
  const order = { 'awardIds[]': [...awardIds], dueOn: '2031-06-27' };
  expect((await app.post(paymentPaths.order.to({}), order, approver)).status).toBe(403);
  expect((await app.post(paymentPaths.order.to({}), { dueOn: '2031-06-27' }, officer)).status).toBe(422);
  expect((await app.post(paymentPaths.order.to({}), order, officer)).status).toBe(303);
  const ordered = await find('ordered', callId);
  expect(ordered).toHaveLength(2);
  expect(await list('ordered', elsewhere)).not.toContain('見本の会1');

  const approve = { 'paymentIds[]': ordered.map(({ id }) => id) };
  expect((await app.post(paymentPaths.approve.to({}), approve, officer)).status).toBe(403);
  expect((await app.post(paymentPaths.approve.to({}), approve, approver)).status).toBe(303);

  const offered = await (await app.get(transferPaths.list.to({}), cashier)).text();
  const planned = transferPaths.planned.to({ payOn: '2031-06-27', bankCode: '0999' });
  expect(offered).toContain(planned);
  const look = await (await app.get(planned, cashier)).text();
  for (const said of ['ﾐﾎﾝﾉｶｲ', '150,000円', '0999-101 0012345']) expect(look).toContain(said);
  const wrong = await app.post(planned, { records: '2', totalYen: '149999' }, cashier);
  expect(wrong.status).toBe(422);
  const released = await app.post(planned, { records: '2', totalYen: '150000' }, cashier);
  const url = released.headers.get('location') ?? '';
  expect(url).toMatch(/\/staff\/grants\/transfers\//);

  const transferId = url.split('/').at(-1) ?? '';
  const taken = await app.post(transferPaths.file.to({ transferId }), {}, cashier);
  expect(taken.headers.get('content-disposition')).toContain('zengin-2031-06-27-1.txt');
  expect(readLayout(new Uint8Array(await taken.arrayBuffer()))).toHaveLength(5);
  const again = await app.post(transferPaths.file.to({ transferId }), {}, cashier);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('もう受け取られています');
  const ask = transferPaths.askCopy.to({ transferId });
  expect((await app.post(ask, { reason: '' }, cashier)).status).toBe(422);
  expect((await app.post(ask, { reason: '保存できませんでした' }, cashier)).status).toBe(303);
  expect((await app.post(transferPaths.allowCopy.to({ transferId }), {}, cashier)).status).toBe(422);
  expect((await app.post(transferPaths.allowCopy.to({ transferId }), {}, approver)).status).toBe(303);
  expect((await app.post(transferPaths.file.to({ transferId }), {}, cashier)).status).toBe(200);
  expect((await app.post(transferPaths.confirm.to({ transferId }), {}, cashier)).status).toBe(422);

  const [one] = await find('released', callId);
  const to = { paymentId: one?.id ?? '' };
  const back = { reason: 'name-differs', on: '2031-06-27' };
  expect((await app.post(paymentPaths.return.to(to), back, officer)).status).toBe(403);
  expect((await app.post(paymentPaths.return.to(to), back, cashier)).status).toBe(303);
  const returned = await (await app.get(paymentPaths.payment.to(to), officer)).text();
  expect(returned).toContain('口座名義が違う');
  expect((await app.post(paymentPaths.again.to(to), { dueOn: '2031-07-31' }, officer)).status).toBe(303);
  expect(await find('ordered', callId)).toMatchObject([{ insteadOf: one?.id, yen: one?.yen }]);
});

test('a doubtful name waits until an officer has looked; who looked does not approve', async () => {
  const { callId, awardIds } = await makeAwards(given, {
    bureauId,
    yen: [700],
    account: { holder: 'ミホン・ハマノカイ' },
  });
  await app.post(paymentPaths.order.to({}), { 'awardIds[]': [...awardIds], dueOn: '2031-06-27' }, officer);
  const [payment] = await find('ordered', callId);
  const to = { paymentId: payment?.id ?? '' };
  const approve = () => app.post(paymentPaths.approve.to({}), { 'paymentIds[]': to.paymentId }, approver);
  expect((await approve()).status).toBe(422);
  const shown = await (await app.get(paymentPaths.payment.to(to), officer)).text();
  expect(shown).toContain('「・」は使えない記号なので除きました');
  const account = { bank: '0999', branch: '101', kind: '1', number: '0012345', holder: 'ミホン ハマノカイ' };
  const kanji = await app.post(paymentPaths.check.to(to), { ...account, holder: '見本' }, officer);
  expect(kanji.status).toBe(422);
  expect((await app.post(paymentPaths.check.to(to), account, approver)).status).toBe(403);
  expect((await app.post(paymentPaths.check.to(to), account, officer)).status).toBe(303);
  expect((await approve()).status).toBe(303);
});

test('the symbol of a passbook of the post bank becomes branch and number', async () => {
  const { callId, awardIds } = await makeAwards(given, { bureauId, yen: [9], account: null });
  await app.post(paymentPaths.order.to({}), { 'awardIds[]': [...awardIds], dueOn: '2031-06-27' }, officer);
  const [payment] = await find('ordered', callId);
  const to = { paymentId: payment?.id ?? '' };
  const typed = { kind: '1', holder: 'ミホン ハナコ', symbol: '10580', postalNumber: '12345671' };
  expect((await app.post(paymentPaths.check.to(to), typed, officer)).status).toBe(303);
  const shown = await (await app.get(paymentPaths.payment.to(to), officer)).text();
  for (const said of ['9900', '058', '1234567', 'ﾐﾎﾝ ﾊﾅｺ']) expect(shown).toContain(said);
});
