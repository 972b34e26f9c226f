import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer } from '../../access.ts';
import { callPaths, callStaffPaths as paths } from '../../paths.ts';
import { beginVersion, makeCall } from '../actions.ts';
import { makeSubsidyCall } from '../fixtures.ts';
import { emptyTerms } from '../staff/empty-terms.ts';
import { findCall, findDraft } from '../store.ts';

const app = await testApp();
const officer = await app.signIn(grantOfficer);
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId });
const made = await makeSubsidyCall(app.db, { bureauId });
const { fiscalYear } = await inTransaction(app.db, officer.who, (tx) => findCall(tx, made.callId));
const draftOf = async (callId: string) => {
  const draft = await inTransaction(app.db, officer.who, (tx) => findDraft(tx, callId));
  if (!draft) throw new Error('no draft');
  return draft;
};
const begun = async () => {
  const { callId } = await makeSubsidyCall(app.db, { bureauId });
  granted(await beginVersion(app.db, officer.who, { callId }));
  return callId;
};
type Fields = Record<string, string>;

/** Posts a part as the page that was just opened would. */
async function write(callId: string, part: string, fields: Fields) {
  const revision = String((await draftOf(callId)).revision);
  return app.post(paths.part.to({ callId, part }), { revision, ...fields }, officer);
}

test('a call is written from nothing by forms alone, published, and read by everybody', async () => {
  const terms = emptyTerms({ ja: '夜の居場所応援', en: '' }, 'subsidy');
  const call = { slug: 'yoru', fiscalYear, bureauId, shape: 'subsidy', audience: 'groups', terms } as const;
  const { callId } = granted(await makeCall(app.db, officer.who, call));
  const year = String(new Date().getFullYear() + 1);
  const parts: readonly [string, Fields][] = [
    [
      'basics',
      {
        'name.ja': '夜の居場所応援',
        'summary.ja': '夜に開く居場所の費用を補助します。',
        'whoFor.ja': '県内の団体',
        unit: 'site',
        'contact.ja': '助成係',
        phone: '045-000-0001',
        mail: '',
      },
    ],
    [
      'windows',
      { 'windows.rows': '1', 'windows.0.opensOn': '2026-01-01', 'windows.0.closesOn': `${year}-12-31` },
    ],
    [
      'amount',
      {
        kind: 'rate',
        numerator: '2',
        denominator: '3',
        ceiling: '３００,０００',
        roundDownTo: '1,000',
        costsQuestion: 'new',
        advance: 'on',
        advancePercent: '50',
      },
    ],
    [
      'eligibility',
      {
        'eligibility.rows': '2',
        'eligibility.0.label.ja': '夜に開いていますか',
        'eligibility.0.passes': 'yes',
        'eligibility.0.otherwise.ja': '昼の居場所には別の補助金があります。',
      },
    ],
    ['papers', { 'papers.rows': '1', 'papers.0.label.ja': '計画書', 'papers.0.required': 'on' }],
    [
      'conditions',
      {
        'conditions.rows': '1',
        'conditions.0.ja': '領収書を5年間保存すること',
        daysAfterEnd: '30',
        latestOn: `${year}-04-10`,
        keepYears: '5',
        'reportPapers.rows': '0',
      },
    ],
    [
      'review',
      { 'criteria.rows': '1', 'criteria.0.label.ja': '必要性', 'criteria.0.most': '10', 'checks.rows': '0' },
    ],
  ];
  for (const [part, fields] of parts) expect((await write(callId, part, fields)).status, part).toBe(303);
  const { terms: written, revision } = await draftOf(callId);
  expect(written).toMatchObject({
    unit: 'site',
    amount: { kind: 'rate', numerator: 2, denominator: 3, ceiling: 300_000, question: 'costs' },
    questions: [{ code: 'costs', kind: 'costs', required: true }],
    eligibility: [{ code: 'e1', passes: 'yes' }],
    papers: [{ code: 'p1', required: true }],
    criteria: [{ code: 's1', most: 10 }],
    advance: { allowed: true, upToPercent: 50 },
    report: { daysAfterEnd: 30, keepYears: 5 },
  });
  const own = await (await app.get(paths.call.to({ callId }), officer)).text();
  expect(own).toContain('公表に必要なことは、すべて書けています。');
  const ofDraft = { revision: String(revision) };
  expect((await app.post(paths.propose.to({ callId }), ofDraft, officer)).status).toBe(303);
  expect((await app.post(paths.publish.to({ callId }), ofDraft, approver)).status).toBe(303);
  const open = await (await app.get(callPaths.call.to({ slug: 'yoru' }))).text();
  expect(open).toContain('対象となる費用の3分の2、300,000円まで（1,000円未満は切り捨て）');
  expect(open).toContain('夜に開く居場所の費用を補助します。');
});

test('what is typed wrong comes back as it was typed, and nothing of it is kept', async () => {
  const callId = await begun();
  const before = (await draftOf(callId)).terms;
  const wrong = await write(callId, 'amount', { kind: 'fixed', yen: '十万円くらい' });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('数字で入力してください');
  expect(page).toContain('十万円くらい');
  const windows = { 'windows.rows': '1', 'windows.0.opensOn': '2026-02-30', 'windows.0.closesOn': '' };
  expect((await write(callId, 'windows', windows)).status).toBe(422);
  expect((await draftOf(callId)).terms).toEqual(before);
});

test('a row more is a button, without a script and without saving; a row is removed by its tick', async () => {
  const callId = await begun();
  const rows = { 'papers.rows': '1', 'papers.0.label.ja': '名簿', 'papers.0.code': 'plan' };
  const more = await (await write(callId, 'papers', { ...rows, do: 'add:papers' })).text();
  expect(more).toContain('name="papers.1.label.ja"');
  expect(more).toContain('名簿');
  expect((await draftOf(callId)).terms.papers).toHaveLength(2);
  await write(callId, 'papers', { ...rows, 'papers.0.remove': 'on' });
  expect((await draftOf(callId)).terms.papers).toEqual([]);
});

test('a question is made, depends on an answer before it, keeps its code when its words change, and goes up', async () => {
  const callId = await begun();
  const post = async (at: string, fields: Fields, url = paths.question.to({ callId, at })) =>
    app.post(url, { revision: String((await draftOf(callId)).revision), ...fields }, officer);
  const options = {
    'options.rows': '2',
    'options.0.label.ja': '週一回',
    'options.1.label.ja': '月一回',
  };
  const asked = { kind: 'choice', 'label.ja': 'どのくらい', onlyIf: 'needs-advance=yes', ...options };
  expect((await post('new', asked)).status).toBe(303);
  const of = async () => (await draftOf(callId)).terms.questions;
  expect((await of()).at(-1)).toMatchObject({
    code: 'q1',
    onlyIf: { code: 'needs-advance', is: 'yes' },
    options: [{ code: 'o1' }, { code: 'o2' }],
    required: false,
  });
  const last = String((await of()).length - 1);
  await post(last, { ...asked, 'label.ja': '開く回数', 'options.0.code': 'o1', 'options.1.code': 'o2' });
  expect((await of()).at(-1)).toMatchObject({ code: 'q1', label: { ja: '開く回数' } });
  // Above the question that it depends on it could never be asked: the draft says so.
  await post(last, {}, paths.questionUp.to({ callId, at: last }));
  const page = await (await app.get(paths.questions.to({ callId }), officer)).text();
  expect(page).toContain('「聞く条件」の質問が前にないか');
  expect((await post('0', {}, paths.questionRemove.to({ callId, at: '0' }))).status).toBe(303);
  expect((await of()).map(({ code }) => code)).not.toContain('purpose');
});

test('who comes second sees what stands now; an approver and another office write nothing', async () => {
  const callId = await begun();
  const { revision } = await draftOf(callId);
  const url = paths.part.to({ callId, part: 'windows' });
  const fields = { revision: String(revision), 'windows.rows': '0' };
  expect((await app.post(url, fields, officer)).status).toBe(303);
  const second = await app.post(url, fields, officer);
  expect(second.status).toBe(422);
  expect(await second.text()).toContain('ほかの人が先に書きかえました');
  expect((await app.get(url, approver)).status).toBe(403);
  const other = await app.signIn(grantOfficer);
  expect((await app.post(url, fields, other)).status).toBe(403);
});
