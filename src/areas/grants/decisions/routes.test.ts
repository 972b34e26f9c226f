import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer, grantReviewer } from '../access.ts';
import { exampleApplicant, makeApplication } from '../applications/fixtures.ts';
import { moveInReview, saveChecklist } from '../assessments/office.ts';
import { makeOneShotCall, makeSubsidyCall, type MadeCall } from '../calls/fixtures.ts';
import { letterPaths, packPaths, reviewPaths } from '../paths.ts';
import { makePack, proposePack, saveItems } from './actions.ts';
import { decidePack } from './decide.ts';
import { findPack, listItems } from './store.ts';

const app = await testApp();
const { db, tools } = app;
const { vault } = tools;
const place = { db, vault, files: tools.files };
const officer = await app.signIn(grantOfficer, { name: '助成 担当' });
const at = { organisationId: officer.organisationId };
const approver = await app.signIn(grantApprover, { ...at, name: '助成 決裁' });
const stranger = await app.signIn(grantApprover, { name: 'よその 決裁' });
const reviewer = await app.signIn(grantReviewer);
const today = tokyoDay(new Date());

/** An application that the officer has checked. */
async function checked(call: MadeCall, name?: string, account = {}): Promise<string> {
  const applicant = name ? { applicant: exampleApplicant({ name }) } : {};
  const { applicationId } = await makeApplication(place, { callId: call.callId, account, ...applicant });
  const ticked = call.terms.checks.map(({ code }) => code);
  granted(await saveChecklist(db, officer.who, { vault, applicationId, ticked, note: '' }));
  granted(await moveInReview(db, officer.who, { vault, applicationId, move: 'check' }));
  return applicationId;
}

async function proposed(call: MadeCall): Promise<string> {
  const { packId } = granted(await makePack(db, officer.who, { vault, callId: call.callId, title: '第1回' }));
  granted(await proposePack(db, officer.who, { packId, revision: 1 }));
  return packId;
}

const decide = (packId: string, deferred: readonly string[] = []) =>
  decidePack(db, approver.who, { vault, packId, revision: 2, decidedOn: today, reason: '妥当', deferred });

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return inTransaction(
    db,
    system('test'),
    async ({ $client }) => (await $client.query(text, values)).rows as T[],
  );
}

const pageOf = async (url: string, as = officer) => (await app.get(url, as)).text();

test('a pack goes from the officer over the board to the approver, and awards, refusals and letters come of it', async () => {
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId });
  const [first, second, third] = [
    await checked(call, '例示なかま食堂'),
    await checked(call, '例示となり食堂'),
    await checked(call, '例示あした食堂'),
  ];
  const made = await app.post(packPaths.list.to({}), { callId: call.callId, title: '第1回審査会' }, officer);
  expect(made.status).toBe(303);
  const packId = made.headers.get('location')?.split('/').at(-1) ?? '';
  const url = packPaths.pack.to({ packId });
  expect(await pageOf(url)).toContain('例示なかま食堂');
  const items = {
    revision: '1',
    [`proposal.${first}`]: 'award',
    [`yen.${first}`]: '１５０,０００円',
    [`reason.${first}`]: '',
    [`proposal.${second}`]: 'refuse',
    [`yen.${second}`]: '',
    [`reason.${second}`]: '対象となる経費がありません。',
    [`proposal.${third}`]: 'award',
    [`yen.${third}`]: '175000',
    [`reason.${third}`]: '',
  };
  expect((await app.post(packPaths.items.to({ packId }), items, officer)).status).toBe(303);
  const board = {
    revision: '2',
    members: '委員長 見本 一郎（大学）\n見本 二郎（社協）\n見本 三郎',
    quorum: '2',
    present: '2',
    metOn: today,
    minutes: '全会一致',
  };
  expect((await app.post(packPaths.board.to({ packId }), board, officer)).status).toBe(303);
  expect((await app.post(packPaths.propose.to({ packId }), { revision: '3' }, officer)).status).toBe(303);
  const paper = await pageOf(packPaths.print.to({ packId }), approver);
  for (const word of ['見本 一郎', '委員3人のうち2人が出席（定足数2人）', '150,000円', '全会一致'])
    expect(paper).toContain(word);
  const csv = await pageOf(packPaths.csv.to({ packId }), approver);
  expect(csv).toContain('例示となり食堂,175000,交付しない,0');
  const form = {
    revision: '4',
    decidedOn: today,
    decisionReason: '審査会の意見のとおり',
    'deferred[]': [third],
  };
  expect((await app.post(packPaths.decide.to({ packId }), form, officer)).status).toBe(403);
  expect((await app.post(packPaths.decide.to({ packId }), form, stranger)).status).toBe(404);
  expect((await app.post(packPaths.decide.to({ packId }), form, approver)).status).toBe(303);
  expect(
    await rows(
      `select a.id, a.state, w.decided_yen::int as yen from grant_applications a left join grant_awards w on w.application_id = a.id
        where a.call_id = $1 order by a.number`,
      call.callId,
    ),
  ).toEqual([
    { id: first, state: 'decided', yen: 150_000 },
    { id: second, state: 'refused', yen: null },
    { id: third, state: 'checked', yen: null },
  ]);
  const documents = await rows<{ id: string; kind: string; number: string }>(
    `select id, kind, number from grant_documents where bureau_id = $1 order by serial`,
    officer.organisationId,
  );
  expect(documents.map(({ kind }) => kind)).toEqual(['award', 'refusal']);
  const [award, refusal] = await Promise.all(
    documents.map(({ id }) => pageOf(letterPaths.letter.to({ documentId: id }), approver)),
  );
  for (const word of [
    '例示なかま食堂',
    '金150,000円',
    '帳簿と領収書を5年間保存すること',
    '審査請求',
    '代表 見本 花子　様',
  ])
    expect(award).toContain(word);
  expect(refusal).toContain('対象となる経費がありません。');
  expect(refusal).not.toContain('150,000円');
  const next = granted(await makePack(db, officer.who, { vault, callId: call.callId, title: '第2回' }));
  expect(next.items).toBe(1);
});

test('what asks for the same cost as another application is marked before the board and the approver', async () => {
  const [call, other] = [
    await makeSubsidyCall(db, { bureauId: officer.organisationId }),
    await makeSubsidyCall(db, { bureauId: officer.organisationId }),
  ];
  await checked(call, '例示ひとつだけ食堂', { number: '1110001' });
  const alone = await proposed(call);
  await checked(other, '例示かさなる食堂', { number: '1110002' });
  const twice = await makeSubsidyCall(db, { bureauId: officer.organisationId });
  await checked(twice, '例示かさなる食堂', { number: '1110002' });
  const overlapping = await proposed(twice);
  for (const path of [packPaths.pack, packPaths.print]) {
    expect(await pageOf(path.to({ packId: overlapping }), approver)).toContain('ほかの申請と重なり');
    expect(await pageOf(path.to({ packId: alone }), approver)).not.toContain('ほかの申請と重なり');
  }
});

test('many packs of one call decided at the same moment never bind more than the budget, and number without a gap', async () => {
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId, budgetYen: 600_000 });
  const packs: string[] = [];
  for (let at = 0; at < 6; at += 1) {
    await checked(call);
    await checked(call);
    packs.push(await proposed(call));
  }
  // Each pack holds two awards of 175,000 yen: one fits (350,000), two do not (700,000).
  const answers = await Promise.all(packs.map((packId) => decide(packId)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers)
    if (!answer.ok) expect(answer).toMatchObject({ refusal: 'more-than-free', facts: { over: 100_000 } });
  expect(
    await rows(`select decided_yen::int as yen from grant_budgets where call_id = $1`, call.callId),
  ).toEqual([{ yen: 350_000 }]);
  expect(
    await rows(
      `select state, count(*)::int as n from grant_applications where call_id = $1 group by state order by state`,
      call.callId,
    ),
  ).toEqual([
    { state: 'checked', n: 10 },
    { state: 'decided', n: 2 },
  ]);
  const [numbers] = await rows<{ last: number; all: number }>(
    `select max(serial) as last, count(*)::int as all from grant_documents where bureau_id = $1`,
    officer.organisationId,
  );
  expect(numbers?.last).toBe(numbers?.all);
});

test('one pack decided twice at once is decided once', async () => {
  const call = await makeOneShotCall(db, { bureauId: officer.organisationId });
  await checked(call);
  const packId = await proposed(call);
  const answers = await Promise.all([decide(packId), decide(packId), decide(packId)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rows(`select count(*)::int as n from grant_awards where call_id = $1`, call.callId)).toEqual([
    { n: 1 },
  ]);
  const kinds = await rows(
    `select d.kind from grant_documents d join grant_applications a on a.id = d.application_id where a.call_id = $1`,
    call.callId,
  );
  expect(kinds).toEqual([{ kind: 'support' }]);
});

test('who wrote, proposed or checked does not decide, and is told so', async () => {
  const both = await app.signIn(grantOfficer, at);
  const who = { ...both.who, memberships: [...both.who.memberships, ...approver.who.memberships] };
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId });
  const { applicationId } = await makeApplication(place, { callId: call.callId });
  granted(await saveChecklist(db, who, { vault, applicationId, ticked: ['papers'], note: '' }));
  granted(await moveInReview(db, who, { vault, applicationId, move: 'check' }));
  const packId = await proposed(call);
  const asBoth = await decidePack(db, who, {
    vault,
    packId,
    revision: 2,
    decidedOn: today,
    reason: '',
    deferred: [],
  });
  expect(asBoth).toMatchObject({ ok: false, refusal: 'own-work' });
  expect(await decide(packId)).toMatchObject({ ok: true });
});

test('beyond the free money nothing at all is decided, and the page says by how much', async () => {
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId, budgetYen: 300_000 });
  await checked(call);
  await checked(call);
  const packId = await proposed(call);
  const form = { revision: '2', decidedOn: today, decisionReason: '理由として書いた言葉' };
  const answer = await app.post(packPaths.decide.to({ packId }), form, approver);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('残りの予算300,000円を50,000円超える');
  expect(html).toContain('理由として書いた言葉');
  await inTransaction(db, approver.who, async (tx) => {
    expect(await findPack(tx, packId)).toMatchObject({ state: 'proposed' });
    expect((await listItems(tx, packId)).map(({ state }) => state)).toEqual(['checked', 'checked']);
  });
});

test('an approver gives a pack back with a reason, and the officer mends it; two who write at once are told', async () => {
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId });
  const applicationId = await checked(call);
  const packId = await proposed(call);
  const back = packPaths.return.to({ packId });
  expect((await app.post(back, { revision: '2', returnReason: '' }, approver)).status).toBe(422);
  expect(
    (await app.post(back, { revision: '2', returnReason: '金額の根拠を書いてください' }, approver)).status,
  ).toBe(303);
  expect(await pageOf(packPaths.pack.to({ packId }))).toContain('金額の根拠を書いてください');
  const items = [{ applicationId, proposal: 'award' as const, yen: 100_000, reason: '根拠' }];
  expect(await saveItems(db, officer.who, { vault, packId, revision: 2, items })).toMatchObject({
    refusal: 'changed-meanwhile',
  });
  expect(await saveItems(db, officer.who, { vault, packId, revision: 3, items })).toMatchObject({ ok: true });
});

test('packs, their papers and letters are shut to whoever does not work at the office', async () => {
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId });
  await checked(call);
  const packId = await proposed(call);
  for (const url of [packPaths.pack, packPaths.print, packPaths.csv].map((path) => path.to({ packId }))) {
    expect((await app.get(url)).status).toBe(303);
    expect((await app.get(url, reviewer)).status).toBe(403);
    expect((await app.get(url, stranger)).status).toBe(404);
  }
  const [letter] = await rows<{ id: string }>(`select document_id as id from grant_letters limit 1`);
  const url = letterPaths.letter.to({ documentId: letter?.id ?? '' });
  expect([(await app.get(url, stranger)).status, (await app.get(url, approver)).status]).toEqual([404, 200]);
  expect((await app.get(reviewPaths.list.to({}), reviewer)).status).toBe(403);
});
