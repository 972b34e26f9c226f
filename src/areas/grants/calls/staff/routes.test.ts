import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer } from '../../access.ts';
import { callPaths, callStaffPaths as paths } from '../../paths.ts';
import { beginVersion, editTerms } from '../actions.ts';
import { makeSubsidyCall, subsidyTerms } from '../fixtures.ts';
import { proposeVersion } from '../publications/actions.ts';
import { findCall, findDraft, findMoney, findPublishedTerms, listCalls } from '../store.ts';

const app = await testApp();
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 太郎' });
const elsewhere = await app.signIn(grantOfficer);
const first = await makeSubsidyCall(app.db, { bureauId });
const { fiscalYear } = await inTransaction(app.db, system('test'), (tx) => findCall(tx, first.callId));
const draftOf = (callId: string) => inTransaction(app.db, officer.who, (tx) => findDraft(tx, callId));
const page = async (callId: string, as = officer) => (await app.get(paths.call.to({ callId }), as)).text();
const terms = subsidyTerms(tokyoDay(new Date()));

/** A change of a published call, written by the officer. */
async function changed(): Promise<{ callId: string; slug: string; revision: number }> {
  const { callId, slug } = await makeSubsidyCall(app.db, { bureauId });
  await beginVersion(app.db, officer.who, { callId });
  const change = () => ({ ...terms, summary: { ja: '上限を上げました。', en: '' } });
  await editTerms(app.db, officer.who, { callId, revision: 0, change });
  return { callId, slug, revision: 1 };
}

test('an officer makes a draft; it says what is missing, and nobody outside the office sees it', async () => {
  const form = {
    nameJa: '夜の居場所',
    slug: 'yoru-2026',
    fiscalYear: String(fiscalYear),
    bureauId,
    shape: 'subsidy',
    audience: 'groups',
  };
  const made = await app.post(paths.new.to({}), form, officer);
  expect(made.status).toBe(303);
  const callId = made.headers.get('location')?.split('/').at(-1) ?? '';
  const shown = await page(callId);
  for (const said of [
    '公表の前に直すこと',
    '受付を始める日と終える日を決めます',
    '申請で聞くことを、一つ以上決めます',
  ])
    expect(shown).toContain(said);
  const programId = await makeProgram(app.db, {
    organisationId: bureauId,
    year: fiscalYear,
    nameJa: '夜の居場所事業',
  });
  const facts = { programId, budgetLine: '民生費・社会福祉費・補助金' };
  expect((await app.post(paths.facts.to({ callId }), facts, elsewhere)).status).toBe(404);
  expect((await app.post(paths.facts.to({ callId }), facts, officer)).status).toBe(303);
  const saved = await page(callId);
  for (const said of ['民生費・社会福祉費・補助金', '夜の居場所事業']) expect(saved).toContain(said);
  expect((await app.get(paths.call.to({ callId }), elsewhere)).status).toBe(404);
  expect((await app.get(callPaths.call.to({ slug: 'yoru-2026' }))).status).toBe(404);
  expect((await app.post(paths.propose.to({ callId }), { revision: '0' }, officer)).status).toBe(422);
  const again = await app.post(paths.new.to({}), form, officer);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('もう使われています');
  expect((await app.post(paths.new.to({}), { ...form, slug: 'b' }, elsewhere)).status).toBe(403);
  expect((await app.post(paths.new.to({}), form, approver)).status).toBe(403);
});

test('a change says what is new, is published by somebody who wrote nothing of it, and the old terms stay readable', async () => {
  const { callId, slug, revision } = await changed();
  const propose = paths.propose.to({ callId });
  const silent = await app.post(propose, { revision: String(revision), note: '' }, officer);
  expect(silent.status).toBe(422);
  expect(await silent.text()).toContain('何が変わるかを入力してください');
  expect((await app.post(propose, { revision: '1', note: '上限額' }, officer)).status).toBe(303);
  expect(await page(callId, approver)).toContain('公表する');
  expect((await app.post(paths.publish.to({ callId }), { revision: '1' }, officer)).status).toBe(403);
  expect((await app.post(paths.publish.to({ callId }), { revision: '0' }, approver)).status).toBe(422);
  expect((await app.post(paths.publish.to({ callId }), { revision: '1' }, approver)).status).toBe(303);
  const open = await (await app.get(callPaths.call.to({ slug }))).text();
  expect(open).toContain('上限を上げました。');
  const old = await (await app.get(callPaths.version.to({ slug, version: '1' }))).text();
  expect(old).toContain('子ども食堂を開く費用の半分を補助します。');
  expect(old).toContain('これは以前の内容です。');
});

test('who has both roles does not publish what they wrote', async () => {
  const { callId, revision } = await changed();
  const note = { ja: '上限額', en: '' };
  const both = await app.signIn(grantApprover, { organisationId: bureauId });
  const who = {
    ...both.who,
    memberships: [...both.who.memberships, ...officer.who.memberships],
  };
  await editTerms(app.db, who, { callId, revision, change: (now) => ({ ...now, firstCome: true }) });
  await proposeVersion(app.db, officer.who, { callId, revision: revision + 1, note });
  const answer = await app.post(paths.publish.to({ callId }), { revision: String(revision + 1) }, both);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('自分で決裁できません');
});

test('an approver returns a draft with a reason, and what is with the approver is not written meanwhile', async () => {
  const { callId, revision } = await changed();
  await proposeVersion(app.db, officer.who, { callId, revision, note: { ja: '上限額', en: '' } });
  const writing = await editTerms(app.db, officer.who, { callId, revision, change: (now) => now });
  expect(writing).toMatchObject({ ok: false, refusal: 'proposed-already' });
  const url = paths.return.to({ callId });
  expect((await app.post(url, { reason: '' }, approver)).status).toBe(422);
  expect((await app.post(url, { reason: '金額の理由がありません' }, approver)).status).toBe(303);
  expect(await page(callId)).toContain('金額の理由がありません');
  const desk = await (await app.get(paths.home.to({}), officer)).text();
  expect(desk).toContain('直してほしいところがあります：子ども食堂応援補助金');
});

test('the first of two who write at once is not overwritten', async () => {
  const { callId, revision } = await changed();
  const write = (ja: string) =>
    editTerms(app.db, officer.who, {
      callId,
      revision,
      change: (now) => ({ ...now, summary: { ja, en: '' } }),
    });
  const done = await Promise.all([write('一人目'), write('二人目')]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await draftOf(callId))?.revision).toBe(revision + 1);
});

test('money is asked with a reason, and moves when somebody else says yes', async () => {
  const { callId } = await makeSubsidyCall(app.db, { bureauId, budgetYen: 0 });
  const url = paths.budget.to({ callId });
  expect((await app.post(url, { yen: '0', budgetReason: '当初' }, officer)).status).toBe(422);
  expect((await app.post(url, { yen: '１，２００，０００', budgetReason: '当初予算' }, officer)).status).toBe(
    303,
  );
  const money = () => inTransaction(app.db, officer.who, (tx) => findMoney(tx, callId));
  expect(await money()).toEqual({ budgetYen: 0, freeYen: 0 });
  const changeId = /budgets\/([0-9a-f-]{36})\/approved/.exec(await page(callId, approver))?.[1] ?? '';
  const yes = paths.answerBudget.to({ changeId, answer: 'approved' });
  expect((await app.post(yes, {}, officer)).status).toBe(403);
  expect((await app.post(yes, {}, approver)).status).toBe(303);
  expect(await money()).toEqual({ budgetYen: 1_200_000, freeYen: 1_200_000 });
  expect((await app.post(yes, {}, approver)).status).toBe(422);
  expect(await money()).toEqual({ budgetYen: 1_200_000, freeYen: 1_200_000 });
});

test('a call is taken to the next year as a draft that knows what it follows, with every day a year later', async () => {
  const { callId, slug } = await makeSubsidyCall(app.db, { bureauId, fiscalYear: fiscalYear - 1 });
  const copied = await app.post(paths.copy.to({ callId }), {}, officer);
  expect(copied.status).toBe(303);
  const next = copied.headers.get('location')?.split('/').at(-1) ?? '';
  const call = await inTransaction(app.db, officer.who, (tx) => findCall(tx, next));
  expect(call).toMatchObject({
    previousId: callId,
    fiscalYear,
    state: 'draft',
    slug: `${slug}-${fiscalYear}`,
  });
  const window = (await draftOf(next))?.terms.windows[0];
  expect(window?.opensOn).toBe(
    `${Number(terms.windows[0]?.opensOn.slice(0, 4)) + 1}${terms.windows[0]?.opensOn.slice(4)}`,
  );
  expect((await draftOf(next))?.terms.questions[0]).toMatchObject({ code: 'purpose', fillFrom: 'last-year' });
});

test('row-level security keeps drafts and money of another office from an officer', async () => {
  const { callId } = await changed();
  await inTransaction(app.db, elsewhere.who, async (tx) => {
    expect(await findDraft(tx, callId)).toBeUndefined();
    expect(await findMoney(tx, callId)).toEqual({ budgetYen: 0, freeYen: 0 });
    expect((await findPublishedTerms(tx, callId)).version).toBe(1);
    expect((await listCalls(tx)).every(({ state }) => state !== 'draft')).toBe(true);
  });
});
