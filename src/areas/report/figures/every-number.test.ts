import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { makeCasesOfYear } from '#areas/cases/synthetic/fixtures.ts';
import { yearPaths } from '#areas/programs/paths.ts';
import { makeMeasure, makeProgram } from '#areas/programs/programs/fixtures.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { findEdition, listEditionPrograms } from '../editions/store.ts';
import { planWorld, publish, reportWorld } from '../editions/fixtures.ts';
import { knownIn } from '../manuscripts/manuscript-of.ts';
import { numbersIn } from '../numbers/rules.ts';
import { freezeExpectations } from '../expectations/actions.ts';

const app = await testApp();
const world = await reportWorld(app);
const worker = await app.signIn(caseWorker, { name: '支援 四' });
let editionId = '';
const threads: Record<string, string> = {};

beforeAll(async () => {
  const { organisationId, who } = worker;
  if (who.kind !== 'person') throw new Error('a worker is a person');
  const desk = { organisationId, workerId: who.personId, people: 96, fiscalYear: 2024 };
  await makeCasesOfYear(app.db, app.tools.vault, desk);
  await makeLessons();
  granted(await freezeExpectations(app.db, world.secretariat.who, { year: 2024 }));
  await planWorld(app, { bureaus: [world.reporter.organisationId] });
  await makeNextYear();
  const workshop = { files: app.tools.files, publicUrl: 'https://tsunagi.example' };
  await publish(app, world, { year: 2025, kind: 'plan', workshop });
  editionId = await publish(app, world, { workshop });
  const programs = await inTransaction(app.db, world.secretariat.who, (tx) =>
    listEditionPrograms(tx, editionId),
  );
  for (const program of programs) threads[program.slug] = program.thread;
});

/** What goes on into 2025 with other money and a first program of its own: all that is known of it is what is expected. */
async function makeNextYear(): Promise<void> {
  expect((await app.post(yearPaths.carry.to({ year: '2024' }), {}, world.secretariat)).status).toBe(303);
  await inTransaction(app.db, system('test'), async (tx) => {
    await tx.execute(`update programs set budget_initial = 5100000 where fiscal_year = 2025`);
    await tx.execute(
      `update measures m set target = 52 from programs p where p.id = m.program_id and p.fiscal_year = 2025`,
    );
  });
  const sewing = await makeProgram(app.db, {
    year: 2025,
    organisationId: world.reporter.organisationId,
    category: 'work',
    slug: 'sewing',
    nameJa: '縫いものの会',
    nameEn: 'Sewing',
    budgetInitial: 1_250_000,
  });
  await makeMeasure(app.db, { programId: sewing, labelJa: '開いた日', labelEn: 'Days', target: 24 });
  threads['sewing'] = sewing;
  granted(await freezeExpectations(app.db, world.secretariat.who, { year: 2025 }));
}

/** A program with money, a target and few people. */
async function makeLessons(): Promise<void> {
  const programId = await makeProgram(app.db, {
    organisationId: world.reporter.organisationId,
    category: 'work',
    slug: 'lessons',
    nameJa: '手に職をつける講座',
    nameEn: 'Lessons',
    continuity: 'expanded',
    budgetInitial: 4_200_000,
    budgetSettled: 3_980_000,
  });
  const people = { programId, unit: 'persons', kind: 'people', counting: 'distinct' } as const;
  const told = {
    labelJa: '終えた人',
    labelEn: 'Completed',
    previousValue: 38,
    target: 40,
    values: { 2024: 46 },
  };
  await makeMeasure(app.db, { ...people, ...told, definition: '最後の回まで来た人', sourceNote: '名簿' });
  await makeMeasure(app.db, { ...people, labelJa: '続けて学ぶ人', labelEn: 'Go on', values: { 2024: 3 } });
}

/** Every page of the report that anybody can open. */
const pages = [
  '/reports',
  '/reports/2024',
  '/reports/2024/editions/1',
  '/reports/2024/programs/night-desk',
  '/reports/2024/programs/garden',
  '/reports/2024/programs/lessons',
  '/reports/2024/editions/1/programs/garden',
  '/reports/2024/states',
  '/reports/2024/document',
  '/reports/2025',
  '/reports/2025/plan/document',
  '/reports/programs/night-desk',
  '/reports/programs/lessons',
  '/reports/programs/sewing',
  '/reports/figures',
  '/reports/figures/calls',
];

/** The same of the year after, whose results are out only later. */
const laterPages = [
  '/reports/2025',
  '/reports/2025/plan',
  '/reports/2025/programs/lessons',
  '/reports/2025/programs/sewing',
  '/reports/2025/document',
  '/reports/programs/night-desk',
  '/reports/programs/lessons',
  '/reports/programs/sewing',
];

const inBoth = (each: readonly string[]) =>
  (['ja', 'en'] as const).flatMap((lang) => each.map((page) => [page, lang] as const));

describe('while nobody knows what the year after brings', () => {
  test.each(inBoth(pages))('on %s in %s every number that says how many leads to its path', mustLead);
});

describe('once its results are out', () => {
  beforeAll(async () => {
    await publish(app, world, { year: 2025, now: new Date('2026-07-31T03:00:00Z') });
  });
  test.each(inBoth(laterPages))('on %s in %s every number that says how many leads to its path', mustLead);
});

async function mustLead(page: string, lang: 'ja' | 'en'): Promise<void> {
  const url = page
    .replace('figures/calls', `figures/${world.calls}`)
    .replace(/(?<=^\/reports\/programs\/).+/, (slug) => threads[slug] ?? slug);
  const response = await app.get(lang === 'en' ? `${url}?lang=en` : url);
  expect(response.status, url).toBe(200);
  const html = await response.text();
  expect(html).toContain(`<html lang="${lang}"`);
  const links = [...html.matchAll(/<a class="figure" href="([^"]+)">(.*?)<\/a>/gs)];
  expect(links.length).toBeGreaterThan(0);
  const paths = new Map<string, string>();
  for (const link of new Set(links.map(([, href = '']) => href))) {
    const path = await app.get(link);
    expect(path.status, link).toBe(200);
    paths.set(link, await textOf(path));
  }
  // The path says the very same number, as it is printed here.
  for (const [, href = '', said = ''] of links)
    for (const [number] of said.replace(/<[^>]+>/g, ' ').matchAll(/\d[\d,.]*\d|\d/g))
      expect(paths.get(href), href).toContain(number);
  const content = await inTransaction(app.db, world.secretariat.who, async (tx) => ({
    head: (await findEdition(tx, editionId)).content,
    programs: await listEditionPrograms(tx, editionId),
  }));
  const known = knownIn(content);
  const bureaus = [2024, 2025].flatMap((year) => [`${year}年度の局1`, `Bureau 1 of ${year}`]);
  const names = [...known.names, ...bureaus];
  const loose = linesOf(html)
    .flatMap((line) =>
      numbersIn(line, { ...known, names, lang }).map(({ text, unit, sentence }) => ({
        number: text + unit,
        sentence,
      })),
    )
    .filter(({ sentence }) => !excepted.some((pattern) => pattern.test(sentence)));
  expect(loose, 'numbers without a path').toEqual([]);
}

/** What is no figure of the report, and why. */
const excepted: readonly RegExp[] = [
  // What the bands of how things stand are called.
  /段階\d|\(stages? \d/,
  // The size of a file.
  /\d (KB|MB)$/,
  // The unit of a column.
  /^予算額（万円）$|^Budget \(10,000 yen\)$/,
  // What the words of a stage, or how the counting is told, say.
  /一人は頼れる人がいる|二つには分けられません|一つの支援につき一回|五つの段階/,
  // A pillar by its place in the plan.
  /rograms and budget: \d \D/,
  // Why a number is not told.
  /10人未満の数は|0は0と載せ|Numbers of 1 to fewer than 10|0 is told as 0/,
  // How the file of figures says that one was corrected.
  /^版の欄の|in the column edition says/,
  // How many a search found, and which of them are shown.
  /件見つかりました$|^\d+件のうち|^\d+ found$|^\d+–\d+ of \d+$/,
];

/** The texts of a page's main part, one a line; numbers that lead somewhere, pictures and voices are taken out. */
function linesOf(html: string): readonly string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replace(/<(script|style|svg|code)[\s\S]*?<\/\1>/g, '\n')
    .replace(/<thead[\s\S]*?<\/thead>/g, '\n')
    .replace(/<a class="figure"[\s\S]*?<\/a>/g, '')
    .replace(
      /<\/?(?:p|div|li|td|th|tr|dt|dd|h\d|caption|summary|section|option|label|figcaption|blockquote|br)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
