import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantOfficer, grantReviewer } from '../access.ts';
import { exampleApplicant, makeApplication } from '../applications/fixtures.ts';
import { makeSubsidyCall } from '../calls/fixtures.ts';
import { reviewPaths } from '../paths.ts';
import { askReviewers } from './actions.ts';

const app = await testApp();
const { db, tools } = app;
const place = { db, vault: tools.vault, files: tools.files };
const officer = await app.signIn(grantOfficer);
const stranger = await app.signIn(grantOfficer);
const [first, second] = [
  await app.signIn(grantReviewer, { kind: 'npo', name: '審査 一子' }),
  await app.signIn(grantReviewer, { kind: 'npo', name: '審査 二郎' }),
];
const call = await makeSubsidyCall(db, { bureauId: officer.organisationId });
const secret = '町内の誰にも言えない事情の説明';

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return inTransaction(
    db,
    system('test'),
    async ({ $client }) => (await $client.query(text, values)).rows as T[],
  );
}

async function asked(reviewerIds: readonly string[]) {
  const applicant = exampleApplicant({ name: '例示きぼう食堂' });
  const { applicationId } = await makeApplication(place, {
    callId: call.callId,
    applicant,
    answers: { purpose: secret },
  });
  granted(
    await askReviewers(db, officer.who, {
      publicUrl: '',
      applicationIds: [applicationId],
      reviewerIds,
      each: 1,
      dueOn: null,
    }),
  );
  const [row] = await rows<{ id: string }>(
    `select id from grant_assignments where application_id = $1`,
    applicationId,
  );
  return { applicationId, assignmentId: row?.id ?? '' };
}

/** What the database itself shows a reviewer of an application. */
async function seen(applicationId: string, as = first) {
  return inTransaction(db, as.who, async ({ $client }) => {
    const count = async (table: string, column: string) =>
      Number(
        (await $client.query(`select count(*) as n from ${table} where ${column} = $1`, [applicationId]))
          .rows[0]?.n,
      );
    return [
      await count('grant_applications', 'id'),
      await count('grant_answers', 'application_id'),
      await count('grant_papers', 'application_id'),
    ];
  });
}

test('a reviewer reads nothing before they have said that nothing speaks against it, and then no account and no contact', async () => {
  const { applicationId, assignmentId } = await asked([first.who.personId]);
  const url = reviewPaths.assignment.to({ assignmentId });
  const before = await (await app.get(url, first)).text();
  expect(before).toContain('例示きぼう食堂');
  expect(before).not.toContain(secret);
  expect(await seen(applicationId)).toEqual([0, 0, 0]);
  const form = { from: '0', 'points.need': '8', 'points.plan': '9', comment: '', do: 'done' };
  expect((await app.post(url, form, first)).status).toBe(422);
  expect((await app.post(reviewPaths.declare.to({ assignmentId }), { conflict: 'none' }, first)).status).toBe(
    303,
  );
  const after = await (await app.get(url, first)).text();
  expect(after).toContain(secret);
  for (const hidden of ['レイジミナトシヨクドウノカイ', '0012345', '045-000-0001', 'minato@example.jp'])
    expect(after).not.toContain(hidden);
  expect((await app.get(url, second)).status).toBe(404);
  expect((await app.get(url, officer)).status).toBe(403);
  expect((await app.post(url, { ...form, 'points.need': '11' }, first)).status).toBe(422);
  expect((await app.post(url, { ...form, 'points.need': '１０' }, first)).status).toBe(303);
  const page = await (await app.get(reviewPaths.application.to({ applicationId }), officer)).text();
  for (const word of ['19 / 20点', '審査 一子', '<b>95</b>']) expect(page).toContain(word);
});

test('with a conflict of interest they read nothing any more, whatever they send, and another is asked', async () => {
  await asked([second.who.personId]);
  const { applicationId, assignmentId } = await asked([first.who.personId]);
  const declare = reviewPaths.declare.to({ assignmentId });
  await app.post(declare, { conflict: 'none' }, first);
  expect((await seen(applicationId))[0]).toBe(1);
  expect((await app.post(declare, { conflict: 'family' }, first)).status).toBe(303);
  expect(await seen(applicationId)).toEqual([0, 0, 0]);
  expect((await app.post(declare, { conflict: 'none' }, first)).status).toBe(422);
  const url = reviewPaths.assignment.to({ assignmentId });
  const page = await (await app.get(url, first)).text();
  expect(page).toContain('利害関係があるとのお申し出のため');
  expect(page).not.toContain(secret);
  const back = inTransaction(db, first.who, ({ $client }) =>
    $client.query(`update grant_assignments set state = 'free' where id = $1`, [assignmentId]),
  );
  await expect(back).rejects.toThrow('an assignment that ended stays so');
  const now = await rows<{ reviewer_id: string; state: string }>(
    `select reviewer_id, state from grant_assignments where application_id = $1 order by assigned_at`,
    applicationId,
  );
  expect(now).toEqual([
    { reviewer_id: first.who.personId, state: 'conflicted' },
    { reviewer_id: second.who.personId, state: 'asked' },
  ]);
});

test('what was asked for twice is shown by group and cost, and an application goes back without losing a word', async () => {
  const other = await makeSubsidyCall(db, { bureauId: officer.organisationId });
  const applicant = exampleApplicant({ name: '例示ふたつ食堂' });
  const costs = [{ what: '会場の使用料', yen: '100000', eligible: true }];
  const one = await makeApplication(place, { callId: call.callId, applicant, answers: { costs } });
  const twice = await makeApplication(place, {
    callId: other.callId,
    applicant,
    answers: { costs: [{ what: '会場使用', yen: '120000', eligible: true }] },
  });
  const url = reviewPaths.application.to({ applicationId: twice.applicationId });
  const page = await (await app.get(url, officer)).text();
  for (const word of [one.number, '同じ申請者', '同じ経費', 'この申請 120,000円、ほか 100,000円'])
    expect(page).toContain(word);
  expect((await app.get(url, stranger)).status).toBe(404);
  const to = (move: string) => reviewPaths.move.to({ applicationId: twice.applicationId, move });
  expect((await app.post(to('check'), {}, officer)).status).toBe(422);
  expect((await app.post(to('return'), { reason: '' }, officer)).status).toBe(422);
  const answers = () =>
    rows(
      `select code, sealed from grant_answers where application_id = $1 order by code`,
      twice.applicationId,
    );
  const written = await answers();
  expect((await app.post(to('return'), { reason: '会場の領収書を付けてください' }, officer)).status).toBe(
    303,
  );
  expect(await rows(`select state from grant_applications where id = $1`, twice.applicationId)).toEqual([
    { state: 'returned' },
  ]);
  expect(await answers()).toEqual(written);
});

test('the list is paged by key and filtered by state, review and name, and shows nothing of other offices', async () => {
  const url = reviewPaths.list.to({}, { call: call.callId });
  const page = await (await app.get(url, officer)).text();
  expect(page).toContain('例示ふたつ食堂');
  const found = await app.post(reviewPaths.search.to({}), { call: call.callId, name: 'ふたつ' }, officer);
  const html = await found.text();
  expect(html).toContain('例示ふたつ食堂');
  expect(html).not.toContain('例示きぼう食堂');
  const nobody = await (
    await app.get(reviewPaths.list.to({}, { call: call.callId, reviewing: 'nobody' }), officer)
  ).text();
  expect(nobody).toContain('例示ふたつ食堂');
  expect(nobody).not.toContain('例示きぼう食堂');
  expect(await (await app.get(url, stranger)).text()).not.toContain('例示');
});
