import { describe, expect, test } from 'vitest';
import { outlookOf } from '../editions/make-content.ts';
import { pathsOf } from '../figures/paths-of.ts';
import { measureFigure, planRowFigure, planTotalFigure, programsFigure } from '../figures/named.ts';
import { inOrder, type ManuscriptEdits, noEdits, ownChoice } from './edits.ts';
import { aContent, aPlan, nightDesk, wings } from './fixtures.ts';
import { type Block, lineText, type Manuscript } from './manuscript.ts';
import { manuscriptOf } from './manuscript-of.ts';
import { voiceKey } from './program-section.ts';

const printing = { number: 1, publishedOn: '2025-07-31' };
const make = (edits: Partial<ManuscriptEdits> = {}, content = aContent()) =>
  manuscriptOf(content, { ...noEdits, ...edits }, 'ja', printing);
const section = (manuscript: Manuscript, id: string) => {
  const found = manuscript.sections.find((each) => each.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};
const textUnder = (manuscript: Manuscript, id: string, heading: string) =>
  section(manuscript, id).blocks.flatMap((block) =>
    block.kind === 'text' && block.heading === heading
      ? block.paragraphs.map((line) => lineText(manuscript, line, block.lang))
      : [],
  );
const blocks = <K extends Block['kind']>(manuscript: Manuscript, id: string, kind: K) =>
  section(manuscript, id).blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

describe('the results of a year', () => {
  test('stand in the order of the source deck, every program in a section of its own', () => {
    const ids = make().sections.map(({ id }) => id);
    expect(ids).toEqual([
      'title',
      'headquarters',
      'place',
      'categories',
      'program:night-desk',
      'program:wings',
    ]);
  });

  test('end with next year’s plan by pillars with yen, and where this is going in the secretariat’s words', () => {
    const content = aContent();
    const { pillars, plan } = aPlan().head;
    const outlook = outlookOf(2025, { pillars, plan });
    if (!outlook) throw new Error('the plan has rows');
    const head = { ...content.head, outlook };
    const manuscript = make(
      { texts: { direction: { ja: '夜も開く窓口を広げます。', en: '' } } },
      { ...content, head },
    );
    expect(manuscript.sections.slice(-2).map(({ id }) => id)).toEqual(['plan', 'direction']);
    const tables = blocks(manuscript, 'plan', 'table');
    const total = tables
      .at(-1)
      ?.rows.at(-1)
      ?.map((line) => lineText(manuscript, line));
    expect(total).toEqual(['合計', lineText(manuscript, [{ figure: planTotalFigure(2025, null) }])]);
    expect(total?.[1]).toMatch(/円$/);
    expect(tables[0]?.columns).toHaveLength(2);
    const [said] = blocks(manuscript, 'direction', 'text');
    expect(said?.paragraphs.map((line) => lineText(manuscript, line))).toEqual(['夜も開く窓口を広げます。']);
    expect(pathsOf({ ...content, head }).map(({ id }) => id)).toContain(planTotalFigure(2025, null));
  });

  test('show each category with how many programs it has, and the total, by name', () => {
    const manuscript = make();
    const [table] = blocks(manuscript, 'categories', 'table');
    const said = table?.rows.map((row) => row.map((line) => lineText(manuscript, line)));
    expect(said).toEqual([
      ['1 住まいを支える', '2事業', '夜の窓口'],
      ['合計', '2事業', ''],
    ]);
    expect(table?.rows[1]?.[1]).toEqual([{ figure: programsFigure(2024, null) }]);
  });

  test.each([
    ['ja', 'phone', '63,468件', '昨年度 38,576件'],
    ['en', 'phone', '63,468 cases', 'last year 38,576 cases'],
    ['ja', 'people', '延べ207人', ''],
    ['en', 'people', '207 people (total)', ''],
    ['ja', 'yen', '5,398,643円', ''],
  ] as const)('in %s the number %s is printed %s', (lang, thread, shown, note) => {
    const figure = manuscriptOf(aContent(), noEdits, lang, printing).figures[measureFigure(2024, thread)];
    expect(figure).toMatchObject({ shown, note });
  });

  test('name every number: no typed digit stands among the results, charts name points and last year leads to this', () => {
    const manuscript = make();
    expect(blocks(manuscript, 'program:night-desk', 'figures').map(({ ids }) => ids.length)).toEqual([2, 1]);
    const [year, months] = blocks(manuscript, 'program:night-desk', 'chart');
    expect(year?.series.map(({ name }) => name)).toEqual(['令和5年度', '令和6年度']);
    expect(months?.series[0]?.points).toEqual([
      { label: '4月', figure: measureFigure(2024, 'phone', '2024-04') },
      { label: '5月', figure: null },
      { label: '6月', figure: measureFigure(2024, 'phone', '2024-06') },
    ]);
    expect(months?.alternative).toContain('4月 12件、5月 記載なし、6月 30件');
    expect(manuscript.figures[measureFigure(2023, 'phone')]?.path).toBe(measureFigure(2024, 'phone'));
    const named = [year, months].flatMap((chart) =>
      (chart?.series ?? []).flatMap(({ points }) => points.map(({ figure }) => figure)),
    );
    expect(named.filter((id) => id !== null && !manuscript.figures[id])).toEqual([]);
  });

  test('say what a program without results has not', () => {
    const bare = wings({ measures: [], summary: '' });
    const manuscript = make({}, aContent([bare]));
    expect(textUnder(manuscript, 'program:wings', '実績')).toEqual(['この年度の数字は記載されていません。']);
    expect(textUnder(manuscript, 'program:wings', '事業評価')).toEqual(['評価の文章は記載されていません。']);
  });

  test('of a year without programs are a document still', () => {
    expect(make({}, aContent([])).sections.map(({ id }) => id)).toEqual([
      'title',
      'headquarters',
      'categories',
    ]);
  });

  test('keep a voice of 20,000 letters whole', () => {
    const words = 'あ'.repeat(20_000);
    const manuscript = make({}, aContent([nightDesk({ voices: [{ speaker: '方', words }] })]));
    expect(blocks(manuscript, 'program:night-desk', 'voice')[0]?.words).toBe(words);
  });
});

test('the plan shows each pillar with its money, what it comes to, and the pillars as the direction', () => {
  const manuscript = make({}, aPlan());
  expect(manuscript.sections.map(({ id }) => id)).toEqual(['title', 'headquarters', 'plan', 'direction']);
  const said = blocks(manuscript, 'plan', 'table').map(({ rows }) =>
    rows.map((row) => row.map((line) => lineText(manuscript, line)).join(' ')),
  );
  expect(said).toEqual([
    ['新 見守りの輪 見守りの輪の内容 3,509万円'],
    ['新 新生活の応援 新生活の応援の内容 316万円', '新 仕事の体験 仕事の体験の内容 50万円'],
    ['続けている支え 続けている支えの内容 10億1,319万円'],
    [
      '1 声をあげやすい社会 3,509万円',
      '2 切れ目のない支え 366万円',
      'その他 10億1,319万円',
      '合計 10億5,194万円',
    ],
  ]);
  expect(manuscript.figures[planTotalFigure(2025, null)]?.value).toBe(1_051_940_000);
  const [first] = aPlan().head.plan;
  expect(first && manuscript.figures[planRowFigure(2025, first)]?.shown).toBe('3,509万円');
});

describe('edits', () => {
  const mark = (sentence: string, figure: string) => ({
    where: 'program:night-desk:evaluation',
    sentence,
    nth: 0,
    is: { figure },
  });

  test('make a typed number the figure that it is, with its unit; hours stay as they are', () => {
    const marks = [mark('電話は63,468件になりました。', measureFigure(2024, 'phone'))];
    const manuscript = make({ marks });
    const [text] = blocks(manuscript, 'program:night-desk', 'text').filter(
      ({ source }) => source === 'program:night-desk:evaluation',
    );
    expect(text?.paragraphs).toEqual([
      [{ text: '電話は' }, { figure: measureFigure(2024, 'phone') }, { text: 'になりました。' }],
      [{ text: '受付を22時から24時へ延ばしました。' }],
    ]);
    const english = manuscriptOf(aContent(), { ...noEdits, marks }, 'en', printing);
    expect(textUnder(english, 'program:night-desk', 'Evaluation')[0]).toBe('電話は63,468件になりました。');
  });

  test('take the 延べ before a number with it', () => {
    const marks = [
      {
        where: 'program:wings:summary',
        sentence: '延べ207人に届けました。',
        nth: 0,
        is: { figure: measureFigure(2024, 'people') },
      },
    ];
    expect(textUnder(make({ marks }), 'program:wings', '行ったこと')).toEqual(['延べ207人に届けました。']);
  });

  test.each([
    ['whose value is another', measureFigure(2024, 'line'), '電話は63,468件になりました。'],
    ['whose sentence was changed', measureFigure(2024, 'phone'), '電話は減りました。'],
    ['that is in no year', 'f00000000000', '電話は63,468件になりました。'],
  ])('leave a number alone %s', (_, figure, sentence) => {
    const manuscript = make({ marks: [mark(sentence, figure)] });
    const [text] = blocks(manuscript, 'program:night-desk', 'text').filter(
      ({ source }) => source === 'program:night-desk:evaluation',
    );
    expect(text?.paragraphs[0]).toEqual([{ text: '電話は63,468件になりました。' }]);
  });

  test('move, leave out and add sections, with numbers by name', () => {
    const figure = measureFigure(2024, 'phone');
    const manuscript = make({
      order: ['title', 'added:1', 'categories'],
      leftOut: ['place'],
      added: ['added:1'],
      headings: { 'added:1': { ja: 'はじめに', en: '' } },
      texts: { 'added:1': { ja: `電話は{${figure}}でした。\n{f00000000000}`, en: '' } },
    });
    expect(manuscript.sections.map(({ id }) => id).slice(0, 3)).toEqual(['title', 'headquarters', 'added:1']);
    expect(manuscript.sections.some(({ id }) => id === 'place')).toBe(false);
    const [text] = blocks(manuscript, 'added:1', 'text');
    expect(text?.paragraphs.map((line) => lineText(manuscript, line))).toEqual([
      '電話は63,468件でした。',
      '{f00000000000}',
    ]);
  });

  test('choose the form of charts, voices and pictures', () => {
    const [voice] = nightDesk().voices;
    const choice = {
      chart: 'column',
      voicesLeftOut: [voice ? voiceKey(voice) : ''],
      picturesLeftOut: ['file'],
    };
    const manuscript = make({ programs: { 'night-desk': { ...ownChoice, ...choice, chart: 'column' } } });
    expect(blocks(manuscript, 'program:night-desk', 'chart').map(({ shape }) => shape)).toEqual([
      'column',
      'column',
    ]);
    expect(blocks(manuscript, 'program:night-desk', 'voice')).toEqual([]);
    expect(blocks(manuscript, 'program:night-desk', 'picture')).toEqual([]);
    const none = make({ programs: { 'night-desk': { ...ownChoice, chart: 'none' } } });
    expect(blocks(none, 'program:night-desk', 'chart')).toEqual([]);
  });
});

test.each([
  [[], 'abcd'],
  [['c', 'a', 'b', 'd'], 'cabd'],
  [['c', 'a', 'd'], 'cabd'],
  [['b', 'gone', 'c', 'd'], 'abcd'],
])('moved as %j the sections stand as %s', (order, expected) => {
  const natural = 'abcd'.split('').map((id) => ({ id }));
  expect(
    inOrder(natural, order)
      .map(({ id }) => id)
      .join(''),
  ).toBe(expected);
});
