import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeTwoCities } from '#areas/directory/unmet/fixtures.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { grantApprover, grantOfficer, grantPartner } from '../access.ts';
import { moveMoney } from '../ledger/actions.ts';
import { readBudget } from '../ledger/store.ts';
import { benefitPaths } from '../paths.ts';
import { exampleAccount, pixel } from '../applications/fixtures.ts';
import { askForPersons } from './ask.ts';
import { checkBenefits, decideBenefits } from './actions.ts';
import { exampleAsked, makeYouthCall } from './fixtures.ts';
import { beginVersion, editTerms } from '../calls/actions.ts';
import { proposeVersion, publishVersion } from '../calls/publications/actions.ts';
import type { CallTerms } from '../calls/terms.ts';
import { findHandOn, listHandOns } from './hand-ons/store.ts';
import { countRecipients, findBenefit, listSteps } from './store.ts';

const app = await testApp();
const { db, tools } = app;
const partner = await app.signIn(grantPartner, { kind: 'npo', name: '連携 担当' });
const other = await app.signIn(grantPartner, { kind: 'npo', name: 'ほかの 団体' });
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const approver = await app.signIn(grantApprover, {
  organisationId: officer.organisationId,
  name: '決裁 担当',
});
const stranger = await app.signIn(caseWorker, { kind: 'desk', name: '別の 窓口' });
const call = await makeYouthCall(db, { bureauId: officer.organisationId, budgetYen: 200_000 });
const { callId } = call;
const it = system('test');

const form = {
  organisationId: partner.organisationId,
  name: '見本 若葉',
  kana: 'みほん わかば',
  birth: '平成18年5月1日',
  'answer-here': 'yes',
  'answer-same-cost': 'no',
  use: 'exam',
  why: '大学の受験料にあてる',
  askedYen: '３５，０００',
  consent: 'on',
};
const newUrl = benefitPaths.new.to({ callId });
const stored = (id: string) => inTransaction(db, it, (tx) => findBenefit(tx, id));

async function ask(changed: Record<string, string> = {}, as = partner): Promise<string> {
  const done = await app.post(newUrl, { ...form, ...changed }, as);
  if (done.status !== 303)
    throw new Error(
      `${done.status} ${(await done.text())
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 900)}`,
    );
  return done.headers.get('location')?.split('/').at(-1) ?? '';
}
const url = (benefitId: string) => benefitPaths.benefit.to({ benefitId });
const step = (benefitId: string, name: string, reason = '', as = officer) =>
  app.post(benefitPaths.step.to({ benefitId, step: name }), { [`reason-${name}`]: reason }, as);

const account = {
  bank: '0999',
  bankName: 'レイジ銀行',
  branch: '101',
  branchName: '見本',
  accountKind: '1',
  accountNumber: '12345',
  holder: 'みほんのかい',
};
const payee = {
  organisationId: partner.organisationId,
  corporateNumber: '',
  representative: '理事長 見本 港',
  address: '横浜市見本区一丁目1番',
  phone: '045-000-0001',
  ...account,
};

/** What the bank does, as the ledger sees it. */
async function pay(benefitId: string): Promise<void> {
  const { awardId, yen } = await stored(benefitId);
  const moved = await inTransaction(db, it, (tx) =>
    moveMoney(tx, { callId, moves: [{ awardId, kind: 'pay', yen }] }, new Date()),
  );
  expect(moved.ok).toBe(true);
}

const png = Uint8Array.from(pixel);
function receiptForm(fields: Record<string, string>, content: Uint8Array<ArrayBuffer> = png): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('receipt', new File([content], '受領書.png', { type: 'image/png' }));
  return data;
}
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

describe('asking with a person', () => {
  test('what does not meet the conditions is said in whole, and nothing of it is kept', async () => {
    const before = await inTransaction(db, it, (tx) => tx.execute('select from grant_benefits'));
    const answer = await app.post(newUrl, { ...form, birth: '1980-01-01', 'answer-here': 'no' }, partner);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('40歳以上の方は');
    expect(page).toContain('お住まいの都道府県の窓口');
    expect(page).not.toContain('同じ費用に二つの給付は使えません');
    expect(page).toContain('大学の受験料にあてる');
    const after = await inTransaction(db, it, (tx) => tx.execute('select from grant_benefits'));
    expect(after.rows.length).toBe(before.rows.length);
  });

  test('without the consent of the person, above the ceiling, or for another group: nothing', async () => {
    const refused = async (changed: Record<string, string>, as = partner) =>
      (await app.post(newUrl, { ...form, ...changed }, as)).status;
    expect(await refused({ consent: '' })).toBe(422);
    expect(await refused({ askedYen: '50001' })).toBe(422);
    expect(await refused({ askedYen: '0' })).toBe(422);
    expect(await refused({ use: 'moon' })).toBe(422);
    expect(await refused({}, other)).toBe(403);
    expect(await refused({}, officer)).toBe(403);
    expect((await app.get(newUrl)).status).toBe(303);
  });

  test('place and worry are told for counting, shown to who may see the benefit, kept when it is put right, and need not be told', async () => {
    await makeTwoCities(db);
    const told = { municipality: '99201', worry: 'housing' };
    const id = await ask({ name: '見本 場所', ...told });
    expect(await stored(id)).toMatchObject(told);
    const page = await textOf(await app.get(url(id), officer));
    expect(page).toContain('住んでいる市区町村 大浜市');
    expect(page).toContain('いちばん困っていること 住まいについて');
    expect((await step(id, 'return', '直してください')).status).toBe(303);
    const edit = await (await app.get(benefitPaths.edit.to({ benefitId: id }), partner)).text();
    expect(edit).toMatch(/value="99201" selected/);
    expect(edit).toMatch(/value="housing" selected/);
    const again = { ...form, name: '見本 場所', municipality: '', worry: 'the-moon' };
    expect((await app.post(benefitPaths.edit.to({ benefitId: id }), again, partner)).status).toBe(303);
    expect(await stored(id)).toMatchObject({ municipality: '', worry: '', state: 'asked' });
    await step(id, 'withdraw', '', partner);
  });

  test('a form that is sent twice is one benefit; written on for another person it is another', async () => {
    const page = await (await app.get(newUrl, partner)).text();
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = { ...form, name: '見本 二度', once };
    const both = await Promise.all([1, 2].map(() => app.post(newUrl, sent, partner)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const [first, second] = both.map(({ headers }) => headers.get('location'));
    expect(first).toBe(url(once));
    expect(second).toBe(first);
    expect(await ask({ ...sent, name: '見本 三度' })).not.toBe(once);
  });

  test('name and circumstances are sealed, and read by the group and the office alone', async () => {
    const benefitId = await ask();
    const row = await stored(benefitId);
    expect(row).toMatchObject({ state: 'asked', yen: 35_000, use: 'exam', ageBand: '18-29' });
    expect(JSON.stringify(row)).not.toMatch(/若葉|わかば|受験料|2006-05-01/);
    expect(await (await app.get(url(benefitId), partner)).text()).toContain('見本 若葉');
    expect(await (await app.get(url(benefitId), officer)).text()).toContain('大学の受験料');
    for (const somebody of [other, stranger]) {
      expect((await app.get(url(benefitId), somebody)).status).toBe(404);
      expect(await (await app.get(benefitPaths.list.to({}), somebody)).text()).not.toContain(url(benefitId));
    }
  });

  test('the same person is the same, written otherwise and by another group: so often, and no more', async () => {
    const name = { name: '髙﨑 見本', birth: '2001-02-03', askedYen: '1000' };
    const first = await stored(await ask(name));
    const elsewhere = { ...name, name: '高崎見本', organisationId: other.organisationId };
    const second = await stored(await ask(elsewhere, other));
    expect(second.recipientId).toBe(first.recipientId);
    await ask(name);
    const fourth = await app.post(newUrl, { ...form, ...name }, partner);
    expect(fourth.status).toBe(422);
    expect(await fourth.text()).toContain('一人3回までです');
    const twice = { ...form, name: '見本 重', birth: '2002-02-02' };
    await ask({ ...twice, askedYen: '50000' });
    await ask({ ...twice, askedYen: '40000' });
    const over = await app.post(newUrl, { ...twice, askedYen: '10001' }, partner);
    expect(await over.text()).toContain('残りは10,000円');
  });
});

describe('from the office to the hand of the person', () => {
  test('nobody is paid who has not said where; the group says it once, the office changes it', async () => {
    const benefitId = await ask({ name: '見本 先' });
    expect((await step(benefitId, 'check')).status).toBe(422);
    expect((await app.post(benefitPaths.payee.to({}), { ...payee, bank: '99' }, partner)).status).toBe(422);
    expect((await app.post(benefitPaths.payee.to({}), payee, other)).status).toBe(403);
    expect((await app.post(benefitPaths.payee.to({}), payee, partner)).status).toBe(303);
    expect((await app.post(benefitPaths.payee.to({}), payee, partner)).status).toBe(422);
    expect((await app.post(benefitPaths.payee.to({}), payee, officer)).status).toBe(303);
    expect((await step(benefitId, 'check')).status).toBe(303);
  });

  test('what is returned loses nothing, and is asked again under the same version', async () => {
    const benefitId = await ask({ name: '見本 直子' });
    expect((await step(benefitId, 'return')).status).toBe(422);
    expect((await step(benefitId, 'return', '金額の内訳を書いてください')).status).toBe(303);
    const page = await (await app.get(url(benefitId), partner)).text();
    expect(page).toContain('金額の内訳を書いてください');
    const edit = benefitPaths.edit.to({ benefitId });
    expect(await (await app.get(edit, partner)).text()).toContain('大学の受験料にあてる');
    expect((await app.get(edit, other)).status).toBe(404);
    const again = await app.post(edit, { ...form, name: '見本 直子', askedYen: '30000' }, partner);
    expect(again.status).toBe(303);
    expect(await stored(benefitId)).toMatchObject({ state: 'asked', yen: 30_000, versionId: call.versionId });
  });

  test('who checked does not decide; more than is free is not decided, and then nothing is', async () => {
    const asked = { ...exampleAsked, askedYen: 50_000 };
    const all = [1, 2, 3, 4, 5].map((at) => ({
      asked: { ...asked, name: `見本 多${at}` },
      now: new Date(),
    }));
    const { organisationId } = partner;
    const { vault } = tools;
    const made = await askForPersons(db, it, { vault, callId, organisationId, all });
    if (!made.ok) throw new Error(made.refusal);
    const benefitIds = [...made.value.benefitIds];
    const checked = await checkBenefits(db, approver.who, { vault, benefitIds }, new Date()).catch(
      (error: Error) => error.constructor.name,
    );
    expect(checked).toBe('Forbidden');
    for (const benefitId of benefitIds) expect((await step(benefitId, 'check')).status).toBe(303);
    const decide = benefitPaths.decide.to({ callId });
    expect((await app.post(decide, { 'decide[]': benefitIds }, officer)).status).toBe(403);
    const over = await app.post(decide, { 'decide[]': benefitIds }, approver);
    expect(over.status).toBe(422);
    expect(await over.text()).toContain('予算の残りが足りません');
    expect(await stored(benefitIds[0] ?? '')).toMatchObject({ state: 'checked', awardId: null });
    const within = benefitIds.slice(0, 2);
    expect((await app.post(decide, { 'decide[]': within }, approver)).status).toBe(303);
    expect(await inTransaction(db, it, (tx) => readBudget(tx, callId))).toMatchObject({ decided: 100_000 });
    expect((await app.post(decide, { 'decide[]': within }, approver)).status).toBe(422);
    const [cancelled = ''] = within;
    expect((await step(cancelled, 'cancel', '辞退されたため', approver)).status).toBe(303);
    expect(await inTransaction(db, it, (tx) => readBudget(tx, callId))).toMatchObject({ decided: 50_000 });
    expect(await inTransaction(db, it, (tx) => countRecipients(tx, callId))).toEqual({
      total: 1,
      distinct: 1,
    });
  });

  test('paid to the group, handed on against a receipt, confirmed, and what is left comes back', async () => {
    const benefitId = await ask({ name: '見本 渡', askedYen: '40000' });
    await step(benefitId, 'check');
    await app.post(benefitPaths.decide.to({ callId }), { 'decide[]': [benefitId] }, approver);
    const order = { 'pay[]': [benefitId], dueOn: today };
    expect((await app.post(benefitPaths.pay.to({ callId }), order, officer)).status).toBe(303);
    expect((await app.post(benefitPaths.pay.to({ callId }), order, officer)).status).toBe(422);
    const handOnUrl = benefitPaths.handOn.to({ benefitId });
    const fields = { yen: '30000', on: today, way: 'cash' };
    expect(await (await app.post(handOnUrl, receiptForm(fields), partner)).text()).toContain(
      'まだ支払われて',
    );
    await pay(benefitId);
    expect((await app.post(handOnUrl, { ...fields }, partner)).status).toBe(422);
    expect((await app.post(handOnUrl, receiptForm({ ...fields, yen: '40001' }), partner)).status).toBe(422);
    const wrong = receiptForm(fields, new Uint8Array([0x4d, 0x5a, 0x90, 0]));
    expect(await (await app.post(handOnUrl, wrong, partner)).text()).toContain('JPEG、PNG');
    expect((await app.post(handOnUrl, receiptForm(fields), other)).status).toBe(404);
    const looked = { ...fields, seenYen: '40000' };
    expect((await app.post(handOnUrl, receiptForm(looked), partner)).status).toBe(303);
    const again = await app.post(handOnUrl, receiptForm({ ...looked, yen: '10000' }), partner);
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('表示されたあとで')]);
    const page = await (await app.get(url(benefitId), partner)).text();
    expect(page).toContain('まだ渡していない10,000円');
    const [row] = await inTransaction(db, it, (tx) => listHandOns(tx, benefitId));
    const handOnId = row?.handOn.id ?? '';
    const receipt = benefitPaths.receipt.to({ handOnId });
    expect(row?.handOn.scan).toBe('unscanned');
    expect(await (await app.get(url(benefitId), officer)).text()).toContain('ウイルス検査なし');
    for (const name of await readdir(tools.files.folder, { recursive: true }))
      if (name.length > 60)
        expect((await readFile(join(tools.files.folder, name))).includes(Buffer.from(png))).toBe(false);
    expect(new Uint8Array(await (await app.get(receipt, officer)).arrayBuffer())).toEqual(png);
    expect((await app.get(receipt, other)).status).toBe(404);
    const confirm = benefitPaths.confirm.to({ callId });
    expect((await app.post(confirm, { 'confirm[]': [handOnId] }, partner)).status).toBe(403);
    expect((await app.post(confirm, { 'confirm[]': [handOnId] }, officer)).status).toBe(303);
    expect((await app.post(confirm, { 'confirm[]': [handOnId] }, officer)).status).toBe(422);
    expect(await inTransaction(db, it, (tx) => findHandOn(tx, handOnId))).toMatchObject({
      confirmedBy: officer.who.personId,
    });
    const takeBack = benefitPaths.takeBack.to({ benefitId });
    expect((await app.post(takeBack, { returnedYen: '10001', returnedOn: today }, officer)).status).toBe(422);
    const part = { returnedYen: '4000', returnedOn: today, seenYen: '10000' };
    expect((await app.post(takeBack, part, officer)).status).toBe(303);
    const twice = await app.post(takeBack, part, officer);
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('表示されたあとで')]);
    expect(await (await app.get(url(benefitId), officer)).text()).toContain('name="seenYen" value="6000"');
    expect(
      (await app.post(takeBack, { ...part, returnedYen: '6000', seenYen: '6000' }, officer)).status,
    ).toBe(303);
    const told = { outcome: 'school', outcomeOn: today, outcomeWords: '合格した' };
    expect((await app.post(benefitPaths.outcome.to({ benefitId }), told, partner)).status).toBe(303);
    const seen = await (await app.get(url(benefitId), partner)).text();
    expect(seen).toContain('別の組織の担当者');
    const end = await (await app.get(url(benefitId), officer)).text();
    expect(end).toContain('受領を確かめた');
    expect(end).toContain('合格した');
    const steps = await inTransaction(db, it, (tx) => listSteps(tx, benefitId));
    expect(steps.map(({ step: { step: name } }) => name)).toEqual([
      'ask',
      'check',
      'decide',
      'hand-on',
      'confirm',
      'return-money',
      'return-money',
      'outcome',
    ]);
    const money = await inTransaction(db, it, (tx) => readBudget(tx, callId));
    expect(money).toEqual({ budget: 200_000, decided: 80_000, paid: 30_000, settled: 30_000 });
  });

  test('a donation is named by its organisation, never by a person, and counts when a second person agrees', async () => {
    const donate = benefitPaths.donate.to({ callId });
    const gift = { kind: 'company', donor: '', donatedYen: '1000000', receivedOn: today };
    expect((await app.post(donate, gift, officer)).status).toBe(422);
    expect((await app.post(donate, { ...gift, donor: '見本食品' }, officer)).status).toBe(303);
    expect((await app.post(donate, { ...gift, kind: 'person', donor: '見本 太郎' }, officer)).status).toBe(
      303,
    );
    const page = await (await app.get(benefitPaths.call.to({ callId }), officer)).text();
    expect(page).toContain('見本食品');
    expect(page).not.toContain('見本 太郎');
    expect(page).toContain('承認を待っている');
    expect((await app.post(donate, { ...gift, donor: '見本食品' }, approver)).status).toBe(403);
    expect((await app.get(benefitPaths.call.to({ callId }), partner)).status).toBe(404);
  });
});

test('two approvers who decide at the same moment never bind more than is free', async () => {
  const made = await makeYouthCall(db, {
    bureauId: officer.organisationId,
    budgetYen: 60_000,
    rules: { payee: 'person' },
  });
  const { vault } = tools;
  const told = { address: '見本町1番', phone: '045-000-0001', account: exampleAccount() };
  const all = ['見本 同', '見本 時'].map((name) => ({
    asked: { ...exampleAsked, ...told, name, askedYen: 50_000 },
    now: new Date(),
  }));
  const given = { vault, callId: made.callId, organisationId: partner.organisationId, all };
  const { benefitIds } = granted(await askForPersons(db, it, given));
  granted(await checkBenefits(db, officer.who, { vault, benefitIds: [...benefitIds] }));
  const decided = await Promise.all(
    benefitIds.map((id) => decideBenefits(db, approver.who, { vault, benefitIds: [id] })),
  );
  expect(decided.map((each) => (each.ok ? 'decided' : each.refusal)).toSorted()).toEqual([
    'decided',
    'more-than-free',
  ]);
  expect(await inTransaction(db, it, (tx) => readBudget(tx, made.callId))).toMatchObject({ decided: 50_000 });
});

test('the rules of the day of asking hold to the decision, whatever is published meanwhile; who asks later asks under the new ones', async () => {
  const { callId: pinned, versionId } = await makeYouthCall(db, { bureauId: officer.organisationId });
  const newOf = benefitPaths.new.to({ callId: pinned });
  const asked = await app.post(newOf, { ...form, name: '見本 版', askedYen: '50000' }, partner);
  const benefitId = asked.headers.get('location')?.split('/').at(-1) ?? '';
  const amount = { kind: 'asked', ceiling: 20_000 } as const;
  const change = (terms: CallTerms): CallTerms =>
    terms.benefit ? { ...terms, benefit: { ...terms.benefit, amount } } : terms;
  granted(await beginVersion(db, it, { callId: pinned }));
  granted(await editTerms(db, it, { callId: pinned, revision: 0, change }));
  granted(await proposeVersion(db, it, { callId: pinned, revision: 1, note: { ja: '上限', en: '' } }));
  const { versionId: newer } = granted(await publishVersion(db, it, { callId: pinned, revision: 1 }));
  expect(newer).not.toBe(versionId);
  expect((await step(benefitId, 'return', '内訳を書いてください')).status).toBe(303);
  const edit = benefitPaths.edit.to({ benefitId });
  const mended = { ...form, name: '見本 版', askedYen: '45000' };
  expect((await app.post(edit, mended, partner)).status).toBe(303);
  expect((await step(benefitId, 'check')).status).toBe(303);
  const decide = { 'decide[]': [benefitId] };
  expect((await app.post(benefitPaths.decide.to({ callId: pinned }), decide, approver)).status).toBe(303);
  expect(await stored(benefitId)).toMatchObject({ state: 'decided', yen: 45_000, versionId });
  expect(await (await app.get(url(benefitId), officer)).text()).toContain('要綱の第1版');
  const later = await app.post(newOf, { ...form, name: '見本 後', askedYen: '45000' }, partner);
  expect(later.status).toBe(422);
});

test('no function of the database tells of benefits to who has no part in them', async () => {
  const asStranger = { ...stranger.who, memberships: [] };
  await expect(
    inTransaction(db, asStranger, (tx) => tx.execute(`select benefit_recipient('x')`)),
  ).rejects.toThrow('benefit_recipient');
  const benefitId = await ask({ name: '見本 静' });
  const { rows } = await inTransaction(db, other.who, (tx) =>
    tx.execute(`select * from benefit_money(array['${benefitId}']::uuid[])`),
  );
  expect(rows).toEqual([]);
  const seen = await inTransaction(db, partner.who, (tx) => tx.execute('select from grant_recipients'));
  expect(seen.rows).toEqual([]);
});
