import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Book } from './book.ts';
import { readWorkbook } from './read.ts';
import { writeWorkbook } from './write.ts';

const book: Book = {
  title: '見本',
  author: '試験',
  sheets: [
    {
      name: '一',
      columns: [{ width: 10 }, { width: 10 }],
      rows: [
        {
          cells: [
            { value: '件数', look: 'heading' },
            { value: 12, look: 'input-number' },
          ],
        },
        { cells: [null, { value: 24, look: 'sum', formula: 'B1*2' }] },
      ],
    },
    {
      name: '奥',
      columns: [{ width: 10 }],
      rows: [{ cells: [{ value: '鍵', look: 'plain' }] }],
      veryHidden: true,
    },
  ],
};
const workbook = await writeWorkbook(book);
const parts = unzipSync(workbook);
const rezip = (changes: Record<string, string | Uint8Array>) =>
  zipSync({
    ...parts,
    ...Object.fromEntries(
      Object.entries(changes).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  });
const refusalOf = async (bytes: Uint8Array, limits?: Parameters<typeof readWorkbook>[1]) => {
  const read = await readWorkbook(bytes, limits);
  return read.ok ? 'read' : read.refusal;
};
const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const first = 'xl/worksheets/sheet1.xml';

test('what was written is read back, hidden sheets too, with formulas told from numbers', async () => {
  const read = await readWorkbook(workbook);
  expect(read).toEqual({
    ok: true,
    value: [
      {
        name: '一',
        rows: [
          [
            { kind: 'text', value: '件数' },
            { kind: 'number', value: 12 },
          ],
          [null, { kind: 'formula', value: 24 }],
        ],
      },
      { name: '奥', rows: [[{ kind: 'text', value: '鍵' }]] },
    ],
  });
});

test('readings above the letters (furigana), as Excel keeps them, are no part of the text', async () => {
  const shared =
    '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>順調</t><rPh sb="0" eb="2"><t>ジュンチョウ</t></rPh></si><si><t>鍵</t></si></sst>';
  const read = await readWorkbook(rezip({ 'xl/sharedStrings.xml': shared }));
  expect(read.ok && read.value[0]?.rows[0]?.[0]).toEqual({ kind: 'text', value: '順調' });
});

describe('what is no workbook', () => {
  test('is told apart: text, an old .xls, one with a password, a zip of something else', async () => {
    expect(await refusalOf(strToU8('id,value\n1,2\n'))).toBe('not-a-workbook');
    const container = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(600),
    ]);
    expect(await refusalOf(container)).toBe('old-format');
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'secret', spinCount: 10 },
    });
    expect(await refusalOf(locked)).toBe('encrypted');
    expect(await refusalOf(zipSync({ 'letter.txt': strToU8('hello') }))).toBe('not-a-workbook');
  });

  test('or is broken: cut off, or with XML that is none', async () => {
    expect(await refusalOf(workbook.slice(0, workbook.length / 2))).toBe('damaged');
    expect(await refusalOf(rezip({ 'xl/workbook.xml': '<workbook' }))).toBe('damaged');
  });
});

test('a flipped bit is found by the sum of its part', async () => {
  const stored = zipSync(parts, { level: 0 });
  const text = Buffer.from(stored);
  const at = text.indexOf('</worksheet>') - 20;
  text[at] = (text[at] ?? 0) ^ 1;
  expect(await refusalOf(text)).toBe('damaged');
});

describe('hostile packages', () => {
  test('a zip bomb is refused before it is inflated', async () => {
    const bomb = rezip({ 'xl/media/zeros.bin': new Uint8Array(70 * 1_048_576) });
    expect(bomb.byteLength).toBeLessThan(200_000);
    const started = performance.now();
    expect(await refusalOf(bomb)).toBe('too-large');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('a bomb that lies about its size yields no more than it said', async () => {
    const bomb = rezip({ [first]: sheet(`<row r="1">${' '.repeat(40 * 1_048_576)}</row>`) });
    const lie = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    const name = Buffer.from(bomb).lastIndexOf(first);
    lie.setUint32(name - 46 + 24, 1000, true);
    expect(await refusalOf(bomb)).toBe('damaged');
  });

  test('too many parts, names that lead out of the package and doubled names are refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, index) => [`xl/media/${index}.bin`, 'x']),
    );
    expect(await refusalOf(rezip(many))).toBe('too-large');
    for (const name of ['../evil.xml', '/etc/evil.xml', 'xl\\evil.xml', 'c:evil.xml'])
      expect(await refusalOf(rezip({ [name]: 'x' }))).toBe('unsafe-package');
    const doubled = rezip({ 'xl/workbook.xmk': 'x' });
    const twice = Buffer.from(doubled).toString('latin1').replaceAll('xl/workbook.xmk', 'xl/workbook.xml');
    expect(await refusalOf(Buffer.from(twice, 'latin1'))).toBe('unsafe-package');
  });

  test('a sheet that claims billions of cells ends in a refusal, not in a dead process', async () => {
    const corners = sheet(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    );
    expect(['damaged', 'too-large', 'read']).toContain(await refusalOf(rezip({ [first]: corners })));
    const wide = sheet(
      Array.from(
        { length: 20_000 },
        (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
      ).join(''),
    );
    expect(['damaged', 'too-large']).toContain(await refusalOf(rezip({ [first]: wide })));
  });

  test('entities are not expanded', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${'ha'.repeat(1000)}">${'bcdefgh'
      .split('')
      .map((n, i) => `<!ENTITY ${n} "${`&${'abcdefg'[i]};`.repeat(100)}">`)
      .join(
        '',
      )}]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&h;</t></is></c></row></sheetData></worksheet>`;
    const started = performance.now();
    const read = await readWorkbook(rezip({ [first]: laughs }));
    expect(performance.now() - started).toBeLessThan(3000);
    const text = read.ok ? String(read.value[0]?.rows[0]?.[0]?.value ?? '') : '';
    expect(text.length).toBeLessThan(10_000);
  });

  test('time and memory end a reading that takes too much', async () => {
    expect(await refusalOf(workbook, { seconds: 0.001, megabytes: 256 })).toBe('too-slow');
    const large = sheet(
      Array.from(
        { length: 15_000 },
        (_, row) =>
          `<row r="${row + 1}">${Array.from({ length: 20 }, (__, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}"><v>${row}</v></c>`).join('')}</row>`,
      ).join(''),
    );
    expect(await refusalOf(rezip({ [first]: large }), { seconds: 20, megabytes: 16 })).toBe('too-large');
    expect(await refusalOf(rezip({ [first]: large }))).toBe('read');
  });
});
