import type { Deck } from './deck.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { bytes: png, type: 'png', width: 4, height: 3 } as const;
const right = { x: 500, y: 80, width: 400, height: 180 };
/** A deck of every kind of thing. */
export const exampleDeck: Deck = {
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
