import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.ts';
import { foldHeading, readHeadings } from './headings.ts';
import { layouts } from './layouts.ts';

/** 「髙﨑①㈱,窓口」 as Excel in Japan saves it. */
const cp932 = new Uint8Array([0xfb, 0xfc, 0xfa, 0xb1, 0x87, 0x40, 0x87, 0x8a, 0x2c, 0x91, 0x8b, 0x8c, 0xfb]);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', utf8('名称,住所'), { text: '名称,住所', encoding: 'utf-8', delimiter: ',' }],
    [
      'UTF-8 with its mark',
      utf8('\ufeff名称,住所'),
      { text: '名称,住所', encoding: 'utf-8', delimiter: ',' },
    ],
    [
      'CP932 with letters that Shift_JIS has not',
      cp932,
      { text: '髙﨑①㈱,窓口', encoding: 'cp932', delimiter: ',' },
    ],
    [
      'UTF-16 with tabs',
      utf16('名称\t住所\r\n'),
      { text: '名称\t住所\r\n', encoding: 'utf-16', delimiter: '\t' },
    ],
    [
      'UTF-16, the other way round',
      new Uint8Array(Buffer.from('\ufeff名', 'utf16le').swap16()),
      { text: '名', encoding: 'utf-16', delimiter: ',' },
    ],
  ])('%s', (_, bytes, value) => expect(decodeText(bytes)).toEqual({ ok: true, value }));

  test.each([
    ['a NUL among letters', utf8('名称\u0000,住所')],
    ['UTF-16 without its mark', new Uint8Array(Buffer.from('名称,a', 'utf16le'))],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])],
    ['bytes of no encoding of ours', new Uint8Array([0xff, 0xff, 0xfe, 0x80, 0x80])],
    ['half a letter at the end', cp932.subarray(0, cp932.length - 1)],
  ])('%s is no text', (_, bytes) => expect(decodeText(bytes)).toEqual({ ok: false, refusal: 'not-text' }));
});

describe('headings', () => {
  test.each([
    ['名称（カナ）◎', '名称_カナ'],
    ['建物名等（方書）', '建物名等(方書)'],
    ['ＵＲＬ', 'url'],
    ['連絡先備考（その他、ＳＮＳなど）', '連絡先備考(その他、SNSなど)'],
    [' 電話 番号（必須）', '電話番号'],
  ])('%s is %s', (typed, official) => expect(foldHeading(typed)).toBe(foldHeading(official)));

  test.each(layouts.map((layout) => [layout.code, layout] as const))(
    'the layout %s is recognised by its own headings',
    (code, layout) => {
      const read = readHeadings(layout.columns.map(({ heading }) => heading));
      expect(read.layout.code).toBe(code);
      expect(read.fields).toEqual(layout.columns.map(({ field }) => field));
    },
  );

  test('real files: other brackets, other words, columns in any order, some that nobody knows', () => {
    const read = readHeadings(['備考', 'ＴＥＬ', '施設名称', '所在地', '緯度', '謎の列', '電話番号', '']);
    expect(read.fields).toEqual([
      undefined,
      'phone',
      'name',
      'address',
      'latitude',
      undefined,
      undefined,
      undefined,
    ]);
    expect(read.unread).toEqual(['備考', '謎の列', '電話番号']);
  });
});
