import { beforeAll, expect, test } from 'vitest';
import { formatNumber } from '#platform/i18n.ts';
import { bare, hasCompiler, pdfText, slideTexts } from '#areas/report/outputs/compare.testing.ts';
import { parseWorkbook } from '#ui/workbook/parse.ts';
import { kanagawa, readWorld } from '../seeds/world.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const { results } = await readWorld(kanagawa);
/** What the source document says of the year, figure by figure. */
const figures = [
  { program: undefined, label: '事業数', value: 50, previous: undefined },
  { program: undefined, label: '予算の総額', value: 1_710_970_000, previous: undefined },
  ...results.programs.flatMap((program) =>
    program.measures.flatMap(({ source, labelJa, value, previousValue }) =>
      source === 'document' && typeof value === 'number'
        ? [{ program, label: labelJa.replace(/（(?:延べ|実)[^）]*）$/, ''), value, previous: previousValue }]
        : [],
    ),
  ),
];

let rows: readonly (readonly unknown[])[];
let csv: readonly string[];
let slides: readonly string[];
let pdf: string | undefined;

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await fetch(`${sharedTsunagi()}${path}`);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

beforeAll(async () => {
  const sheets = await parseWorkbook(await bytesOf('/reports/2024/report.xlsx'));
  rows = (sheets.at(-1)?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? null));
  csv = new TextDecoder().decode(await bytesOf('/reports/2024/figures.csv')).split('\r\n');
  slides = slideTexts(await bytesOf('/reports/2024/report.pptx')).map(bare);
  const printed = hasCompiler() ? pdfText(await bytesOf('/reports/2024/report.pdf')) : undefined;
  pdf = printed && bare(printed);
});

test('the document has figures enough to look for', () => {
  expect(figures.length).toBeGreaterThanOrEqual(19);
});

test.each(figures)(
  '$label, $value: on the page, in slides, workbook, PDF and data it is what the document says',
  async ({ program, label, value, previous }) => {
    const row = rows.find(
      ([, section, name]) => name === label && (program === undefined || section === program.nameJa),
    );
    const [id, , , number, , shown, note] = (row ?? []).map(String);
    expect(number).toBe(String(value));
    const page = new TextDecoder().decode(
      await bytesOf(program ? `/reports/2024/programs/${program.slug}` : '/reports/2024'),
    );
    expect(page).toContain(`href="/figures/${id ?? '-'}"`);
    for (const said of program ? [value, previous] : [])
      if (said !== undefined) expect(page).toContain(formatNumber('ja', said));
    expect(csv.find((line) => line.startsWith(`${id ?? '-'},`))).toContain(`,${value},`);
    const slide = slides.find((text) => id !== undefined && text.includes(id));
    expect(slide).toContain(bare(shown ?? '-'));
    if (pdf !== undefined) expect(pdf).toContain(bare(`${shown ?? ''}${id ?? '-'}`));
    if (previous !== undefined) expect(note).toContain(formatNumber('ja', previous));
  },
);
