import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer, grantPartner, grantReviewer } from '../access.ts';
import { openRow } from '../applications/open.ts';
import { findApplication } from '../applications/store.ts';
import { sendLetter } from '../awards/letters.ts';
import { findAward } from '../awards/store.ts';
import { askForPersons } from '../benefits/ask.ts';
import { checkBenefits, decideBenefits } from '../benefits/actions.ts';
import { exampleAsked, makeYouthCall } from '../benefits/fixtures.ts';
import { numberOf } from '../benefits/rules.ts';
import { findBenefit } from '../benefits/store.ts';
import { applicationPaths, benefitPaths, letterPaths } from '../paths.ts';
import { makeDecided } from '../settlements/fixtures.ts';
import { standardTemplates } from './standard.ts';
import { findLetter, listDocuments, listLettersOf } from './store.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault, files: app.tools.files };
const who = system('test');
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(app.db, who, work);
const made = await makeDecided(place, { bureauId });

/** A letter about the group's award, as the office sends it. */
async function send(reason: string, { awardId, applicationId } = made): Promise<string> {
  return asSystem(async (tx) => {
    const row = await openRow(tx, app.tools.vault, await findApplication(tx, applicationId));
    const opened = { ...row, award: await findAward(tx, awardId), by: 'test' };
    await sendLetter(tx, app.tools.vault, { opened, kind: 'change', yen: 175_000, reason }, new Date());
    const letters = await listLettersOf(tx, applicationId);
    return letters.at(-1)?.id ?? '';
  });
}

const place1 = { bureauId, kind: 'change' };
const words = standardTemplates.change;
const typed = (title: string, version: number, body = words.body.ja) => ({
  version: String(version),
  titleJa: title,
  titleEn: '',
  bodyJa: body,
  bodyEn: '',
  conditionsJa: '',
  conditionsEn: '',
  appealJa: words.appeal.ja,
  appealEn: '',
});
const template = letterPaths.template.to(place1);
const publish = (version: number, as = approver) =>
  app.post(letterPaths.publish.to(place1), { version: String(version) }, as);

test('the words of a letter are written by an officer, hold when another person published them, and old letters stay', async () => {
  const before = await send('会場が変わったため');
  expect((await app.post(template, typed('変更のお知らせ', 0), approver)).status).toBe(403);
  expect((await app.post(template, typed('変更のお知らせ', 0), officer)).status).toBe(303);
  expect((await app.post(template, typed('別の人の題', 0), officer)).status).toBe(422);
  expect((await publish(1, officer)).status).toBe(403);
  const draft = await send('公表の前');
  expect((await publish(1)).status).toBe(303);
  const after = await send('公表のあと');
  const titleOf = async (documentId: string) =>
    textOf(await app.get(letterPaths.letter.to({ documentId }), officer));
  expect(await titleOf(before)).toContain('変更承認通知書');
  expect(await titleOf(draft)).not.toContain('変更のお知らせ');
  expect(await titleOf(after)).toContain('変更のお知らせ');
  const versions = await asSystem(async (tx) => [
    (await findLetter(tx, before)).letter?.templateVersion,
    (await findLetter(tx, after)).letter?.templateVersion,
  ]);
  expect(versions).toEqual([0, 1]);
});

test('what a letter has to say is not left out, and another office or role writes and reads nothing of it', async () => {
  const without = await app.post(template, typed('題', 1, '変更を承認します。'), officer);
  expect(without.status).toBe(422);
  expect(await without.text()).toContain('変更を承認します。');
  const stranger = await app.signIn(grantOfficer, { name: 'ほかの局' });
  const reviewer = await app.signIn(grantReviewer, { organisationId: bureauId, name: '審査 員' });
  expect((await app.post(template, typed('題', 1), stranger)).status).toBe(403);
  const documentId = await send('よその局');
  expect((await app.get(letterPaths.letter.to({ documentId }), stranger)).status).toBe(404);
  expect((await app.get(letterPaths.letter.to({ documentId }), reviewer)).status).toBe(403);
  expect((await app.get(letterPaths.letter.to({ documentId }))).status).toBe(303);
});

test('a letter that was issued is changed and removed by nobody, the product itself included, before retention', async () => {
  const documentId = await send('変わらない');
  const stored = () => asSystem((tx) => findLetter(tx, documentId));
  const before = await stored();
  for (const by of [who, officer.who, approver.who])
    for (const statement of [
      `update grant_letters set sealed = 'x', sha256 = 'y' where document_id = $1`,
      `delete from grant_letters where document_id = $1`,
      `update grant_documents set number = 'x', issued_on = '2000-01-01' where id = $1`,
      `delete from grant_documents where id = $1`,
    ]) {
      const done = await inTransaction(app.db, by, (tx) => tx.$client.query(statement, [documentId]));
      expect(done.rowCount, statement).toBe(0);
    }
  expect(await stored()).toEqual(before);
});

test('a group reads every letter to it by its link, on paper size; another group’s, and a dead link, open nothing', async () => {
  const { token } = made;
  const documentId = await send('リンクから読む');
  const list = await app.get(applicationPaths.letters.to({ token }));
  expect(list.headers.get('cache-control')).toBe('no-store');
  const { number } = (await asSystem((tx) => findLetter(tx, documentId))).document;
  expect(await textOf(list)).toContain(number);
  const page = await app.get(applicationPaths.letter.to({ token, documentId }));
  // Without the styles of paper it would print with the page around it (e2e/grant: one sheet of A4).
  expect(await page.clone().text()).toMatch(/<link rel="stylesheet" href="\/assets\/paper\./);
  const sheet = await textOf(page);
  for (const said of [number, 'リンクから読む', '教示']) expect(sheet).toContain(said);
  const other = await makeDecided(place, { bureauId });
  const foreign = applicationPaths.letter.to({ token: other.token, documentId });
  expect((await app.get(foreign)).status).toBe(404);
  expect((await app.get(applicationPaths.letters.to({ token: 'A'.repeat(43) }))).status).toBe(404);
  expect(await textOf(await app.get(applicationPaths.overview.to({ token })))).toContain('届いた通知書');
});

test('a person who gets a benefit has a letter with the next number, which the group that asked prints, and nobody else', async () => {
  const partner = await app.signIn(grantPartner, { kind: 'npo', name: '連携 担当' });
  const other = await app.signIn(grantPartner, { kind: 'npo', name: 'ほかの 団体' });
  const { vault } = app.tools;
  const { callId } = await makeYouthCall(app.db, { bureauId, budgetYen: 200_000 });
  const payee = {
    organisationId: partner.organisationId,
    corporateNumber: '',
    representative: '理事長 見本 港',
    address: '横浜市見本区一丁目1番',
    phone: '045-000-0001',
    bank: '0999',
    bankName: 'レイジ銀行',
    branch: '101',
    branchName: '見本',
    accountKind: '1',
    accountNumber: '12345',
    holder: 'みほんのかい',
  };
  expect((await app.post(benefitPaths.payee.to({}), payee, partner)).status).toBe(303);
  const people = ['見本 若葉', '見本 青葉'].map((name) => ({
    asked: { ...exampleAsked, name },
    now: new Date(),
  }));
  const asked = await askForPersons(app.db, partner.who, {
    vault,
    callId,
    organisationId: partner.organisationId,
    all: people,
  });
  if (!asked.ok) throw new Error(asked.refusal);
  const benefitIds = [...asked.value.benefitIds];
  const documentsOf = async (benefitId: string) => {
    const { applicationId } = await asSystem((tx) => findBenefit(tx, benefitId));
    return applicationId ? asSystem((tx) => listLettersOf(tx, applicationId)) : [];
  };
  const letter = async (benefitId: string, as = partner) => {
    const documentId = (await documentsOf(benefitId)).at(-1)?.id ?? crypto.randomUUID();
    return app.get(benefitPaths.letter.to({ benefitId, documentId }), as);
  };
  const [first = ''] = benefitIds;
  expect((await checkBenefits(app.db, officer.who, { vault, benefitIds })).ok).toBe(true);
  expect((await letter(first)).status).toBe(404);
  expect((await decideBenefits(app.db, approver.who, { vault, benefitIds })).ok).toBe(true);
  const benefit = await asSystem((tx) => findBenefit(tx, first));
  const page = await textOf(await letter(first));
  for (const said of ['支給決定通知書', '見本 若葉', numberOf(benefit), '金35,000円', '教示'])
    expect(page).toContain(said);
  expect(page).not.toContain('見本 青葉');
  expect((await letter(first, officer)).status).toBe(200);
  expect((await letter(first, other)).status).toBe(404);
  expect((await letter(first, await app.signIn(grantReviewer))).status).toBe(403);
  const year = benefit.decidedOn ?? '';
  const fiscalYear = Number(year.slice(0, 4)) - (year.slice(5) < '04-01' ? 1 : 0);
  const documents = await asSystem((tx) => listDocuments(tx, { bureauId, fiscalYear, most: 1_000 }));
  const serials = documents.map(({ serial }) => serial).toSorted((a, b) => a - b);
  expect(serials).toEqual(serials.map((_, at) => at + 1));
  expect(documents.filter(({ kind }) => kind === 'benefit')).toHaveLength(2);
});
