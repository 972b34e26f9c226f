import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '../access.ts';
import { programPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { makeYear } from '../years/fixtures.ts';
import { findResult } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const other = await app.signIn(reporter);
await makeYear(app.db, { year: 2024, bureaus: [bureau.organisationId] });
const programId = await makeProgram(app.db, { organisationId: bureau.organisationId });
const url = programPaths.result.to({ programId });
const form = {
  version: '0',
  summary: '夜も開いた',
  evaluation: '続けて来る人が\n増えた',
  rating: 'good',
  nextStep: '',
};
const stored = () => inTransaction(app.db, office.who, (tx) => findResult(tx, programId));

test('a bureau writes the results of its own programs only', async () => {
  expect((await app.post(url, form, other)).status).toBe(403);
  expect((await app.post(url, form, bureau)).status).toBe(303);
  expect(await stored()).toMatchObject({ evaluation: '続けて来る人が\n増えた', rating: 'good', version: 1 });
});

test('who saves over somebody else is told so, sees both texts, loses nothing, and can then save', async () => {
  await app.post(url, { ...form, version: '1', evaluation: '事務局の文' }, office);
  const answer = await app.post(url, { ...form, version: '1', evaluation: '局の文' }, bureau);
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain('ほかの人が保存しました');
  expect(page).toContain('事務局の文');
  expect(page).toContain('局の文');
  expect(page).toContain('name="version" value="2"');
  expect(await stored()).toMatchObject({ evaluation: '事務局の文', version: 2 });
  expect(
    (await app.post(url, { ...form, version: '2', evaluation: '二つを合わせた文' }, bureau)).status,
  ).toBe(303);
  expect(await stored()).toMatchObject({ evaluation: '二つを合わせた文', version: 3 });
});

test('of two who save the same version at once, one is told', async () => {
  const answers = await Promise.all([
    app.post(url, { ...form, version: '3', summary: 'ひとり' }, bureau),
    app.post(url, { ...form, version: '3', summary: 'ふたり' }, office),
  ]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([303, 409]);
  expect((await stored()).version).toBe(4);
});

test('a rating is one of the year’s', async () => {
  const answer = await app.post(url, { ...form, version: '4', rating: 'splendid' }, bureau);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('この評価は、この年度の用語にありません');
});
