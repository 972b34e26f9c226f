import { describe, expect, test } from 'vitest';
import type { DeckItem } from '#ui/deck/deck.ts';
import { deckOf } from './deck.ts';
import { aManuscript } from './fixtures.ts';
import { fill } from './flow.ts';
import { enlarged, type Piece, sizes, widthsOf } from './pieces.ts';
import type { Block, Section } from '../manuscripts/manuscript.ts';

const box = { x: 0, y: 0, width: 888, height: 402 };

const line = (text: string, heading = false): Piece => ({
  kind: 'paragraph',
  refs: [],
  heading,
  paragraph: { size: 14, runs: [{ text }] },
});
const lines = (count: number) => Array.from({ length: count }, (_, at) => line(`${at + 1}行目`));

function table(rows: number): Extract<Piece, { kind: 'table' }> {
  const cell = (text: string) => [{ size: 12, runs: [{ text }] }];
  return {
    kind: 'table',
    name: '区分',
    head: ['区分', '事業数'],
    aligns: ['left', 'right'],
    columns: [{ share: 1 }, { ems: 6 }],
    size: 12,
    rows: Array.from({ length: rows }, (_, at) => ({
      refs: [],
      cells: [cell(`区分${at + 1}`), cell('4事業')],
    })),
  };
}
const rowsOn = (items: readonly DeckItem[]) =>
  items.flatMap((item) => (item.kind === 'table' ? [item.rows.length] : []));

describe('a table', () => {
  test('goes on with its heading as a whole, where the slide has something to show without it', () => {
    const { items, rest } = fill([...lines(10), line('■ 区分ごと', true), table(10)], box);
    expect(rowsOn(items)).toEqual([]);
    expect(rest.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
    expect(rowsOn(fill(rest, box).items)).toEqual([10]);
  });

  test('begins where the slide would be almost empty without it, and leaves no row alone', () => {
    const head = [line('一行', false), line('■ 区分ごと', true)];
    const first = fill([...head, table(13)], box);
    expect(first.rest).toEqual([]);
    for (const rows of [14, 15, 16]) {
      const { items, rest } = fill([...head, table(rows)], box);
      const [here = 0] = rowsOn(items);
      const left = rest.flatMap((piece) => (piece.kind === 'table' ? [piece.rows.length] : []));
      expect(here + (left[0] ?? 0)).toBe(rows);
      expect(left).not.toContain(1);
    }
  });

  test('gives numbers what they need and the rest to the words; a label and its number are not far apart', () => {
    const [words = 0, numbers = 0] = widthsOf(table(1), 888);
    expect([words, numbers]).toEqual([888 - 72, 72]);
    expect(widthsOf({ columns: [{ share: 1 }, { ems: 60 }], size: 12 }, 400)).toEqual([200, 200]);
    expect(widthsOf({ columns: [{ share: 1 }, { share: 1 }], size: 12, most: 640 }, 888)).toEqual([320, 320]);
    expect(widthsOf({ columns: [{ ems: 1 }, { ems: 3 }], size: 12 }, 400)).toEqual([100, 300]);
  });
});

test('no letters become smaller than those of a note', () => {
  for (const piece of enlarged([...lines(1), table(2)], 0.5))
    for (const { size } of piece.kind === 'paragraph' ? [piece.paragraph] : [])
      expect(size).toBe(sizes.small);
});

describe('a case', () => {
  const surroundings = { figuresUrl: 'https://tsunagi.example/figures/', pictures: new Map() };
  const text = (heading: string, words: string): Block => ({
    kind: 'text',
    heading,
    paragraphs: [[{ text: words }]],
  });
  const slidesOf = (blocks: readonly Block[]) => {
    const manuscript = aManuscript();
    const section: Section = { id: 'program:own', kind: 'program', heading: '夜の窓口', blocks };
    return deckOf({ ...manuscript, sections: [section] }, surroundings).slides;
  };
  const figures: Block = {
    kind: 'figures',
    heading: '実績',
    ids: ['fphone00001', 'fmail000001', 'fvisit00001', 'frate000001'],
  };

  test('of a few words is written large, on one slide', () => {
    const slides = slidesOf([text('目的', '夜でも話せる窓口です。')]);
    expect(slides).toHaveLength(1);
    const [item] = slides[0]?.items ?? [];
    expect(item?.kind === 'text' && item.paragraphs.at(-1)?.size).toBeGreaterThan(sizes.body);
  });

  test('that one column does not hold goes on in the other, not in a line on the next slide', () => {
    const blocks = [
      figures,
      { ...figures, heading: '前の年度' },
      text('事業評価', 'よく使われた。'),
      text('これから', '続ける。'),
    ];
    const slides = slidesOf(blocks);
    expect(slides.map(({ title }) => title)).toEqual(['夜の窓口']);
    const lefts = new Set(slides.flatMap(({ items }) => items.map(({ box: { x } }) => x)));
    expect(lefts.size).toBe(2);
  });
});

test('a section that has the name of the report is told apart from the slide that begins it', () => {
  const manuscript = aManuscript();
  const [title, ...sections] = manuscript.sections;
  const [second] = sections;
  if (!title || !second) throw new Error('no sections');
  const own = { ...second, heading: manuscript.title };
  const { slides } = deckOf(
    { ...manuscript, sections: [{ ...title, heading: '' }, own] },
    { figuresUrl: 'https://tsunagi.example/figures/', pictures: new Map() },
  );
  expect(slides.map((slide) => slide.title)).toEqual([manuscript.title, `${manuscript.title}：概要`]);
});
