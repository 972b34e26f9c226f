import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { accountant, grantApprover, grantOfficer } from '../../access.ts';
import { makeDraftApplication } from '../../applications/fixtures.ts';
import { makeSubsidyCall } from '../../calls/fixtures.ts';
import { applicationPaths, bankPaths, paymentPaths } from '../../paths.ts';
import { approvePayments, checkPayee, orderPayments } from '../actions.ts';
import { inventedAccount, makeAwards } from '../fixtures.ts';
import { countBranches } from './store.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const cashier = await app.signIn(accountant, { name: '会計 担当' });
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
const today = tokyoDay(new Date());
const head = '銀行コード,銀行名,銀行名カナ,支店コード,支店名,支店名カナ';

function file(...lines: string[]): FormData {
  const form = new FormData();
  form.set('asOf', today);
  form.set('file', new File([[head, ...lines].join('\r\n')], 'banks.csv', { type: 'text/csv' }));
  return form;
}
const take = (form: FormData, as = cashier) => app.post(bankPaths.list.to({}), form, as);
const stored = () => inTransaction(db, system('test'), countBranches);

test('an accountant takes a list over whole, or with one wrong line not at all; nobody else does', async () => {
  expect((await app.get(bankPaths.list.to({}), officer)).status).toBe(403);
  expect((await take(file(), officer)).status).toBe(403);
  expect(
    (await take(file('0999,例示銀行,レイジギンコウ,101,見本,ミホン', '0999,例示,レイジ,102,港,ミナト')))
      .status,
  ).toBe(303);
  expect(await stored()).toBe(2);
  const wrong = await take(
    file('0999,例示銀行,レイジギンコウ,101,見本,ミホン', '9X,例示,レイジ,102,港,ミナト'),
  );
  expect([wrong.status, await textOf(wrong)]).toEqual([422, expect.stringContaining('3行目')]);
  expect(await stored()).toBe(2);
  expect((await take(file('0999,例示銀行,レイジギンコウ,101,見本,ミホン'))).status).toBe(303);
  expect(await stored()).toBe(1);
  const page = await textOf(await app.get(bankPaths.list.to({}), cashier));
  expect(page).toContain('1の金融機関、1の支店');
  expect(await textOf(await app.get(paymentPaths.list.to({}), cashier))).toContain('金融機関と支店の一覧');
});

test('a code that no bank has is named to whoever applies; sent once more it stays, since the passbook may be right', async () => {
  const { callId } = await makeSubsidyCall(db);
  const { token } = await makeDraftApplication({ db, vault, files: app.tools.files }, { callId });
  const url = applicationPaths.account.to({ token });
  const typed = {
    'base.@account': '0',
    bank: '0888',
    branch: '101',
    accountKind: '1',
    accountNumber: '12345',
    holder: 'ミホンノカイ',
  };
  const told = await app.post(url, typed);
  const page = await told.text();
  expect(told.status).toBe(422);
  expect(page).toContain('一覧にない金融機関コードです');
  const seenCodes = /name="seenCodes" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const base = /name="base.@account" value="(\d+)"/.exec(page)?.[1] ?? '';
  const branch = await app.post(url, {
    ...typed,
    'base.@account': base,
    bank: '0999',
    branch: '777',
    seenCodes,
  });
  expect([branch.status, await textOf(branch)]).toEqual([422, expect.stringContaining('支店コードです')]);
  const again = { ...typed, 'base.@account': String(Number(base) + 1), bank: '0999', branch: '777' };
  expect((await app.post(url, { ...again, seenCodes: '0999-777' })).status).toBe(303);
  expect(
    (await app.post(url, { ...again, 'base.@account': String(Number(base) + 1), branch: '101' })).status,
  ).toBe(303);
});

test('a code that no bank has stops a payment until an officer compared it with the passbook', async () => {
  const account = { ...inventedAccount, bank: '0888' };
  const { awardIds } = await makeAwards({ db, vault }, { bureauId, yen: [1_000], account });
  const ordered = await inTransaction(db, officer.who, (tx) =>
    orderPayments(
      tx,
      officer.who,
      awardIds.map((awardId) => ({ awardId, yen: 1_000, kind: 'one-shot' as const, dueOn: today })),
      new Date(),
    ),
  );
  const paymentIds = ordered.ok ? [...ordered.value.paymentIds] : [];
  const [paymentId = ''] = paymentIds;
  const approve = () => approvePayments(db, approver.who, { vault, paymentIds });
  expect(await approve()).toMatchObject({ ok: false, refusal: 'payee-unchecked' });
  for (const as of [officer, approver]) {
    const page = await textOf(await app.get(paymentPaths.payment.to({ paymentId }), as));
    expect(page).toContain('一覧にない金融機関コードです');
  }
  expect((await checkPayee(db, officer.who, { vault, paymentId, account, delegated: false })).ok).toBe(true);
  expect((await approve()).ok).toBe(true);
});
