import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { makeBureau, makeYear } from '../years/fixtures.ts';
import type { Scheme } from './rules.ts';
import { listTerms } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const { bureaus } = await makeYear(app.db, { year: 2024 });
const year = '2024';
const url = (scheme: Scheme) => yearPaths.terms.to({ year, scheme });
const terms = (scheme: Scheme) => inTransaction(app.db, office.who, (tx) => listTerms(tx, 2024, scheme));
const term = async (scheme: Scheme, code: string) => {
  const found = (await terms(scheme)).find((each) => each.code === code);
  if (!found) throw new Error(`no ${scheme} ${code}`);
  return found;
};
const of = (scheme: Scheme, termId: string) => ({ year, scheme, termId });

test('everybody of the area reads the terms, only the secretariat sees how to change them', async () => {
  const page = await (await app.get(url('category'), bureau)).text();
  expect(page).toContain('住まいを支える');
  expect(page).not.toContain('用語を加える');
  expect(await (await app.get(url('category'), office)).text()).toContain('用語を加える');
  expect((await app.post(url('category'), { nameJa: 'x' }, bureau)).status).toBe(403);
  expect((await app.get(yearPaths.terms.to({ year, scheme: 'secrets' }), office)).status).toBe(404);
});

test('a term is added at the end with a code of its own; a taken code comes back with what was typed', async () => {
  const form = { nameJa: '学びを支える', nameEn: 'Learning', mainContent: '教室' };
  expect((await app.post(url('category'), form, office)).status).toBe(303);
  const added = (await terms('category')).at(-1);
  expect(added).toMatchObject({ code: 'learning', nameJa: '学びを支える', details: { mainContent: '教室' } });
  const twice = await app.post(url('category'), { ...form, code: 'home' }, office);
  expect(twice.status).toBe(422);
  const page = await twice.text();
  expect(page).toContain('記号「home」は、この年度でもう使われています');
  expect(page).toContain('学びを支える');
});

test('a rating has a level, a bureau an organisation', async () => {
  const rating = await app.post(url('rating'), { nameJa: 'ふつう', level: '' }, office);
  expect(rating.status).toBe(422);
  expect(await rating.text()).toContain('段階を数字で入力してください');
  const without = await app.post(url('bureau'), { nameJa: '新しい局', organisationId: '' }, office);
  expect(without.status).toBe(422);
  const organisationId = await makeBureau(app.db, '港の局');
  expect((await app.post(url('bureau'), { nameJa: '港の局', organisationId }, office)).status).toBe(303);
  expect((await terms('bureau')).at(-1)).toMatchObject({ nameJa: '港の局', organisationId });
});

test('a name is changed and its code stays', async () => {
  const { id } = await term('pillar', 'p1');
  await app.post(
    yearPaths.term.to(of('pillar', id)),
    { nameJa: '気づき合う', nameEn: '', code: 'p9' },
    office,
  );
  expect(await term('pillar', 'p1')).toMatchObject({ nameJa: '気づき合う', nameEn: '' });
});

test('a term that a program uses cannot be removed, and the words say how often it is used', async () => {
  const { id } = await term('category', 'work');
  await makeProgram(app.db, { organisationId: bureaus[0], category: 'work' });
  const refused = await app.post(yearPaths.removeTerm.to(of('category', id)), {}, office);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('「仕事を支える」は1か所で使われている');
  expect((await term('category', 'work')).id).toBe(id);
});

test.each<[Scheme, string]>([
  ['bureau', 'bureau-1'],
  ['pillar', 'p2'],
  ['line', 'L1'],
])('a %s in use stays too', async (scheme, code) => {
  const { id } = await term(scheme, code);
  const nameEn = `Uses ${scheme}`;
  await makeProgram(app.db, { organisationId: bureaus[0], pillars: ['p2'], line: 'L1', nameEn });
  expect((await app.post(yearPaths.removeTerm.to(of(scheme, id)), {}, office)).status).toBe(422);
});

test('a term that nothing uses is removed, and terms change places', async () => {
  const { id } = await term('category', 'home');
  expect((await app.post(yearPaths.moveTerm.to(of('category', id)), { by: '1' }, office)).status).toBe(303);
  expect((await terms('category')).map((each) => each.code)).toEqual(['work', 'home', 'learning']);
  const gone = await app.post(yearPaths.removeTerm.to(of('category', id)), {}, office);
  expect(gone.status).toBe(303);
  expect((await terms('category')).map((each) => each.code)).toEqual(['work', 'learning']);
  expect((await app.get(yearPaths.term.to(of('category', id)), office)).status).toBe(404);
});

test('a term is not found under another year or scheme', async () => {
  const { id } = await term('pillar', 'p1');
  expect((await app.get(yearPaths.term.to(of('line', id)), office)).status).toBe(404);
  expect(
    (await app.get(yearPaths.term.to({ year: '2023', scheme: 'pillar', termId: id }), office)).status,
  ).toBe(404);
});
