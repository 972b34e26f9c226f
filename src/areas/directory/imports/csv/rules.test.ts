import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile } from '#platform/csv.ts';
import { csvLimits, readCsv } from './rules.ts';

const cells = (text: string, delimiter: ',' | '\t' = ',') => {
  const read = readCsv(text, delimiter);
  return read.ok ? read.value.map((row) => row.cells) : { refusal: read.refusal, ...read.facts };
};

describe('a file of comma-separated values', () => {
  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b","c""d"', [['a,b', 'c"d']]],
    ['"two\r\nlines",x', [['two\r\nlines', 'x']]],
    [
      'a,\nb,',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    [',', undefined],
    ['a"b,c', [['a"b', 'c']]],
    ['""', undefined],
    ['a\n\n\nb', [['a'], ['b']]],
    ['x\n"",""\ny', [['x'], ['y']]],
  ])('%j', (text, rows) => {
    expect(cells(text)).toEqual(rows ?? { refusal: 'file-empty' });
  });

  test('rows keep the number that a spreadsheet shows, blank ones counted', () => {
    const read = readCsv('a\n\n"b\nb"\nc', ',');
    expect(read.ok && read.value.map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  test('tabs separate when they are asked to', () => expect(cells('a,b\tc', '\t')).toEqual([['a,b', 'c']]));

  test.each([
    ['', 'file-empty', {}],
    ['a\n"b,c', 'quote-open', { row: 2, most: csvLimits.cellLetters }],
    ['a\nx,"b"c', 'quote-broken', { row: 2 }],
    [','.repeat(1_000_000), 'too-many-columns', { row: 1, most: csvLimits.columns }],
    ['x\n'.repeat(csvLimits.rows + 2), 'too-many-rows', { most: csvLimits.rows }],
    [`"${'x'.repeat(csvLimits.cellLetters + 1)}"`, 'cell-too-long', { row: 1, most: csvLimits.cellLetters }],
  ])('%.20j is refused: %s', (text, refusal, facts) => {
    const began = performance.now();
    expect(cells(text)).toEqual({ refusal, ...facts });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('ten megabytes of quotes are read in good time', () => {
    const began = performance.now();
    readCsv('"'.repeat(10_000_000), ',');
    readCsv(`"${'""'.repeat(5_000_000)}`, ',');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('a law: what we write is what we read', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '相', ',', '"', '\n', '\r\n', ' ', "'"),
      maxLength: 8,
    });
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const text = csvFile(['h', 'i', 'j'], rows).slice(1);
        const read = readCsv(text, ',');
        const kept = rows.filter((each) => each.some((value) => value.trim() !== ''));
        expect(read.ok && read.value.slice(1).map((each) => each.cells)).toEqual(kept);
      }),
    );
  });
});
