import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { approver, reporter, secretariat } from '../access.ts';
import { listEntriesOfProgram, updateEntries } from '../entries/store.ts';
import { programPaths, yearPaths } from '../paths.ts';
import { openRound } from '../rounds/actions.ts';
import { granted, makeYear } from '../years/fixtures.ts';
import { makeMeasure, makeProgram, makeResult } from './fixtures.ts';
import { findProgram, listPartners, listPillars, listPrograms } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const welfare = await app.signIn(reporter);
const harbour = await app.signIn(reporter);
const second = await app.signIn(approver);
await makeYear(app.db, { year: 2024, bureaus: [welfare.organisationId, harbour.organisationId] });
const programId = await makeProgram(app.db, {
  organisationId: welfare.organisationId,
  category: 'home',
  nameJa: '夜の相談',
  nameEn: 'Night desk',
});
const stored = () => inTransaction(app.db, office.who, (tx) => findProgram(tx, programId));
const list = yearPaths.year.to({ year: '2024' });
const basics = {
  nameJa: '夜と朝の相談',
  nameEn: 'Night and morning desk',
  continuity: 'expanded',
  category: 'work',
  line: 'L1',
  'pillars[]': ['p1', 'p2'],
  'partners[]': [harbour.organisationId],
  division: '暮らし課',
  targetPeople: '夜に困っている人',
  purpose: '夜も話せる',
};

describe('the list of a year', () => {
  test('shows names, categories and bureaus as the year calls them, and narrows by words, category and bureau', async () => {
    await makeProgram(app.db, {
      organisationId: harbour.organisationId,
      nameJa: '港の居場所',
      nameEn: 'Harbour',
    });
    for (const person of [office, welfare, second]) {
      const page = await (await app.get(list, person)).text();
      expect(page).toContain('夜の相談');
      expect(page).toContain('住まいを支える');
      expect(page).toContain('2024年度の局2');
      expect(page).toContain('2事業のうち2事業');
    }
    const found = async (query: string) => (await app.get(`${list}?${query}`, office)).text();
    expect(await found(`q=${encodeURIComponent('ＮＩＧＨＴ')}`)).not.toContain('港の居場所');
    expect(await found('category=home')).not.toContain('港の居場所');
    expect(await found(`bureau=${harbour.organisationId}`)).not.toContain('夜の相談');
    expect(await found('q=zzz')).toContain('条件に合う事業はありません');
  });

  test('sends the anonymous to the sign-in page', async () => {
    expect((await app.get(list)).status).toBe(303);
    expect((await app.get(programPaths.program.to({ programId }))).headers.get('location')).toContain(
      '/sign-in',
    );
  });
});

describe('a new program', () => {
  const url = yearPaths.newProgram.to({ year: '2024' });
  const form = { nameJa: '朝の相談', nameEn: 'Morning desk', continuity: 'new' };

  test('is added by a reporter for their own bureau, and never for another', async () => {
    const done = await app.post(url, { ...form, organisationId: welfare.organisationId }, welfare);
    expect(done.status).toBe(303);
    const added = (await inTransaction(app.db, office.who, (tx) => listPrograms(tx, 2024))).at(-1);
    expect(done.headers.get('location')).toBe(programPaths.program.to({ programId: added?.id ?? '' }));
    expect(added).toMatchObject({ slug: 'morning-desk', organisationId: welfare.organisationId });
    expect((await app.post(url, { ...form, organisationId: harbour.organisationId }, welfare)).status).toBe(
      403,
    );
    expect((await app.get(url, second)).status).toBe(403);
  });

  test('needs a name, and keeps what was typed without it', async () => {
    const answer = await app.post(
      url,
      { ...form, nameJa: '', organisationId: welfare.organisationId },
      office,
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="Morning desk"');
    expect(page).toContain('入力してください');
  });
});

describe('the parts of a program', () => {
  test('a reporter changes the basics of their bureau’s program', async () => {
    const done = await app.post(programPaths.basics.to({ programId }), basics, welfare);
    expect(done.status).toBe(303);
    expect(await stored()).toMatchObject({
      nameJa: '夜と朝の相談',
      continuity: 'expanded',
      slug: 'night-desk',
      line: 'L1',
    });
    await inTransaction(app.db, office.who, async (tx) => {
      expect(await listPillars(tx, programId)).toEqual(['p1', 'p2']);
      expect(await listPartners(tx, programId)).toEqual([harbour.organisationId]);
    });
  });

  test('a reporter of another bureau reads it and is refused to change it', async () => {
    const page = await app.get(programPaths.program.to({ programId }), harbour);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('基本の情報を直す');
    for (const part of [
      'basics',
      'logic',
      'budgets',
      'values',
      'result',
      'newVoice',
      'newPicture',
    ] as const) {
      const url = programPaths[part].to({ programId });
      expect((await app.get(url, harbour)).status).toBe(403);
      expect((await app.get(url, second)).status).toBe(403);
    }
    expect((await app.post(programPaths.basics.to({ programId }), basics, harbour)).status).toBe(403);
    expect(
      (await app.post(programPaths.budgets.to({ programId }), { budgetInitial: '1' }, harbour)).status,
    ).toBe(403);
    expect(await stored()).toMatchObject({ budgetInitial: null });
  });

  test('a reporter cannot give a program away or rename its address', async () => {
    const away = { ...basics, organisationId: harbour.organisationId };
    expect((await app.post(programPaths.basics.to({ programId }), away, welfare)).status).toBe(403);
    await app.post(
      programPaths.basics.to({ programId }),
      { ...basics, slug: 'mine', illustrative: 'on' },
      welfare,
    );
    expect(await stored()).toMatchObject({ slug: 'night-desk', illustrative: false });
  });

  test('a taken address comes back with its words and what was typed', async () => {
    const url = programPaths.basics.to({ programId });
    const taken = {
      ...basics,
      nameEn: 'Typed <again>',
      organisationId: welfare.organisationId,
      slug: 'harbour',
    };
    const answer = await app.post(url, taken, office);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('「harbour」は、同じ年度のほかの事業が使っています');
    expect(page).toContain('Typed &lt;again&gt;');
    expect((await app.post(url, { ...taken, slug: 'night' }, office)).status).toBe(303);
    expect(await stored()).toMatchObject({ slug: 'night' });
  });

  test('budgets take full-width digits and commas; empty is not stated, zero is zero', async () => {
    const url = programPaths.budgets.to({ programId });
    const form = { budgetInitial: '５，３９８，６４３円', budgetRevised: '', budgetSettled: '0' };
    expect((await app.post(url, form, welfare)).status).toBe(303);
    expect(await stored()).toMatchObject({ budgetInitial: 5_398_643, budgetRevised: null, budgetSettled: 0 });
    const wrong = await app.post(url, { ...form, budgetInitial: '約5百万' }, welfare);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="約5百万"');
    const page = await (await app.get(programPaths.program.to({ programId }), second)).text();
    expect(page).toContain('5,398,643円');
    expect(page).toContain('>0円<');
  });

  test('the logic model is kept as it was written', async () => {
    const logic = {
      inputs: '相談員2人',
      activities: '夜の電話',
      outputs: '<件数>',
      outcomes: '眠れる\n話せる',
    };
    await app.post(programPaths.logic.to({ programId }), logic, welfare);
    expect((await stored()).logic).toEqual(logic);
    expect(await (await app.get(programPaths.program.to({ programId }), second)).text()).toContain(
      '&lt;件数&gt;',
    );
  });
});

test('the page of a program shows measures with last year’s values, results, years and the way back, in both languages', async () => {
  await makeMeasure(app.db, { programId, values: { '2024': 3115 }, previousValue: 2801, labelEn: 'Calls' });
  await makeResult(app.db, programId);
  const page = await (await app.get(programPaths.program.to({ programId }), second)).text();
  for (const text of ['3,115', '2,801', '順調', '続けて来る人が増えた', '令和6年度', '2024年度の局1'])
    expect(page).toContain(text);
  const english = await (
    await app.get(programPaths.program.to({ programId }, { lang: 'en' }), second)
  ).text();
  for (const text of ['Typed &lt;again&gt;', 'Calls', 'On track', 'Bureau 1 of 2024'])
    expect(english).toContain(text);
  expect(english).not.toMatch(/>[^<]*(事業名|指標|予算)[^<]*</);
  expect((await app.get(programPaths.program.to({ programId: crypto.randomUUID() }), second)).status).toBe(
    404,
  );
  expect((await app.get('/staff/programs/nothing-here', second)).status).toBe(404);
});

test('what was handed in is closed to the bureau with words, open to the secretariat, and opens again when it is sent back', async () => {
  const round = { fiscalYear: 2024, title: '実績の照会', deadlineOn: '2099-03-31' };
  granted(await openRound(app.db, office.who, round));
  const it = system('test');
  const setStatus = (status: string) =>
    inTransaction(app.db, it, async (tx) => {
      const [asked] = await listEntriesOfProgram(tx, programId);
      await updateEntries(tx, [asked?.entry.id ?? ''], { status });
    });
  await setStatus('submitted');
  const url = programPaths.budgets.to({ programId });
  const form = { budgetInitial: '7', budgetRevised: '', budgetSettled: '' };
  const refused = await app.post(url, form, welfare);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('提出済みのため、局からは変更できません');
  expect(page).toContain('value="7"');
  const read = await (await app.get(programPaths.program.to({ programId }), welfare)).text();
  expect(read).toContain('この事業の回答は提出済みです');
  expect(read).not.toContain('基本の情報を直す');
  expect((await app.post(url, form, office)).status).toBe(303);
  await setStatus('returned');
  expect((await app.post(url, { ...form, budgetInitial: '8' }, welfare)).status).toBe(303);
  expect(await stored()).toMatchObject({ budgetInitial: 8 });
});
