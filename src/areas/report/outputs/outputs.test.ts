import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { sql } from 'drizzle-orm';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { formatNumber } from '#platform/i18n.ts';
import { dataPackageSchema } from '#platform/testing/frictionless.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { lintDeck } from '#ui/deck/lint.testing.ts';
import { parseWorkbook } from '#ui/workbook/parse.ts';
import { testApp } from '#src/app.testing.ts';
import { findEdition, listEditionPrograms } from '../editions/store.ts';
import { planWorld, publish, reportWorld } from '../editions/fixtures.ts';
import type { FigurePath } from '../figures/path.ts';
import { noEdits } from '../manuscripts/edits.ts';
import { manuscriptOf } from '../manuscripts/manuscript-of.ts';
import { bare, hasCompiler, pdfText, renderedPages, slideTexts } from './compare.testing.ts';
import { makeOutputs } from './make.ts';
import { insertOutputs } from './store.ts';
import { editionOutputs } from './tables.ts';

const app = await testApp();
const world = await reportWorld(app);
const workshop = { files: app.tools.files, publicUrl: 'https://tsunagi.example' };
const now = new Date('2025-07-31T03:00:00Z');
const id = await publish(app, world, { now, workshop });
await planWorld(app);
const planId = await publish(app, world, { year: 2025, kind: 'plan', now, workshop });

async function manuscript(editionId: string, lang: 'ja' | 'en' = 'ja') {
  return inTransaction(app.db, system('test'), async (tx) => {
    const { content: head, number, publishedOn } = await findEdition(tx, editionId);
    const programs = await listEditionPrograms(tx, editionId);
    return manuscriptOf({ head, programs }, noEdits, lang, { number, publishedOn });
  });
}

async function file(url: string): Promise<Uint8Array> {
  const response = await app.get(url);
  expect(response.status, url).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const base = { results: '/reports/2024/editions/1', plan: '/reports/2025/plan/editions/1' };
const editions = [
  ['results', 'ja', id],
  ['results', 'en', id],
  ['plan', 'ja', planId],
] as const;

test.each(editions)(
  'the files of the %s in %s say every number as the manuscript does',
  async (kind, lang, editionId) => {
    const { figures } = await manuscript(editionId, lang);
    expect(Object.keys(figures).length).toBeGreaterThan(3);
    const query = lang === 'en' ? '?lang=en' : '';
    const deck = await file(`${base[kind]}/report.pptx${query}`);
    expect(lintDeck(deck)).toEqual([]);
    const slides = slideTexts(deck).join('\n');
    const sheets = await parseWorkbook(await file(`${base[kind]}/report.xlsx${query}`));
    const rows = sheets.at(-1)?.rows ?? [];
    const pdf = await app.get(`${base[kind]}/report.pdf${query}`);
    const printed = pdf.status === 200 ? pdfText(new Uint8Array(await pdf.arrayBuffer())) : undefined;
    for (const { id: name, shown, value, unit } of Object.values(figures)) {
      const row = rows.find(([first]) => first?.value === name)?.map((cell) => cell?.value ?? null);
      expect(row?.slice(3, 6), name).toEqual([value, unit, shown]);
      if (printed) expect(bare(printed), name).toContain(bare(`${shown}${name}`));
      const isPrinted = slides.includes(name);
      // The number of a row of money or a month may stand in no slide; what stands there has its name and says the same.
      if (isPrinted) expect(bare(slides), name).toContain(bare(shown));
    }
  },
);

test.each([
  ['ja', ''],
  ['en', '?lang=en'],
])('the PDF in %s says that it is PDF/UA-1, tagged, with a title and its language', async (lang, query) => {
  const answer = await app.get(`${base.results}/report.pdf${query}`);
  expect(answer.status).toBe(hasCompiler() ? 200 : 404);
  if (!hasCompiler()) return;
  const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  for (const sign of [/\/StructTreeRoot \d+ 0 R/, /\/Marked true/, /<dc:title>/]) expect(pdf).toMatch(sign);
  expect(pdf).toMatch(new RegExp(`/Lang \\(${lang}[-)]`));
});

test('each number of a slide is named in its notes, and no two say it differently', async () => {
  const { figures } = await manuscript(id);
  const slides = slideTexts(await file(`${base.results}/report.pptx`));
  const all = Object.values(figures).filter(({ value }) => value !== null);
  for (const { id: name, label, shown, path } of all) {
    // Last year's number stands in brackets behind this year's, and its path is told there.
    if (path && !slides.some((text) => text.includes(name))) {
      expect(slides.join('\n')).toContain(shown);
      continue;
    }
    const slide = slides.find((text) => text.includes(name));
    expect(slide, `${label} ${name}`).toBeDefined();
    expect(slide).toContain(`${label} ${shown}`);
  }
});

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

test('the workbook defines each number once, as its path does', async () => {
  const { figures } = await manuscript(id);
  const sheets = await parseWorkbook(await file(`${base.results}/report.xlsx`));
  const texts = (sheets.find(({ name }) => name === '定義')?.rows ?? []).map((row) =>
    row.map((cell) => String(cell?.value ?? '')),
  );
  const head = texts.findIndex(([first]) => first === '番号');
  expect(texts[head]).toEqual(['番号', '節', '項目', '定義', '単位', '期間', '出典']);
  const rows = texts.slice(head + 1);
  expect(rows.map(([name]) => name)).toEqual(Object.keys(figures));
  const { rows: kept } = await inTransaction(app.db, anonymous, (tx) =>
    tx.execute<{ path: FigurePath }>(sql`select path from figure_paths where edition_id = ${id}`),
  );
  const paths = new Map(kept.map(({ path }) => [path.id, path]));
  const defined = rows.filter(([name = '']) => paths.has(name));
  expect(defined.length).toBeGreaterThan(7);
  for (const [name = '', , , ...said] of defined) {
    const path = paths.get(name);
    expect(said, name).toEqual([path?.definition, path?.unit.ja, path?.period, path?.sourceNote]);
  }
  // What has no path of its own is last year's, told with this year's.
  for (const [name = ''] of rows.filter(([each = '']) => !paths.has(each)))
    expect(paths.has(figures[name]?.path ?? ''), name).toBe(true);
});

test('the data has a row for each number, and the pages print the same', async () => {
  const { figures } = await manuscript(id);
  const csv = new TextDecoder().decode(await file(`${base.results}/figures.csv`));
  const rows = csv.split('\r\n').slice(1, -1).map(cellsOf);
  expect(rows.map(([name]) => name)).toEqual(Object.keys(figures));
  const page = bare(await textOf(await app.get('/reports/2024/programs/night-desk')));
  for (const figure of Object.values(figures).filter(({ section }) => section === 'program:night-desk')) {
    const row = rows.find(([name]) => name === figure.id);
    expect(row?.at(-1)).toBe(figure.period);
    expect(row?.[5]).toBe(figure.value === null ? '' : String(figure.value));
    if (figure.value !== null) expect(page).toContain(formatNumber('ja', figure.value));
  }
});

test('machines are told what the columns mean, as Data Package v2 says it', async () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const check = ajv.compile(dataPackageSchema);
  const told = JSON.parse(new TextDecoder().decode(await file(`${base.results}/datapackage.json`)));
  expect(check(told), JSON.stringify(check.errors)).toBe(true);
  const [header] = new TextDecoder().decode(await file(`${base.results}/figures.csv`)).split('\r\n');
  expect(told.resources[0].schema.fields.map(({ name }: { name: string }) => name).join(',')).toBe(header);
});

test('every newest edition is in the catalogue of open data, and its files are where it says', async () => {
  const told = await (await app.get('/opendata/catalog.jsonld')).json();
  const datasets = told['dcat:dataset'] as {
    'dct:identifier': string;
    'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[];
  }[];
  const editionsTold = datasets.filter((each) => each['dct:identifier'].startsWith('report-'));
  expect(editionsTold.map((each) => each['dct:identifier']).toSorted()).toEqual([
    'report-plan-2025',
    'report-results-2024',
  ]);
  for (const { 'dcat:distribution': files } of editionsTold)
    for (const each of files)
      expect((await app.get(new URL(each['dcat:downloadURL']['@id']).pathname)).status).toBe(200);
});

test('the same edition gives the same bytes at another time', async () => {
  const again = await inTransaction(app.db, system('test'), async (tx) =>
    makeOutputs(tx, [await manuscript(id)], workshop),
  );
  const kept = await inTransaction(app.db, anonymous, (tx) => tx.select().from(editionOutputs));
  const hashes = kept
    .filter((each) => each.editionId === id && each.lang === 'ja')
    .map(({ format, sha256 }) => `${format} ${sha256}`);
  expect(
    new Set(
      again.map(({ format, bytes }) => `${format} ${createHash('sha256').update(bytes).digest('hex')}`),
    ),
  ).toEqual(new Set(hashes));
});

test('the page of the edition links its files with format and size, and they are kept for good', async () => {
  const html = await (await app.get('/reports/2024')).text();
  expect(html).toMatch(
    /href="\/reports\/2024\/editions\/1\/report\.pptx">スライド（PowerPoint形式）、\d+ KB</,
  );
  const files = ['report.xlsx', 'figures.csv', 'datapackage.json', ...(hasCompiler() ? ['report.pdf'] : [])];
  for (const name of files) expect(html).toContain(`href="/reports/2024/editions/1/${name}"`);
  const response = await app.get(`${base.results}/report.xlsx`);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const name = encodeURIComponent('潮見県 令和6年度の取組みの結果_第1版.xlsx');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="results-2024-1-ja-report.xlsx"; filename*=UTF-8''${name}`,
  );
  expect((await app.get('/reports/2024/report.pptx')).headers.get('cache-control')).toBe(
    'public, max-age=300',
  );
  expect(await (await app.get('/reports/2024?lang=en')).text()).toContain('Slides (PowerPoint), ');
});

test('a file that is not there is not found, and an edition without files has no links', async () => {
  await publish(app, world, { year: 2024, now });
  expect(await (await app.get('/reports/2024')).text()).not.toContain('report.pptx');
  expect((await app.get('/reports/2024/editions/2/report.pptx')).status).toBe(404);
  expect((await app.get('/reports/2024/editions/9/report.pptx')).status).toBe(404);
  expect((await app.get(`${base.results}/report.docx`)).status).toBe(404);
});

test('the files of a published edition do not change, whoever asks', async () => {
  const [first] = await inTransaction(app.db, system('test'), (tx) =>
    tx.select().from(editionOutputs).limit(1),
  );
  const more = { lang: 'en', format: 'csv', bytes: new Uint8Array([1]) } as const;
  await expect(
    inTransaction(app.db, system('test'), (tx) => insertOutputs(tx, first?.editionId ?? id, [more])),
  ).rejects.toThrow('Failed query');
  await expect(inTransaction(app.db, system('test'), (tx) => tx.delete(editionOutputs))).rejects.toThrow(
    'Failed query',
  );
});

test('a publication that is broken off while its files are kept leaves nothing', async () => {
  const before = await inTransaction(app.db, system('test'), (tx) => tx.$count(editionOutputs));
  const broken = { files: { folder: '/nowhere' }, publicUrl: '' };
  await expect(publish(app, world, { year: 2024, now, workshop: broken })).rejects.toThrow('ENOENT');
  expect((await app.get('/reports/2024/editions/3')).status).toBe(404);
  expect(await inTransaction(app.db, system('test'), (tx) => tx.$count(editionOutputs))).toBe(before);
});

test('a draft can be looked at as slides by those who work on it, and by nobody else', async () => {
  const [line] = await inTransaction(app.db, system('test'), async (tx) =>
    (await tx.select().from(editionOutputs).limit(1)).map(({ editionId }) => editionId),
  );
  const url = `/staff/report/editions/${line}/draft/pptx`;
  const response = await app.get(url, world.secretariat);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(lintDeck(new Uint8Array(await response.arrayBuffer()))).toEqual([]);
  expect((await app.get(url)).status).not.toBe(200);
});

test('LibreOffice shows as many pages as there are slides, each with its numbers', async () => {
  const deck = await file(`${base.results}/report.pptx`);
  const slides = slideTexts(deck);
  const pages = renderedPages(deck) ?? slides;
  expect(pages).toHaveLength(slides.length);
  const { sections, figures } = await manuscript(id);
  expect(slides.length).toBeGreaterThanOrEqual(sections.filter(({ blocks }) => blocks.length > 0).length);
  for (const each of sections.flatMap(({ blocks }) => blocks))
    if (each.kind === 'figures')
      for (const name of each.ids)
        expect(bare(pages.join('\n'))).toContain(bare(figures[name]?.shown ?? '-'));
}, 180_000);
