import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import type { Deck } from './deck.ts';
import { lintDeck } from './lint.testing.ts';
import { writeDeck } from './write.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { bytes: png, type: 'png', width: 4, height: 3 } as const;
const right = { x: 500, y: 80, width: 400, height: 180 };
const deck: Deck = {
  title: '報告 & <見本>',
  author: '県',
  lang: 'ja',
  on: '2025-07-31',
  footer: '見本',
  slides: [
    {
      layout: 'title',
      title: '報告',
      subtitle: [{ size: 18, runs: [{ text: '令和7年7月31日' }] }],
      items: [],
      notes: [],
    },
    {
      layout: 'content',
      title: '相談 “夜” & <朝>',
      items: [
        {
          kind: 'text',
          box: { x: 36, y: 80, width: 400, height: 60 },
          paragraphs: [
            {
              size: 14,
              bullet: true,
              runs: [{ text: '一行目\n二行目\u0000\ud800' }, { text: '強調', bold: true, color: 'strong' }],
            },
          ],
        },
        {
          kind: 'table',
          box: { x: 36, y: 150, width: 300, height: 60 },
          name: '区分',
          columns: [
            { width: 200, align: 'left' },
            { width: 100, align: 'right' },
          ],
          head: {
            height: 25,
            cells: ['区分', '数'].map((text) => [{ size: 12, runs: [{ text, bold: true }] }]),
          },
          rows: [{ height: 25, cells: [[{ size: 12, runs: [{ text: '住まい' }] }], []] }],
        },
        {
          kind: 'chart',
          box: right,
          shape: 'column',
          title: '相談件数',
          alternative: '電話が多い',
          labels: ['電話', 'メール'],
          series: [
            { name: '令和6年度', values: [3115, null] },
            { name: '令和5年度', values: [-1.5, 2] },
          ],
        },
        {
          kind: 'chart',
          box: right,
          shape: 'line',
          title: '月',
          alternative: '月ごと',
          labels: ['4月'],
          series: [{ name: '電話', values: [1] }],
        },
        { kind: 'picture', box: right, alternative: '部屋', picture },
        { kind: 'picture', box: right, alternative: '同じ部屋', picture },
      ],
      footnote: [{ text: '出どころ', link: 'https://example.jp/figures/f1?a=1&b=2' }],
      notes: ['電話 3,115件（f1）'],
    },
  ],
};
const bytes = await writeDeck(deck);

test('nothing in a deck of every kind of thing needs a repair', () => {
  expect(lintDeck(bytes)).toEqual([]);
});

test('the same deck gives the same bytes, at another time too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
  expect(Buffer.from(await writeDeck(deck)).equals(Buffer.from(bytes))).toBe(true);
  vi.useRealTimers();
});

test('a picture that stands twice is kept once, and a chart brings the workbook that it is edited in', () => {
  const names = Object.keys(unzipSync(bytes));
  expect(names.filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png']);
  expect(names.filter((name) => name.startsWith('ppt/embeddings/'))).toHaveLength(2);
});

test.each<[string, string, RegExp | string, string, RegExp]>([
  [
    'a type of what is not there',
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x"/></Types>',
    /is not there/,
  ],
  ['a shape without its text', 'ppt/slides/slide2.xml', '<a:lstStyle/>', '', /lacks a:lstStyle/],
  [
    'an empty line',
    'ppt/slides/slide2.xml',
    '<a:noFill/></a:lnL>',
    '</a:lnL>',
    /lacks a:noFill or a:solidFill/,
  ],
  [
    'a ground without effects',
    'ppt/slideMasters/slideMaster1.xml',
    '<a:effectLst/></p:bgPr>',
    '</p:bgPr>',
    /lacks a:effectLst/,
  ],
  [
    'children in another order',
    'ppt/charts/chart1.xml',
    /(<c:cat>.*?<\/c:cat>)(<c:val>.*?<\/c:val>)/,
    '$2$1',
    /where it may not stand/,
  ],
  ['two shapes of one id', 'ppt/slides/slide2.xml', 'id="3"', 'id="2"', /two shapes 2/],
  [
    'a link that leads nowhere',
    'ppt/slides/slide2.xml',
    /r:embed="rId\d+"/,
    'r:embed="rId99"',
    /rId99, which points nowhere/,
  ],
  ['a row with a cell too few', 'ppt/slides/slide2.xml', /<a:tc>.*?<\/a:tc>/, '', /row of 1 cells/],
  ['a picture without words', 'ppt/slides/slide2.xml', 'descr="部屋"', '', /says nothing/],
  ['a shape beyond the slide', 'ppt/slides/slide2.xml', 'x="6350000"', 'x="9350000"', /beyond the slide/],
])('%s is found', (_, part, from, to, problem) => {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  const found = lintDeck(zipSync({ ...files, [part]: strToU8(after) }));
  expect(found.join('\n')).toMatch(problem);
});
