import type { Block, Line, Manuscript, ManuscriptFigure, Section } from '../manuscripts/manuscript.ts';

const figure = (
  id: string,
  label: string,
  value: number | null,
  unit: string,
  note = '',
): ManuscriptFigure => ({
  id,
  label,
  value,
  unit,
  shown: value === null ? '非公表' : `${value.toLocaleString('ja-JP')}${unit}`,
  note,
  section: 'program:desk',
});

const months = Array.from({ length: 12 }, (_, at) =>
  figure(`fmonth00000${(at + 10).toString(36)}`, `電話相談（${((at + 3) % 12) + 1}月）`, 180 + at * 14, '件'),
);
const figures = [
  figure('fphone00001', '電話相談', 3115, '件', '昨年度：2,980件'),
  figure('fphone00000', '電話相談（前年度）', 2980, '件'),
  figure('fmail000001', 'メール相談', 1398, '件'),
  figure('fmail000000', 'メール相談（前年度）', 1201, '件'),
  figure('fvisit00001', '来所相談', 103, '件'),
  figure('fvisit00000', '来所相談（前年度）', 96, '件'),
  figure('fshelter001', '一時保護', null, '人', '少数のため公表しません'),
  figure('frate000001', '満足した方の割合', 58.7, '％'),
  figure('fcount00001', '1の事業', 4, '事業'),
  figure('fcount00002', '2の事業', 46, '事業'),
  figure('fcount00000', '合計', 50, '事業'),
  figure('fmoney00001', '見守りの輪', 3509, '万円'),
  figure('fmoney00000', '合計', 171_097, '万円'),
  ...months,
];

const text = (words: string): Line => [{ text: words }];
const one = (id: string): Line => [{ figure: id }];

/** Longer than any slide: nothing of it may be lost. */
export const longVoice = Array.from(
  { length: 120 },
  (_, at) => `${at + 1}つ目の話。窓口で聞いてもらい、次に何をすればよいかが分かりました。`,
).join('');

const chart = (shape: 'column' | 'line', points: readonly (readonly [string, string | null])[]): Block => ({
  kind: 'chart',
  shape,
  caption: shape === 'line' ? '月ごとの相談（件）' : '相談の方法（件）',
  alternative: '電話が最も多く、メール、来所の順です。',
  unit: '件',
  series: [
    { name: '令和6年度', points: points.map(([label, id]) => ({ label, figure: id })) },
    ...(shape === 'column'
      ? [
          {
            name: '令和5年度',
            points: points.map(([label, id]) => ({ label, figure: id?.replace(/1$/, '0') ?? null })),
          },
        ]
      : []),
  ],
});

const desk: readonly Block[] = [
  {
    kind: 'figures',
    heading: '実績',
    ids: ['fphone00001', 'fmail000001', 'fvisit00001', 'fshelter001', 'frate000001'],
  },
  {
    kind: 'text',
    heading: '事業評価',
    paragraphs: [
      text(
        '漫画、漫画動画、広告及び周知カードにより相談窓口の周知を図り、支援に繋がっていない方に向けた認知を拡大した。',
      ),
      [{ text: '電話は' }, { figure: 'fphone00001' }, { text: 'となり、夜間の受付を延ばした後に増えた。' }],
    ],
  },
  chart('column', [
    ['電話', 'fphone00001'],
    ['メール', 'fmail000001'],
    ['来所', 'fvisit00001'],
  ]),
  chart(
    'line',
    months.map(({ id }, at) => [`${((at + 3) % 12) + 1}月`, at === 5 ? null : id]),
  ),
  {
    kind: 'voice',
    speaker: '利用した方',
    words: '夜でも話せました。\n次の日に、窓口まで一緒に来てくれました。',
  },
  { kind: 'picture', fileId: 'room', alternative: '居室の一例', caption: '居室の一例' },
];

const opening: readonly Section[] = [
  {
    id: 'title',
    kind: 'title',
    heading: '令和6年度の取組結果',
    blocks: [{ kind: 'text', paragraphs: [text('くらし支え合い推進本部'), text('第1版　令和7年7月31日')] }],
  },
  {
    id: 'headquarters',
    kind: 'headquarters',
    heading: 'くらし支え合い推進本部',
    blocks: [
      {
        kind: 'text',
        paragraphs: [text('生活に困る方への支援を、すべての局が自分ごととして進めます。')],
      },
      {
        kind: 'list',
        heading: '参加する局',
        items: ['福祉の局', '住まいの局', '産業の局', '教育の局'].map(text),
      },
    ],
  },
  {
    id: 'categories',
    kind: 'categories',
    heading: '令和6年度の取組結果　全体はおおむね順調',
    blocks: [
      {
        kind: 'table',
        caption: '区分ごとの事業',
        columns: [
          { heading: '区分', align: 'start' },
          { heading: '事業数', align: 'end' },
          { heading: '主な事業内容', align: 'start' },
        ],
        rows: [
          [
            text('1 困難な問題を抱える女性等への支援'),
            one('fcount00001'),
            text('自立支援に向けた居住等支援\n総合相談窓口の設置'),
          ],
          [text('2 孤独・孤立に陥っている方への支援'), one('fcount00002'), text('ポータルサイトの開設')],
          [text('合計'), one('fcount00000'), []],
        ],
      },
    ],
  },
  { id: 'program:desk', kind: 'program', heading: '女性総合相談窓口', blocks: desk },
];

const closing: readonly Section[] = [
  {
    id: 'program:garden',
    kind: 'program',
    heading: '長い声の事業',
    blocks: [
      { kind: 'text', heading: '事業評価', paragraphs: [text('続けて来る方が増えた。')] },
      { kind: 'voice', speaker: '来た方', words: longVoice },
    ],
  },
  {
    id: 'plan',
    kind: 'plan',
    heading: '令和7年度の取組予定',
    blocks: [
      { kind: 'figures', ids: ['fmoney00000'] },
      {
        kind: 'table',
        caption: '①声をあげやすい・かけやすい社会づくり',
        columns: [
          { heading: '事業', align: 'start' },
          { heading: '内容', align: 'start' },
          { heading: '予算額', align: 'end' },
        ],
        rows: [[text('新 見守りの輪'), text(longVoice), one('fmoney00001')]],
      },
    ],
  },
  {
    id: 'direction',
    kind: 'direction',
    heading: '今後の方向性',
    blocks: [
      { kind: 'list', heading: '柱', items: ['1 声をあげやすい社会', '2 切れ目のない支え'].map(text) },
    ],
  },
];

/** A manuscript with every kind of section and block: what no format may lose. */
export function aManuscript(change: Partial<Manuscript> = {}): Manuscript {
  return {
    format: 1,
    lang: 'ja',
    edition: { kind: 'results', fiscalYear: 2024, number: 1, publishedOn: '2025-07-31' },
    title: '令和6年度の取組結果',
    operator: '潮見県',
    headquarters: 'くらし支え合い推進本部',
    figures: Object.fromEntries(figures.map((each) => [each.id, each])),
    sections: [...opening, ...closing],
    ...change,
  };
}
