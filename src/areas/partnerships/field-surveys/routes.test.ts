import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { system } from '#platform/access.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { wordsInClear } from '#platform/testing/dump.ts';
import { testApp } from '#src/app.testing.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { concierge, surveyor } from '../access.ts';
import { fieldSurveyPaths as paths } from '../paths.ts';
import { exampleQuestions } from './fixtures.ts';
import { createSurvey, publishSurvey, setTeam } from './actions.ts';
import { countSurveyed } from './counts.ts';
import { masked } from './rules.ts';

const app = await testApp();
const keeper = await app.signIn(concierge);
const out = await app.signIn(surveyor);
const stranger = await app.signIn(surveyor);
const today = tokyoDay(new Date());
await makeMunicipalities(app.db);

async function makeOpen(
  days = { opensOn: addDays(today, -5), closesOn: addDays(today, 5) },
): Promise<string> {
  const facts = { title: '住居不安定者実態調査', purpose: '夜の街のようすを知る', ...days };
  const surveyId = await createSurvey(app.db, keeper.who, { ...facts, questions: exampleQuestions });
  await setTeam(app.db, keeper.who, { surveyId, organisationId: out.organisationId, municipalities: [] });
  await publishSurvey(app.db, keeper.who, surveyId);
  return surveyId;
}

const edit = (change: object = {}) => ({
  id: randomUUID(),
  answerId: randomUUID(),
  version: 1,
  sequence: 1,
  municipality: '99201',
  seen: 3,
  values: { place: 'park' },
  removed: false,
  wroteAt: new Date().toISOString(),
  ...change,
});
async function sync(surveyId: string, edits: readonly object[], as = out) {
  const form = { sentAt: new Date().toISOString(), edits: JSON.stringify(edits) };
  const answer = await app.post(paths.sync.to({ surveyId }), form, as);
  return { status: answer.status, body: answer.status === 200 ? await answer.json() : undefined };
}
async function stored(surveyId: string): Promise<Record<string, unknown>[]> {
  const text = 'select * from field_survey_edits where survey_id = $1 order by sequence';
  const read = await inTransaction(app.db, system('test'), (tx) => tx.$client.query(text, [surveyId]));
  return read.rows;
}

describe('what a telephone sends', () => {
  test('is taken once, however often and in whatever order it comes', async () => {
    const surveyId = await makeOpen();
    const first = edit();
    const second = edit({ answerId: first.answerId, sequence: 2, seen: 4 });
    expect(await sync(surveyId, [second])).toMatchObject({ body: { saved: [second.id], refused: [] } });
    expect(await sync(surveyId, [first, second])).toMatchObject({ body: { saved: [first.id, second.id] } });
    expect((await stored(surveyId)).map(({ seen }) => seen)).toEqual([3, 4]);
    const page = await (await app.get(paths.survey.to({ surveyId }), out)).text();
    expect(page).toContain('1 件');
  });

  test('what cannot be kept is named, and holds up none of the others', async () => {
    const surveyId = await makeOpen();
    const [good, bad] = [edit(), edit({ seen: 900 })];
    expect(await sync(surveyId, [bad, good])).toEqual({
      status: 200,
      body: { saved: [good.id], refused: [{ id: bad.id, why: '人数を0から500までの数で書いてください' }] },
    });
  });

  test('names and numbers in a text are masked before anything is kept', async () => {
    const surveyId = await makeOpen();
    await sync(surveyId, [edit({ values: { note: '山田さん 090-0000-0000' } })]);
    const [row] = await stored(surveyId);
    expect(row?.['values']).toEqual({ note: `${masked}さん ${masked}` });
  });

  test('a point becomes its municipality: none stands in the database, wherever a telephone or a person put it', async () => {
    const surveyId = await makeOpen();
    const point = { lat: '35.4437081', lon: '139.6380264' };
    const typed = `橋の下 ${point.lat}, ${point.lon} に三人`;
    const kept = edit({ ...point, point, values: { note: typed } });
    const refused = edit({ values: { point: `${point.lat},${point.lon}` } });
    expect((await sync(surveyId, [kept, refused])).body).toMatchObject({
      saved: [kept.id],
      refused: [{ id: refused.id }],
    });
    const form = { id: randomUUID(), answerId: randomUUID(), municipality: '99201', seen: '1' };
    const byHand = { ...form, ...point, 'q-place': 'park', 'q-note': typed };
    expect((await app.post(paths.answer.to({ surveyId }), byHand, out)).status).toBe(303);
    const rows = await stored(surveyId);
    expect(rows.map(({ municipality }) => municipality)).toEqual(['99201', '99201']);
    expect(rows.map(({ values }) => (values as { note: string }).note)).toEqual(
      Array(2).fill(`橋の下 ${masked} に三人`),
    );
    expect(await wordsInClear(app.db, Object.values(point))).toEqual([]);
  });

  test('an answer of the days of a survey is taken after its end, one of later is not', async () => {
    const surveyId = await makeOpen({ opensOn: addDays(today, -9), closesOn: addDays(today, -1) });
    await app.post(paths.close.to({ surveyId }), {}, keeper);
    const inTime = edit({ wroteAt: new Date(Date.now() - 3 * 86_400_000).toISOString() });
    const late = edit();
    expect((await sync(surveyId, [inTime, late])).body).toMatchObject({
      saved: [inTime.id],
      refused: [{ id: late.id, why: 'この調査は終わっています' }],
    });
  });

  test('a telephone whose clock is wrong tells the right hour, and one whose clock was changed is doubted', async () => {
    const surveyId = await makeOpen();
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const send = (sentAt: Date, edits: readonly object[]) =>
      app.post(
        paths.sync.to({ surveyId }),
        { sentAt: sentAt.toISOString(), edits: JSON.stringify(edits) },
        out,
      );
    const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
    // Three days behind, of something that was written 90 minutes before it was sent.
    const behind = 3 * 24 * 60;
    const slow = edit({ wroteAt: ago(behind + 90).toISOString(), sequence: 1 });
    // Put back by two hours between two answers.
    const [first, second] = [
      edit({ wroteAt: ago(30).toISOString(), sequence: 2 }),
      edit({ wroteAt: ago(120).toISOString(), sequence: 3 }),
    ];
    expect((await send(ago(behind), [slow])).status).toBe(200);
    expect((await send(new Date(), [first, second])).status).toBe(200);
    const kept = await stored(surveyId);
    expect(kept.map((row) => row['clock_doubtful'])).toEqual([false, false, true]);
    expect(kept[0]?.['seen_at']).toEqual(hourOf(ago(90)));
    expect(Math.abs(Number(kept[0]?.['clock_behind']) - behind * 60)).toBeLessThan(60);
  });

  test('nobody of another organisation sees the survey, or sends to it', async () => {
    const surveyId = await makeOpen();
    expect((await sync(surveyId, [edit()], stranger)).status).toBe(404);
    expect((await app.get(paths.answer.to({ surveyId }), stranger)).status).toBe(404);
    expect((await app.get(paths.survey.to({ surveyId }), stranger)).status).toBe(404);
    expect((await app.get(paths.results.to({ surveyId }), out)).status).toBe(403);
    expect((await sync(surveyId, [edit()], keeper)).status).toBe(403);
    expect((await app.post(paths.sync.to({ surveyId }), { sentAt: 'x', edits: '[' }, out)).status).toBe(422);
  });
});

describe('without a script', () => {
  test('the form keeps one answer, also when it is pressed twice', async () => {
    const surveyId = await makeOpen();
    const page = await (await app.get(paths.answer.to({ surveyId }), out)).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
    const form = {
      id: hidden('id'),
      answerId: hidden('answerId'),
      municipality: '99201',
      seen: '2',
      'q-place': 'car',
      'q-needs[]': ['food'],
      'q-nights': '',
    };
    expect((await app.post(paths.answer.to({ surveyId }), form, out)).status).toBe(303);
    expect((await app.post(paths.answer.to({ surveyId }), form, out)).status).toBe(303);
    expect((await stored(surveyId)).map(({ values }) => values)).toEqual([{ place: 'car', needs: ['food'] }]);
    expect(page).not.toContain(out.who.name);
  });

  test('what is missing is said, and what was typed stays', async () => {
    const surveyId = await makeOpen();
    const form = {
      id: randomUUID(),
      answerId: randomUUID(),
      municipality: '',
      seen: '7',
      'q-note': '毛布がない',
    };
    const answer = await app.post(paths.answer.to({ surveyId }), form, out);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('毛布がない');
  });
});

describe('the keeper', () => {
  test('makes a survey, its questions and its team; changed questions are asked when they are brought out', async () => {
    const made = await app.post(
      paths.new.to({}),
      { title: '冬の調査', purpose: '目的', opensOn: today, closesOn: addDays(today, 9) },
      keeper,
    );
    const surveyId = made.headers.get('location')?.split('/').at(-1) ?? '';
    expect((await app.post(paths.publish.to({ surveyId }), {}, keeper)).status).toBe(422);
    const question = {
      labelJa: 'どんな所',
      labelEn: '',
      hintJa: '',
      hintEn: '',
      kind: 'choice',
      options: '公園 / Park\n駅',
    };
    const url = paths.question.to({ surveyId, at: 'new' });
    expect((await app.post(url, { ...question, options: '公園' }, keeper)).status).toBe(422);
    expect((await app.post(url, question, keeper)).status).toBe(303);
    expect(
      (await app.post(url, { ...question, labelJa: '何人か', kind: 'number', options: '' }, keeper)).status,
    ).toBe(303);
    await app.post(paths.questionUp.to({ surveyId, at: '1' }), {}, keeper);
    await app.post(paths.questionRemove.to({ surveyId, at: '0' }), {}, keeper);
    expect((await app.post(paths.publish.to({ surveyId }), {}, keeper)).status).toBe(422);
    await app.post(
      paths.team.to({ surveyId }),
      { organisationId: out.organisationId, 'municipalities[]': ['99301'] },
      keeper,
    );
    expect((await app.get(paths.survey.to({ surveyId }), out)).status).toBe(404);
    expect((await app.post(paths.publish.to({ surveyId }), {}, keeper)).status).toBe(303);
    const asked = async () => (await app.get(paths.answer.to({ surveyId }), out)).text();
    expect(await asked()).toContain('公園');
    expect(await asked()).toContain('小みほん町');
    expect(await asked()).not.toContain('>みほん市<');
    await app.post(paths.question.to({ surveyId, at: '0' }), { ...question, options: '駅\n河川敷' }, keeper);
    expect(await asked()).toContain('公園');
    await app.post(paths.publish.to({ surveyId }), {}, keeper);
    expect(await asked()).not.toContain('公園');
    // The earlier version is still understood: a telephone may have been away.
    expect(
      (await sync(surveyId, [edit({ municipality: '99301', values: { q1: 'o1' } })])).body,
    ).toMatchObject({ refused: [] });
    await app.post(paths.endTeam.to({ surveyId }), { organisationId: out.organisationId }, keeper);
    expect((await app.get(paths.answer.to({ surveyId }), out)).status).toBe(404);
  });

  test('days that end before they begin are refused beside the field', async () => {
    const surveyId = await makeOpen();
    const facts = { title: '調査', purpose: '目的', opensOn: today, closesOn: addDays(today, -1) };
    const answer = await app.post(paths.facts.to({ surveyId }), facts, keeper);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('おわりの日は、はじめの日より後にしてください');
  });

  test('reads tables in which few people are not told, nor found by subtracting', async () => {
    const surveyId = await makeOpen();
    const many = (count: number, change: object) => Array.from({ length: count }, () => edit(change));
    await sync(surveyId, [
      ...many(10, { seen: 2, values: { place: 'park' } }),
      ...many(8, { seen: 2, values: { place: 'station' } }),
      ...many(1, { seen: 3, values: { place: 'car' } }),
    ]);
    const csv = await (await app.get(paths.resultsCsv.to({ surveyId }), keeper)).text();
    expect(csv).toContain(',合計,19,39');
    expect(csv).toContain('どんな所,公園・河川敷,10,20');
    expect(csv).toContain('どんな所,車の中,少数,少数');
    expect(csv).toContain('どんな所,駅・路上,少数,少数');
    expect(csv).toContain('どんな所,深夜営業の店,0,0');
    const page = await (await app.get(paths.results.to({ surveyId }), keeper)).text();
    expect(page).toContain('少数');
  });
});

test('the keeper reads numbers and words, apart from place and hour; of few people neither', async () => {
  const surveyId = await makeOpen();
  const page = async (as = keeper) => app.get(paths.results.to({ surveyId }), as);
  await sync(surveyId, [edit({ seen: 9, values: { nights: 30, note: '橋の下に毛布を' } })]);
  const few = await textOf(await page());
  expect(few).toContain('見かけた人が少ないため');
  expect(few).not.toMatch(/毛布|30/);
  await sync(surveyId, [
    edit({ seen: 2, values: { nights: 1, note: '山田さんは朝に駅へ' } }),
    edit({ seen: 1, values: { note: 'あたたかい物がほしい' } }),
  ]);
  const many = await textOf(await page());
  expect(many).toContain('何泊目か（聞けたとき） 2 15.5');
  expect(many).toContain(`${masked}さんは朝に駅へ あたたかい物がほしい 橋の下に毛布を`);
  expect((await page(out)).status).toBe(403);
});

test('the report counts who was seen once a survey has ended, in the year of its last day, and not of few', async () => {
  const closesOn = addDays(today, 5);
  const [fiscalYear, days] = [fiscalYearOf(closesOn), { opensOn: addDays(today, -5), closesOn }];
  const count = (year: number) =>
    inTransaction(app.db, system('test'), (tx) => countSurveyed(tx, { fiscalYear: year }));
  const [before, later] = [await count(fiscalYear), await count(fiscalYear + 1)];
  const [many, few] = [await makeOpen(days), await makeOpen(days)];
  const first = edit({ seen: 8 });
  await sync(many, [first, edit({ seen: 7 }), edit({ ...first, id: randomUUID(), sequence: 2, seen: 12 })]);
  await sync(few, [edit({ seen: 9 })]);
  expect(await count(fiscalYear)).toBe(before);
  for (const surveyId of [many, few]) await app.post(paths.close.to({ surveyId }), {}, keeper);
  expect(await count(fiscalYear)).toBe(before + 19);
  expect(await count(fiscalYear + 1)).toBe(later);
});

test('the worker comes as a script, to surveyors alone', async () => {
  const answer = await app.get(paths.worker.to({}), out);
  expect(answer.headers.get('content-type')).toContain('text/javascript');
  expect((await answer.text()).length).toBeGreaterThan(200);
  expect((await app.get(paths.worker.to({}), keeper)).status).toBe(403);
});
