import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '../access.ts';
import { programPaths } from '../paths.ts';
import { makeMeasure, makeProgram } from '../programs/fixtures.ts';
import { makeYear } from '../years/fixtures.ts';
import { orderMeasures, saveValues } from './actions.ts';
import { listMeasures } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const other = await app.signIn(reporter);
await makeYear(app.db, { year: 2024, bureaus: [bureau.organisationId, other.organisationId] });
const make = () => makeProgram(app.db, { organisationId: bureau.organisationId });
const measuresOf = (programId: string) =>
  inTransaction(app.db, office.who, (tx) => listMeasures(tx, programId));
const people = { labelJa: '利用した人', labelEn: '', kind: 'people', unit: 'persons', rhythm: 'year' };

test('a measure of people says how they are counted, and comes back as typed when it does not', async () => {
  const programId = await make();
  const url = programPaths.newMeasure.to({ programId });
  const refused = await app.post(url, { ...people, counting: '', target: '２００' }, bureau);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('人数は「延べ」か「実」かを選んでください');
  expect(page).toContain('value="２００"');
  expect((await app.post(url, { ...people, counting: 'distinct', target: '２００' }, bureau)).status).toBe(
    303,
  );
  expect(await measuresOf(programId)).toMatchObject([{ kind: 'people', counting: 'distinct', target: 200 }]);
  expect((await app.post(url, { ...people, counting: 'total' }, other)).status).toBe(403);
});

test('values go in month by month: empty is not reported, zero is zero, full-width digits are read', async () => {
  const programId = await make();
  const monthly = await makeMeasure(app.db, { programId, rhythm: 'month' });
  const rate = await makeMeasure(app.db, { programId, kind: 'rate', unit: 'percent', labelJa: '満足' });
  const url = programPaths.values.to({ programId });
  expect(await (await app.get(url, bureau)).text()).toContain(`name="${monthly}/2024-04"`);
  const values = {
    [`${monthly}/2024-04`]: '１，２３４',
    [`${monthly}/2024-05`]: '0',
    [`${rate}/2024`]: '61.5',
  };
  expect((await app.post(url, values, bureau)).status).toBe(303);
  const [first, second] = await measuresOf(programId);
  expect(first?.values).toEqual({ '2024-04': 1234, '2024-05': 0 });
  expect(second?.values).toEqual({ '2024': 61.5 });
  const page = await (await app.get(programPaths.program.to({ programId }), bureau)).text();
  expect(page).toContain('1,234');
  await app.post(url, { [`${monthly}/2024-04`]: '' }, bureau);
  expect((await measuresOf(programId))[0]?.values).toEqual({ '2024-05': 0 });
});

test('one wrong value keeps all of them from being saved, and all are shown again', async () => {
  const programId = await make();
  const calls = await makeMeasure(app.db, { programId });
  const visits = await makeMeasure(app.db, { programId, labelJa: '来所' });
  const url = programPaths.values.to({ programId });
  const answer = await app.post(url, { [`${calls}/2024`]: '873', [`${visits}/2024`]: '約百' }, bureau);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('value="873"');
  expect(page).toContain('value="約百"');
  expect((await measuresOf(programId)).map((measure) => measure.values)).toEqual([{}, {}]);
});

test('values of a program can be saved all or none, and the answer tells what really changed', async () => {
  const programId = await make();
  const measureId = await makeMeasure(app.db, { programId, values: { '2024': 5 } });
  const foreign = await makeMeasure(app.db, { programId: await make() });
  const save = (values: { measureId: string; period: string; value: number | null }[]) =>
    saveValues(app.db, bureau.who, { programId, values });
  const same = { measureId, period: '2024', value: 5 };
  expect(await save([same])).toEqual({ ok: true, value: { changes: [] } });
  expect(
    await save([
      { ...same, value: 6 },
      { ...same, measureId: foreign },
    ]),
  ).toMatchObject({ refusal: 'measure-unknown' });
  expect(await save([{ ...same, value: null }])).toEqual({
    ok: true,
    value: { changes: [{ measureId, period: '2024', before: 5, after: null }] },
  });
});

test('a measure with values is not removed by the way', async () => {
  const programId = await make();
  const measureId = await makeMeasure(app.db, { programId, values: { '2024': 5 } });
  const url = programPaths.removeMeasure.to({ programId, measureId });
  const refused = await app.post(url, {}, bureau);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('値が1か所に入っています');
  await app.post(programPaths.values.to({ programId }), { [`${measureId}/2024`]: '' }, bureau);
  expect((await app.post(url, {}, bureau)).status).toBe(303);
  expect(await measuresOf(programId)).toEqual([]);
});

test('a measure told by month does not turn yearly over months that were reported', async () => {
  const programId = await make();
  const measureId = await makeMeasure(app.db, { programId, rhythm: 'month', values: { '2024-04': 5 } });
  const form = {
    labelJa: '電話',
    kind: 'count',
    unit: 'cases',
    rhythm: 'year',
    counting: '',
    target: '',
    previousValue: '',
  };
  const refused = await app.post(programPaths.measure.to({ programId, measureId }), form, bureau);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('月ごとの値が入っている');
});

test('measures change places, and an order that names only some keeps the rest', async () => {
  const programId = await make();
  const ids = [];
  for (const labelJa of ['一', '二', '三']) ids.push(await makeMeasure(app.db, { programId, labelJa }));
  const names = async () => (await measuresOf(programId)).map((measure) => measure.labelJa).join('');
  await app.post(programPaths.moveMeasure.to({ programId, measureId: ids[2] ?? '' }), { by: '-1' }, bureau);
  expect(await names()).toBe('一三二');
  const measureIds = [ids[1] ?? '', crypto.randomUUID(), ids[1] ?? ''];
  await orderMeasures(app.db, bureau.who, { programId, measureIds });
  expect(await names()).toBe('二一三');
});

test('a measure of another program is not found under this one', async () => {
  const [programId, measureId] = [await make(), await makeMeasure(app.db, { programId: await make() })];
  expect((await app.get(programPaths.measure.to({ programId, measureId }), bureau)).status).toBe(404);
});
