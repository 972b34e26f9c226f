import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { askedPeriods } from '../entries/rules.ts';
import { parseWorkbook } from '#ui/workbook/parse.ts';
import { checkOpened, checkWorkbook } from './check.ts';
import {
  aContent,
  bookFacts,
  checkContext,
  edited,
  parts,
  withCell,
  withText,
  yearWords,
} from './fixtures.ts';
import { makeWorkbookBytes } from './make.ts';
import type { CheckContext, Findings } from './rules.ts';
import { findingText } from './words.ts';

const facts = bookFacts({ contents: [aContent(), aContent({ entryId: 'entry-2', nameJa: '居場所の応援' })] });
const workbook = await makeWorkbookBytes(facts);
const context = checkContext(facts);

/** Opened in this thread: the other one is tested where it lives. */
async function check(
  bytes: Uint8Array,
  changes: Partial<CheckContext & { workbookKey: string }> = {},
): Promise<Findings> {
  return checkOpened(await parseWorkbook(bytes), { ...context, ...changes });
}
/** A changed workbook, as `kind sheet!cell` of each error. */
async function errorsOf(
  changes: Parameters<typeof edited>[1],
  against: Partial<CheckContext> = {},
): Promise<string[]> {
  const { errors } = await check(edited(workbook, changes), against);
  return errors.map(({ kind, at }) => {
    const column = at?.column === undefined ? '' : String.fromCharCode(65 + at.column);
    return at ? `${kind} ${at.sheet}!${column}${at.row}` : kind;
  });
}
const values = (change: (xml: string) => string) => ({ [parts.values]: change });
const wording = (change: (xml: string) => string) => ({ [parts.words]: change });

test('a workbook that comes back untouched changes nothing, whatever it holds and in both languages', async () => {
  const number = fc.option(fc.integer({ min: 0, max: 999_999_999_999 }), { nil: undefined });
  const text = fc.stringMatching(/^[\p{L}\p{N} 、。\n<>&"'=+]{0,40}$/u);
  const months = monthsOfFiscalYear(2024);
  const content = fc.record({
    year: number,
    rate: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
    months: fc.array(number, { minLength: 12, maxLength: 12 }),
    summary: text,
    evaluation: text,
    nextStep: text,
    rating: fc.constantFrom(null, 'good', 'fair', 'late'),
    status: fc.constantFrom('owed', 'draft', 'returned', 'submitted', 'accepted'),
    lang: fc.constantFrom('ja', 'en'),
  });
  await fc.assert(
    fc.asyncProperty(content, async (given) => {
      const base = aContent();
      const valuesOf = (kind: string, rhythm: string) =>
        rhythm === 'month'
          ? Object.fromEntries(months.map((month, index) => [month, given.months[index]]))
          : { '2024': kind === 'rate' && given.rate !== undefined ? given.rate / 10_000 : given.year };
      const measures = base.measures.map((measure) => ({
        ...measure,
        values: Object.fromEntries(
          Object.entries(valuesOf(measure.kind, measure.rhythm)).filter(([, value]) => value !== undefined),
        ) as Record<string, number>,
      }));
      const { summary, evaluation, nextStep, rating, status, lang } = given;
      const contents = [{ ...base, measures, summary, evaluation, nextStep, rating, status }];
      const made = bookFacts({ lang, contents });
      const sheets = await parseWorkbook(await makeWorkbookBytes(made));
      expect(checkOpened(sheets, checkContext(made))).toMatchObject({ changes: [], errors: [] });
    }),
    { numRuns: 60 },
  );
});

test('a file is opened and checked in one go, or refused when it is no workbook', async () => {
  expect(await checkWorkbook(workbook, context)).toMatchObject({ ok: true, value: { errors: [] } });
  const text = new TextEncoder().encode('事業,件数');
  expect(await checkWorkbook(text, context)).toEqual({ ok: false, refusal: 'not-a-workbook' });
});

describe('what was filled in', () => {
  test('is found cell by cell, with what stood there before', async () => {
    const bytes = edited(workbook, {
      [parts.values]: (xml) => withCell('P8', '<v>7</v>')(withCell('Q6', '<v>3200</v>')(xml)),
      [parts.words]: (xml) => withText('E5', 'やや遅れ')(withText('F6', '土曜も開く')(xml)),
    });
    const { changes, errors } = await check(bytes);
    expect(errors).toEqual([]);
    expect(changes).toEqual([
      expect.objectContaining({
        field: 'value:entry-1-calls:2024',
        before: '3115',
        after: '3200',
        at: { sheet: '実績', row: 6, column: 16, heading: '2024' },
      }),
      expect.objectContaining({
        field: 'value:entry-1-people:2025-03',
        before: null,
        after: '7',
        program: '夜の相談',
      }),
      expect.objectContaining({ field: 'rating', before: 'good', after: 'late' }),
      expect.objectContaining({
        entryId: 'entry-2',
        field: 'nextStep',
        before: null,
        after: '土曜も開く',
        at: { sheet: '評価', row: 6, column: 5, heading: 'nextStep' },
      }),
    ]);
  });

  test('may be typed in full-width digits with commas, and an emptied cell takes the value away', async () => {
    const { changes, errors } = await check(
      edited(
        workbook,
        values((xml) => withText('Q6', '１，２３４')(withCell('E7', '')(xml))),
      ),
    );
    expect(errors).toEqual([]);
    expect(changes.map(({ field, after }) => [field, after])).toEqual([
      ['value:entry-1-calls:2024', '1234'],
      ['value:entry-1-visits:2024-04', null],
    ]);
  });

  test('in the sum of the months is never read: it is Excel’s', async () => {
    expect(
      await check(edited(workbook, values(withCell('Q7', '<f>SUM(E7:P7)</f><v>99999</v>')))),
    ).toMatchObject({ changes: [], errors: [] });
  });
});

test.each([
  ['text where a number belongs', withText('Q6', 'およそ三千'), 'not-a-number 実績!Q6'],
  ['a negative number', withCell('Q6', '<v>-5</v>'), 'negative 実績!Q6'],
  ['decimals where a whole number belongs', withCell('E7', '<v>1.5</v>'), 'not-whole 実績!E7'],
  ['a rate finer than four decimals', withCell('Q9', '<v>85.123456</v>'), 'too-fine 実績!Q9'],
  ['a formula, although its value is there', withCell('Q6', '<f>3000+115</f><v>3115</v>'), 'formula 実績!Q6'],
  ['an error value', withCell('Q6', '<v>#REF!</v>', 'e'), 'error-value 実績!Q6'],
  ['a number too large to be true', withCell('Q6', '<v>1E+20</v>'), 'too-large 実績!Q6'],
  ['a value in a cell that is not asked', withCell('E6', '<v>3</v>'), 'not-asked 実績!E6'],
  [
    'something below the table',
    (xml: string) => xml.replace('</sheetData>', '<row r="40"><c r="C40"><v>5</v></c></row></sheetData>'),
    'row-without-id 実績!40',
  ],
])('%s is named by sheet, row and column', async (_, change, expected) => {
  expect(await errorsOf(values(change))).toEqual([expected]);
});

describe('rows and columns that were touched', () => {
  test('a row of another bureau’s program is unknown, and its own row is missed', async () => {
    expect(await errorsOf(values(withText('A6', 'measure-of-another-bureau')))).toEqual([
      'row-unknown 実績!6',
      'row-missing',
    ]);
  });
  test('a deleted row and a doubled row are named', async () => {
    expect(await errorsOf(values((xml) => xml.replace(/<row r="9".*?<\/row>/, '')))).toEqual(['row-missing']);
    expect(await errorsOf(values(withText('A7', 'entry-1-calls')))).toEqual([
      'row-twice 実績!7',
      'row-missing',
    ]);
  });
  test('moved columns are seen, and nothing is read from that sheet', async () => {
    const swapped = (xml: string) => withText('F1', '2024-04')(withText('E1', '2024-05')(xml));
    expect(await errorsOf(values(swapped))).toEqual(['columns-moved 実績!4']);
  });
  test('rows in another order are read all the same', async () => {
    const sorted = (xml: string) =>
      xml.replace(/(<row r=")(6)(".*?<\/row>)(<row r=")(7)(".*?<\/row>)/, (_, a, _six, b, c, _seven, d) => {
        const renumber = (row: string, to: string) => row.replace(/r="([A-Z]+)\d+"/g, `r="$1${to}"`);
        return `${c}6${renumber(d, '6')}${a}7${renumber(b, '7')}`;
      });
    expect(await check(edited(workbook, values(sorted)))).toMatchObject({ changes: [], errors: [] });
  });
  test('a missing sheet is named', async () => {
    const { errors } = await check(edited(workbook, wording(withText('A1', 'gone'))));
    expect(errors.map((error) => findingText('ja', error))).toEqual([
      '「評価」のシートがありません。シートを消さずに、全体を戻してください',
    ]);
  });
});

describe('words', () => {
  test('a rating that the year does not have is refused, its name in the other language is understood', async () => {
    expect(await errorsOf(wording(withText('E5', 'とても良い')))).toEqual(['rating-unknown 評価!E5']);
    const { changes } = await check(edited(workbook, wording(withText('E5', 'Mostly on track'))));
    expect(changes.map(({ after }) => after)).toEqual(['fair']);
  });
  test('a text that is too long is refused with its length', async () => {
    const { errors } = await check(edited(workbook, wording(withText('C5', 'あ'.repeat(4001)))));
    expect(errors.map((error) => findingText('ja', error))).toEqual([
      '4001文字あります。4000文字までにしてください',
    ]);
  });
  test('line breaks of another program are no change', async () => {
    const windows = withText('D5', '夜に電話できることが知られ、_x000D_\n相談が増えた。 ');
    expect(await check(edited(workbook, wording(windows)))).toMatchObject({ changes: [], errors: [] });
  });
});

describe('a workbook that does not belong here', () => {
  const only = async (bytes: Uint8Array, changes: Parameters<typeof check>[1] = {}) => {
    const { errors, changes: found } = await check(bytes, changes);
    expect(found).toEqual([]);
    return errors.map(({ kind }) => kind);
  };
  test('of another round, of another bureau, of a closed round', async () => {
    expect(await only(workbook, { roundId: 'round-2' })).toEqual(['other-round']);
    expect(await only(workbook, { organisationId: 'bureau-2' })).toEqual(['other-bureau']);
    expect(await only(workbook, { roundOpen: false })).toEqual(['round-closed']);
  });
  test('with a tampered id, version or seal in its hidden sheet', async () => {
    const key = (change: (xml: string) => string) => edited(workbook, { [parts.key]: change });
    expect(await only(key(withText('B5', 'entry-of-another')))).toEqual(['seal-broken']);
    expect(await only(key(withText('C4', 'v9-other')))).toEqual(['seal-broken']);
    expect(await only(key(withText('B3', 'bureau-2')), { organisationId: 'bureau-2' })).toEqual([
      'seal-broken',
    ]);
    expect(await only(workbook, { workbookKey: Buffer.alloc(32, 8).toString('base64') })).toEqual([
      'seal-broken',
    ]);
  });
  test('without its hidden sheet, which is no workbook of ours', async () => {
    expect(await only(edited(workbook, { [parts.key]: withText('A1', '') }))).toEqual(['not-ours']);
  });
  test('whose hidden sheet another program shows in the list is still ours', async () => {
    const shown = edited(workbook, { 'xl/workbook.xml': (xml) => xml.replace('veryHidden', 'hidden') });
    expect(await check(shown)).toMatchObject({ changes: [], errors: [] });
  });
});

describe('what happened since it was taken', () => {
  const change = values(withCell('Q6', '<v>3200</v>'));
  const since = (changes: Partial<(typeof facts.contents)[number]>) => ({
    entries: facts.contents.map((content) =>
      content.entryId === 'entry-1' ? { ...content, ...changes } : content,
    ),
  });
  test('an old version is a conflict only for programs that it would change', async () => {
    expect(await errorsOf(change, since({ stamp: 'v2-new' }))).toEqual(['entry-changed 実績!6']);
    const other = values(withCell('Q11', '<v>1</v>'));
    expect(await errorsOf(other, since({ stamp: 'v2-new' }))).toEqual([]);
  });
  test('what is handed in cannot be changed', async () => {
    expect(await errorsOf(change, since({ status: 'submitted' }))).toEqual(['entry-handed-in 実績!6']);
  });
  test('a program or a measure that is gone is named', async () => {
    expect(await errorsOf(change, { entries: facts.contents.slice(0, 1) })).toContain('entry-gone 評価!6');
    const [first] = facts.contents;
    expect(await errorsOf(change, since({ measures: first?.measures.slice(1) ?? [] }))).toEqual([
      'measure-gone 実績!6',
    ]);
  });
});

test('every program is asked for exactly the periods that the form asks', () => {
  const asked = facts.contents[0]?.measures.map((measure) => askedPeriods(measure, 2024).length);
  expect(asked).toEqual([1, 12, 13, 1]);
  expect(yearWords.ratings).toHaveLength(3);
});
