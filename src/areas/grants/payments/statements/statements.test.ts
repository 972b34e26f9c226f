import { expect, test } from 'vitest';
import { inTransaction, type Database } from '#platform/database/database.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { accountant, grantApprover, grantOfficer } from '../../access.ts';
import { statementPaths } from '../../paths.ts';
import { approvePayments, orderPayments } from '../actions.ts';
import { makeAwards } from '../fixtures.ts';
import { savePayer } from '../payers/actions.ts';
import { listPaymentsOf } from '../store.ts';
import { releaseTransfer, takeFile } from '../transfers/actions.ts';
import { planOf } from '../transfers/plan.ts';

const app = await testApp();
const { vault } = app.tools;
const officer = await app.signIn(grantOfficer);
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId });
const cashier = await app.signIn(accountant);
const db: Database = app.db;
/** Files are of a day that is past, so that a statement of today can tell of it. */
const then = new Date('2025-06-10T03:00:00Z');
const payOn = '2025-06-27';
const payer = {
  clientCode: '1',
  clientName: 'レイジ',
  bankCode: '0999',
  bankName: '',
  branchCode: '001',
  branchName: '',
  accountKind: '2',
  accountNumber: '7',
  lineBreaks: false,
};
granted(await savePayer(db, cashier.who, { bureauId: null, payer }, then));

async function released(yen: readonly number[]) {
  const { awardIds } = await makeAwards({ db, vault }, { bureauId, yen });
  const orders = awardIds.map((awardId, at) => ({
    awardId,
    yen: yen[at] ?? 0,
    kind: 'one-shot' as const,
    dueOn: payOn,
  }));
  const { paymentIds } = granted(
    await inTransaction(db, officer.who, (tx) => orderPayments(tx, officer.who, orders, then)),
  );
  granted(await approvePayments(db, approver.who, { vault, paymentIds }, then));
  const plan = await inTransaction(db, cashier.who, (tx) => planOf(tx, cashier.who, { vault, now: then }));
  const { records = 0, totalYen = 0 } = plan.transfers[0] ?? {};
  const seen = { records, totalYen };
  return granted(await releaseTransfer(db, cashier.who, { vault, payOn, bankCode: '0999', seen }, then));
}

const paymentsOf = (transferId: string) =>
  inTransaction(db, cashier.who, (tx) => listPaymentsOf(tx, { transferId }));

async function send(content: string | Uint8Array, name = 'meisai.csv') {
  const form = new FormData();
  form.set('file', new File([content as BlobPart], name));
  return app.post(statementPaths.list.to({}), form, cashier);
}
const page = async () => (await app.get(statementPaths.list.to({}), cashier)).text();

test('a statement confirms a file and finds what came back; no line counts twice, and others are set aside', async () => {
  const { transferId } = await released([150_000, 30_000]);
  const rows = [
    '日付,出金,入金,摘要',
    '2025/06/27,"180,000",,ｿｳｺﾞｳﾌﾘｺﾐ',
    '2025/06/30,,"30,000",組戻し ミホンノカイ',
    '2025/06/30,,7,ﾘｿｸ',
  ];
  expect((await send(rows.join('\r\n'))).status).toBe(303);
  expect((await send(rows.join('\r\n'))).status).toBe(422);
  const longer = await send([...rows, '2025/07/01,,8,ﾘｿｸ'].join('\r\n'));
  expect(longer.status).toBe(303);
  const shown = await page();
  for (const said of ['一つだけ合う2行', '180,000円', '合うものが見つかりません'])
    expect(shown).toContain(said);
  expect(shown.match(/補助金のものではない/g)).toHaveLength(4);
  expect((await app.post(statementPaths.matchAll.to({}), {}, officer)).status).toBe(403);
  expect((await app.post(statementPaths.matchAll.to({}), {}, cashier)).status).toBe(303);
  expect((await paymentsOf(transferId)).map(({ yen, state }) => [yen, state])).toEqual(
    expect.arrayContaining([
      [150_000, 'confirmed'],
      [30_000, 'returned'],
    ]),
  );
  const lineIds = [...(await page()).matchAll(/lines\/([0-9a-f-]{36})\/aside/g)].map(([, id]) => id ?? '');
  expect(lineIds).toHaveLength(2);
  for (const lineId of lineIds)
    expect((await app.post(statementPaths.aside.to({ lineId }), {}, cashier)).status).toBe(303);
  expect(await page()).toContain('照らし合わせる行はありません');
});

test('a line is matched only with what has the same amount', async () => {
  const { transferId } = await released([500]);
  await send('日付,出金,入金,摘要\r\n2025/06/27,499,,ﾌﾘｺﾐ');
  const [lineId = ''] = [...(await page()).matchAll(/lines\/([0-9a-f-]{36})\/aside/g)].map(([, id]) => id);
  const forged = await app.post(statementPaths.match.to({ lineId }), { transferId }, cashier);
  expect(forged.status).toBe(422);
  expect(await forged.text()).toContain('金額が違います');
});

test('a file of what could not be credited comes back by code, amount and account; others are left out', async () => {
  const { transferId } = await released([1_000, 2_000]);
  const { bytes } = granted(await takeFile(db, cashier.who, { vault, transferId }, then));
  const text = Buffer.from(bytes).toString('latin1');
  const second = text.slice(240, 360);
  const trailer = (count: number, yen: number) =>
    `8${String(count).padStart(6, '0')}${String(yen).padStart(12, '0')}${' '.repeat(101)}`;
  const yen = Number(second.slice(80, 90));
  const forged = second.replace(/^(.{91})\d{10}/, `$1${'9'.repeat(10)}`);
  const records = [text.slice(0, 120), second, forged, trailer(2, 2 * yen), text.slice(480, 600)];
  const back = await send(Buffer.from(records.join(''), 'latin1'), 'funou.txt');
  expect(back.status).toBe(303);
  const states = (await paymentsOf(transferId)).map(({ line, state, reason }) => [line, state, reason]);
  expect(states).toEqual([
    [1, 'released', null],
    [2, 'returned', 'not-credited'],
  ]);
});

test.each([
  ['日付,金額\r\n2025/6/1,1', '日付・出金・入金の列が見つかりません'],
  ['日付,出金,入金\r\n2025/6/31,1,', '2行目の日付か金額が読めません'],
  ['', 'ファイルを選んでください'],
])('%j is refused with words', async (content, said) => {
  const answer = await send(content);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(said);
});
