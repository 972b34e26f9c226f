import { expect, test, vi } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { changeMeasure } from '../measures/actions.ts';
import { listMeasures } from '../measures/store.ts';
import { makeMeasure, makeProgram, makeResult } from '../programs/fixtures.ts';
import { changeProgram } from '../programs/actions.ts';
import { listPrograms } from '../programs/store.ts';
import { carryForward } from '../successions/actions.ts';
import { openYear } from '../years/actions.ts';
import { granted, makeBureau, makeYear } from '../years/fixtures.ts';
import { readYear } from './read.ts';

const db = await testDatabase();
const it = system('test');
const read = (year: number) => inTransaction(db, it, (tx) => readYear(tx, year));

test('a year is read with its own words, programs by category, values, last year and the thread of each measure', async () => {
  const other = await makeBureau(db, '別の局');
  const { bureaus } = await makeYear(db, { year: 2023, bureaus: [await makeBureau(db), other] });
  const organisationId = bureaus[0];
  const fields = {
    year: 2023,
    organisationId,
    budgetInitial: 5_398_643,
    pillars: ['p2', 'p1'],
    partners: [other],
  };
  const work = await makeProgram(db, { ...fields, category: 'work', nameEn: 'Work desk' });
  await makeProgram(db, { ...fields, category: 'home', nameEn: 'Home desk', continuity: 'ended' });
  const measureId = await makeMeasure(db, {
    programId: work,
    rhythm: 'month',
    values: { '2023-04': 7, '2024-03': 5 },
  });
  await makeMeasure(db, {
    programId: work,
    labelJa: '満足',
    kind: 'rate',
    unit: 'percent',
    previousValue: 61.5,
  });
  await makeResult(db, work);
  granted(await openYear(db, it, { year: 2024, copyVocabulariesFrom: 2023 }));
  granted(await openYear(db, it, { year: 2025, copyVocabulariesFrom: 2024 }));
  granted(await carryForward(db, it, { from: 2023, to: 2024 }));
  granted(await carryForward(db, it, { from: 2024, to: 2025 }));

  const first = await read(2023);
  expect(first.programs.map((program) => program.name.en)).toEqual(['Home desk', 'Work desk']);
  const program = first.programs[1];
  expect(program).toMatchObject({
    id: work,
    thread: work,
    slug: 'work-desk',
    bureau: { name: { ja: '2023年度の局1', en: 'Bureau 1 of 2023' } },
    partners: [{ organisationId: other, name: { ja: '2023年度の局2' } }],
    pillars: ['p1', 'p2'],
    budget: { initial: 5_398_643, revised: null },
    result: { rating: 'good', summary: '夜も開いた' },
    entryStatus: null,
  });
  expect(program?.measures[0]).toMatchObject({
    yearValue: 12,
    previousValue: null,
    unitName: { ja: '件', en: 'cases' },
  });
  expect(program?.measures[1]).toMatchObject({ yearValue: null, previousValue: 61.5 });

  const third = await read(2025);
  expect(third.programs).toHaveLength(1);
  expect(third.programs[0]).toMatchObject({
    thread: work,
    continuity: 'continued',
    category: 'work',
    result: { rating: null },
  });
  expect(third.programs[0]?.measures[0]).toMatchObject({
    thread: measureId,
    previousValue: null,
    yearValue: null,
  });
  expect((await read(2024)).programs[0]?.measures[0]?.previousValue).toBe(12);
  expect(JSON.parse(JSON.stringify(third))).toEqual(third);
});

test('a year that was not opened is not found', async () => {
  await expect(read(1999)).rejects.toThrow(NotFound);
});

test('a zero last year is a zero, not «not known»', async () => {
  await makeYear(db, { year: 2030 });
  const organisationId = await makeBureau(db);
  const { bureaus } = await makeYear(db, { year: 2031, bureaus: [organisationId] });
  granted(await openYear(db, it, { year: 2032, copyVocabulariesFrom: 2031 }));
  const programId = await makeProgram(db, { year: 2031, organisationId: bureaus[0] });
  await makeMeasure(db, { programId, values: { '2031': 0 } });
  granted(await carryForward(db, it, { from: 2031, to: 2032 }));
  const [carried] = (await read(2032)).programs;
  granted(await changeMeasure(db, it, { measureId: carried?.measures[0]?.id ?? '', previousValue: 99 }));
  expect((await read(2032)).programs[0]?.measures[0]?.previousValue).toBe(0);
});

test('a year takes as many queries with one program as with many', async () => {
  const organisationId = await makeBureau(db);
  await makeYear(db, { year: 2040, bureaus: [organisationId] });
  const sample = await makeProgram(db, { year: 2040, organisationId, nameEn: 'Sample' });
  const months = monthsOfFiscalYear(2040);
  const values = Object.fromEntries(months.map((period, index) => [period, index]));
  for (const labelJa of ['電話', '面談'])
    await makeMeasure(db, { programId: sample, labelJa, rhythm: 'month', values });
  await makeResult(db, sample);
  const { asked } = await counted(2040);
  await multiply(sample, 40);
  const among = await counted(2040);
  expect(among.year.programs).toHaveLength(41);
  expect(among.year.programs[40]?.measures[1]).toMatchObject({ yearValue: 66 });
  expect(asked).toBeGreaterThan(5);
  expect(among.asked).toBe(asked);
});

/** The year, and how many queries it took. */
async function counted(year: number) {
  return inTransaction(db, it, async (tx) => {
    const queries = vi.spyOn(tx.$client, 'query');
    const found = await readYear(tx, year);
    const asked = queries.mock.calls.length;
    queries.mockRestore();
    return { year: found, asked };
  });
}

async function multiply(programId: string, times: number): Promise<void> {
  const client = await db.owner.connect();
  try {
    await client.query(`begin; set local app.maintenance = 'on'`);
    await client.query(
      `insert into programs (fiscal_year, slug, name_ja, continuity, organisation_id, position)
       select fiscal_year, slug || '-' || n, name_ja, continuity, organisation_id, n from programs, generate_series(1, $2::int) n where id = $1`,
      [programId, times],
    );
    await client.query(
      `insert into measures (program_id, label_ja, unit, kind, rhythm, position)
       select c.id, m.label_ja, m.unit, m.kind, m.rhythm, m.position from measures m
       join programs p on p.id = m.program_id join programs c on c.fiscal_year = p.fiscal_year and c.id <> p.id where p.id = $1`,
      [programId],
    );
    await client.query(
      `insert into measure_values (measure_id, period, value)
       select c.id, v.period, v.value from measures m join measure_values v on v.measure_id = m.id
       join measures c on c.position = m.position and c.id <> m.id
       join programs p on p.id = c.program_id and p.fiscal_year = 2040 where m.program_id = $1`,
      [programId],
    );
    await client.query('commit; analyze');
  } finally {
    client.release();
  }
}

test('what is changed later shows in the year as it stands', async () => {
  const { bureaus } = await makeYear(db, { year: 2050 });
  const programId = await makeProgram(db, { year: 2050, organisationId: bureaus[0] });
  granted(await changeProgram(db, it, { programId, nameJa: '朝の相談', slug: 'morning' }));
  expect((await read(2050)).programs[0]).toMatchObject({ name: { ja: '朝の相談' }, slug: 'morning' });
  const [stored] = await inTransaction(db, it, (tx) => listPrograms(tx, 2050));
  expect(await inTransaction(db, it, (tx) => listMeasures(tx, stored?.id ?? ''))).toEqual([]);
});
