import pg from 'pg';
import type { EditionHead, ProgramContent } from '#areas/report/editions/content.ts';

export interface Size {
  readonly prefectures: number;
  readonly years: number;
  readonly programs: number;
  /** Of each program. */
  readonly measures: number;
}

export const lastYear = 2024;
const untouched = ['editions', 'edition_programs', 'figures'];

/**
 * Fills a migrated database with published reports and the programs, measures and values behind them. The years of a further
 * prefecture stand before those of the one before it: one database is one prefecture's, and this is how it holds the rows of many.
 */
export async function generate(url: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('app.system', 'bench', false)`);
    for (const table of untouched) await client.query(`alter table ${table} disable trigger user`);
    await prepareTemplate(client, size);
    for (let prefecture = 0; prefecture < size.prefectures; prefecture += 1)
      for (let year = 0; year < size.years; year += 1)
        await insertYear(client, { prefecture, year: lastYear - prefecture * size.years - year }, size);
    for (const table of untouched) await client.query(`alter table ${table} enable trigger user`);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** One year's programs and numbers, from which every year is written inside the database. */
async function prepareTemplate(client: pg.Client, size: Size): Promise<void> {
  const programs = Array.from({ length: size.programs }, (_, at) => programOf(at, size.measures));
  await client.query(`create temp table t_programs as
    select (row_number() over ()) - 1 as position, c ->> 'slug' as slug, c as content
    from jsonb_array_elements('${JSON.stringify(programs).replaceAll("'", "''")}'::jsonb) as c`);
  await client.query(`create temp table t_measures as
    select p.position as program, p.slug, m.at as position, p.position * 1000 + m.at as key, (m.value ->> 'value')::numeric as value
    from t_programs p, jsonb_array_elements(p.content -> 'measures') with ordinality as m (value, at)`);
  await client.query(`insert into organisations (id, kind, code, name_ja) values
    (md5('bureau')::uuid, 'bureau', 'bench', '計測局')`);
}

async function insertYear(
  client: pg.Client,
  { prefecture, year }: { prefecture: number; year: number },
  size: Size,
): Promise<void> {
  const id = (kind: string, row: string) => `md5('${kind} ${year} ' || ${row})::uuid`;
  const thread = (kind: string, row: string) => `md5('${kind} of ${prefecture} ' || ${row})::uuid`;
  const edition = `md5('edition ${year}')::uuid`;
  await client.query(`insert into fiscal_years (year) values (${year})`);
  await client.query(
    `insert into editions (id, fiscal_year, kind, number, status, content, content_hash, prepared_by, prepared_at,
       approved_by, published_at, published_on)
     values (${edition}, ${year}, 'results', 1, 'published', $1, repeat('0', 64), md5('a')::uuid, now(), md5('b')::uuid, now(), $2)`,
    [JSON.stringify(headOf(year, size)), `${year + 1}-07-31`],
  );
  await client.query(`insert into edition_programs (edition_id, slug, program_id, thread, position, content)
    select ${edition}, slug, ${id('program', 'position')}, ${thread('program', 'position')}, position, content from t_programs`);
  await client.query(`insert into figures (edition_id, fiscal_year, program_id, measure_id, period, program_slug, program_name,
      program_position, category, bureau, position, label, label_en, program_name_en, unit, value, source, thread, search_text)
    select ${edition}, ${year}, ${id('program', 'program')}, ${id('measure', 'key')}, '${year}', slug, '計測の取組 ' || program,
      program, '計測の区分', '計測局', key, '計測の件数 ' || position, 'Count ' || position, 'Program ' || program, '件', value, '計測のためにつくった数字',
      ${thread('measure', 'key')}, '計測の取組 ' || program || ' 計測の件数 ' || position || ' 計測の区分 計測局 件'
    from t_measures`);
  await client.query(`insert into programs (id, fiscal_year, slug, name_ja, continuity, organisation_id, position)
    select ${id('program', 'position')}, ${year}, slug, '計測の取組 ' || position, 'continued', md5('bureau')::uuid, position from t_programs`);
  await client.query(`insert into measures (id, program_id, label_ja, unit, kind, position)
    select ${id('measure', 'key')}, ${id('program', 'program')}, '計測の件数 ' || position, 'case', 'count', position from t_measures`);
  await client.query(`insert into measure_values (measure_id, period, value)
    select ${id('measure', 'key')}, '${year}', value from t_measures`);
}

const text = (ja: string, en: string) => ({ ja, en });
const good = { code: 'good', name: text('順調', 'On track'), level: 1 };

function briefOf(at: number) {
  return {
    slug: `program-${at}`,
    name: text(`計測の取組 ${at}`, `Program ${at}`),
    category: String(at % 7),
    bureau: text('計測局', 'Bench bureau'),
    isNew: at % 9 === 0,
    illustrative: true,
    rating: good,
  };
}

function headOf(year: number, { programs }: Size): EditionHead {
  return {
    format: 1,
    kind: 'results',
    fiscalYear: year,
    operator: text('計測県', 'Bench Prefecture'),
    headquarters: text('計測本部', 'Bench Headquarters'),
    note: '',
    summary: text('計測のための年です。', 'A year for measuring.'),
    overallRating: good,
    categories: Array.from({ length: 7 }, (_, at) => ({
      code: String(at),
      name: text(`計測の区分 ${at}`, `Category ${at}`),
      mainContent: text('計測', 'Measuring'),
      programs: Math.ceil((programs - at) / 7),
    })),
    pillars: [],
    units: ['件'],
    programs: Array.from({ length: programs }, (_, at) => briefOf(at)),
    plan: [],
    missing: [],
    withoutReason: '',
  };
}

function programOf(at: number, measures: number): ProgramContent {
  return {
    ...briefOf(at),
    id: crypto.randomUUID(),
    fiscalYear: lastYear,
    thread: crypto.randomUUID(),
    continuity: 'continued',
    division: '',
    partners: [],
    pillars: [],
    line: null,
    categoryName: text(`計測の区分 ${at % 7}`, `Category ${at % 7}`),
    targetPeople: '計測の対象の方',
    purpose: '計測のための文章です。'.repeat(8),
    logic: { inputs: '人', activities: '相談', outputs: '件数', outcomes: '安心' },
    budget: { initial: 10_000_000, revised: null, settled: 9_000_000 },
    summary: '',
    evaluation: '計測のための評価です。'.repeat(10),
    nextStep: '計測のための次の一歩です。',
    measures: Array.from({ length: measures }, (_, measure) => ({
      id: crypto.randomUUID(),
      thread: crypto.randomUUID(),
      label: text(`計測の件数 ${measure + 1}`, `Count ${measure + 1}`),
      unit: text('件', 'cases'),
      kind: 'count',
      counting: null,
      target: 1000,
      value: 100 + ((at * 37 + measure * 101) % 5000),
      previousValue: 90 + ((at * 41 + measure * 89) % 5000),
      months: [],
      definition: '',
      sourceNote: '計測のためにつくった数字',
    })),
    voices: [],
    pictures: [],
  };
}
