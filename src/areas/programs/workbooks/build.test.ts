import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '#ui/workbook/write.ts';
import { buildWorkbook } from './build.ts';
import { aContent, bookFacts, parts, rowOf } from './fixtures.ts';

describe('the workbook that a bureau takes', async () => {
  const locked = aContent({ entryId: 'entry-2', nameJa: '朝の相談', status: 'submitted' });
  const bytes = await writeWorkbook(buildWorkbook(bookFacts({ contents: [aContent(), locked] })));
  const files = unzipSync(bytes);
  const xml = (part: string) => strFromU8(files[part] as Uint8Array);
  /** Whether somebody can type into a cell while the sheet is protected. */
  const isOpen = (part: string, reference: string) => {
    const style = Number(new RegExp(`<c r="${reference}"[^>]*? s="(\\d+)"`).exec(xml(part))?.[1]);
    const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml('xl/styles.xml'))?.[1] ?? '';
    const format = [...formats.matchAll(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs)][style]?.[0] ?? '';
    return format.includes('locked="0"');
  };

  test('is protected sheet by sheet, and its structure as a whole', () => {
    for (const name of Object.keys(files).filter((part) => /worksheets\/sheet\d+\.xml/.test(part)))
      expect(xml(name), name).toMatch(/<sheetProtection[^>]*\bsheet="(1|true)"/);
    expect(xml('xl/workbook.xml')).toMatch(/<workbookProtection[^>]*lockStructure="(1|true)"/);
  });

  test('is open exactly where something is asked of the bureau', () => {
    const calls = rowOf(bytes, parts.values, '電話相談');
    expect(isOpen(parts.values, `Q${calls}`)).toBe(true);
    // Last year's value, the label, and a month of a measure that is told by year.
    for (const column of ['B', 'C', 'D', 'E']) expect(isOpen(parts.values, `${column}${calls}`)).toBe(false);
    const words = rowOf(bytes, parts.words, '夜の相談');
    for (const column of ['C', 'D', 'E', 'F']) expect(isOpen(parts.words, `${column}${words}`)).toBe(true);
    expect(isOpen(parts.words, `B${words}`)).toBe(false);
  });

  test('is closed where something was handed in', () => {
    const row = rowOf(bytes, parts.words, '夜の相談') + 1;
    expect(xml('xl/sharedStrings.xml')).toContain('朝の相談\n【提出ずみ】');
    for (const column of ['C', 'D', 'E', 'F']) expect(isOpen(parts.words, `${column}${row}`)).toBe(false);
  });

  test('offers the ratings of the year to choose from, and takes only numbers where numbers belong', () => {
    expect(xml(parts.words)).toMatch(
      /<dataValidation[^>]*type="list".*?<formula1>[^<]*_tsunagi[^<]*<\/formula1>/s,
    );
    expect(xml(parts.key)).toContain('<v>');
    const numbers = [...xml(parts.values).matchAll(/<dataValidation [^>]*type="(\w+)"/g)].map(
      ([, type]) => type,
    );
    expect(new Set(numbers)).toEqual(new Set(['whole', 'decimal']));
  });

  test('hides its ids: in the first column, and in a sheet that Excel does not list', () => {
    expect(xml('xl/workbook.xml')).toMatch(/<sheet [^>]*name="_tsunagi"[^>]*state="veryHidden"/);
    for (const part of [parts.values, parts.words])
      expect(xml(part)).toMatch(/<col [^>]*min="1"[^>]*hidden="(1|true)"/);
  });
});
