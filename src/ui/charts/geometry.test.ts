import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutChanges } from './change.ts';
import { fitsUpright, layoutColumns } from './columns.ts';
import type { ChartData } from './data.ts';
import { layoutFlow } from './flow.ts';
import { layoutLegend } from './legend.ts';
import { layoutLines } from './lines.ts';
import { chartWidth, type Label } from './plot.ts';
import { layoutRows } from './rows.ts';
import { type Box, fontSize, overlaps, textWidth, wrapText } from './text.ts';

const format = (value: number) => value.toLocaleString('ja-JP');
const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];
const one = (values: (number | null)[], labels = months.slice(0, values.length)): ChartData => ({
  labels,
  series: [{ label: '件数', values }],
});

const value = fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: null });
const label = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠a-z0-9]{1,40}$/);
const chartData = fc.integer({ min: 1, max: 30 }).chain((places) =>
  fc.record({
    labels: fc.array(label, { minLength: places, maxLength: places }),
    series: fc.array(
      fc.record({ label, values: fc.array(value, { minLength: places, maxLength: places }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  }),
);

function boxes(labels: readonly Label[], anchor: 'start' | 'middle'): readonly Box[] {
  return labels.map(({ x, y, text }) => ({
    x: anchor === 'middle' ? x - textWidth(text) / 2 : x,
    y: y - fontSize + 2,
    width: textWidth(text),
    height: fontSize,
  }));
}

function collisions(all: readonly Box[]): number {
  return all.flatMap((a, index) => all.slice(index + 1).filter((b) => overlaps(a, b))).length;
}

describe('upright bars', () => {
  test('have the length of their value, measured from zero', () => {
    const { bars, y, bottom } = layoutColumns(one([100, 50, 0]), { stacked: false, format });
    expect(y(0)).toBe(bottom);
    expect(bars.map((bar) => bar.height / (bars[0]?.height ?? 1))).toEqual([1, 0.5, 0]);
  });

  test('leave out a missing value but draw a zero', () => {
    const { bars } = layoutColumns(one([3, null, 0]), { stacked: false, format });
    expect(bars).toHaveLength(2);
  });

  test('of a stack stand on each other and reach the sum', () => {
    const data: ChartData = {
      labels: ['4月'],
      series: [
        { label: '電話', values: [30] },
        { label: 'メール', values: [10] },
      ],
    };
    const { bars, y, values } = layoutColumns(data, { stacked: true, format });
    const [phone, mail] = bars;
    expect(mail && phone && mail.y + mail.height).toBeCloseTo(phone?.y ?? 0);
    expect(mail?.y).toBeCloseTo(y(40));
    expect(values.map((each) => each.text)).toEqual(['40']);
  });

  test('carry numbers only where all of them have room', () => {
    expect(layoutColumns(one([3115, 1398]), { stacked: false, format }).values).toHaveLength(2);
    const many = one(
      Array.from({ length: 44 }, (_, index) => 1000 + index),
      Array.from({ length: 44 }, (_, index) => `R${index}`),
    );
    expect(layoutColumns(many, { stacked: false, format }).values).toEqual([]);
  });

  test('count in whole numbers where only whole things are counted', () => {
    expect(layoutColumns(one([1, 2]), { stacked: false, format }).ticks.map((tick) => tick.text)).toEqual([
      '0',
      '1',
      '2',
    ]);
  });

  test('show all twelve months by name, and thin out longer courses', () => {
    expect(layoutColumns(one(months.map(() => 900)), { stacked: false, format }).labels).toHaveLength(12);
    const long = Array.from({ length: 44 }, (_, index) => `R6.${index}`);
    expect(
      layoutColumns(
        one(
          long.map(() => 5),
          long,
        ),
        { stacked: false, format },
      ).labels.length,
    ).toBeLessThan(12);
  });

  test('are chosen for short labels and courses over time, not for a few long names', () => {
    expect(fitsUpright(months)).toBe(true);
    expect(fitsUpright(Array.from({ length: 44 }, (_, index) => `令和${index}`))).toBe(true);
    expect(
      fitsUpright(['困難な問題を抱える女性等への支援', '孤独・孤立に陥っている方への支援', '支援']),
    ).toBe(false);
  });
});

describe('lying bars', () => {
  test('show every label whole, in as many lines as it needs', () => {
    const name =
      '生活困窮者を支援する団体等の光熱費や物価の高騰に対する臨時の支援（令和6年度の補正予算によるもの）';
    const { labels } = layoutRows(one([1], [name]), { stacked: false, format });
    expect(labels.map((each) => each.text).join('')).toBe(name);
    expect(labels.length).toBeGreaterThan(1);
  });

  test('leave room for the number behind the longest bar', () => {
    const { values } = layoutRows(one([1_710_970_000, 3], ['予算', '件']), { stacked: false, format });
    for (const { x, text } of values) expect(x + textWidth(text)).toBeLessThanOrEqual(chartWidth + 1);
  });
});

describe('lines', () => {
  test('break where a value is missing', () => {
    const { lines } = layoutLines(one([1, 2, null, 4, 5]), { format });
    expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
    expect(lines[0]?.points).toHaveLength(4);
  });

  test('name the last and the greatest value', () => {
    const { values } = layoutLines(one([100, 900, 400]), { format });
    expect(values.map((each) => each.text).sort()).toEqual(['400', '900']);
  });
});

describe('changes', () => {
  test('put the two numbers on the outer sides, whichever way it went', () => {
    const { rows } = layoutChanges(
      [
        { label: 'ふえた', before: 10, after: 20 },
        { label: 'へった', before: 20, after: 10 },
      ],
      { names: ['前', '後'], format },
    );
    expect(rows.map(({ texts }) => texts.map(({ text, anchor }) => `${text} ${anchor}`))).toEqual([
      ['10 end', '20 start'],
      ['20 start', '10 end'],
    ]);
  });

  test('show what is known when a side is missing', () => {
    const { rows } = layoutChanges([{ label: 'はじめて', before: null, after: 5 }], {
      names: ['前', '後'],
      format,
    });
    expect(rows[0]).toMatchObject({ before: null, texts: [{ text: '5' }] });
  });
});

test('wrapping loses nothing and keeps closing marks off the start of a line', () => {
  fc.assert(
    fc.property(label, fc.integer({ min: 30, max: 300 }), (text, width) => {
      expect(wrapText(text, width).join('')).toBe(text);
    }),
  );
  expect(wrapText('あいう、えお', 39)).toEqual(['あいう、', 'えお']);
});

test('legend entries go to a new line before they leave the picture', () => {
  const { entries } = layoutLegend(
    ['とても長い名前の系列その一つめ', 'とても長い名前の系列その二つめ', '短い'],
    chartWidth,
  );
  expect(new Set(entries.map((entry) => entry.y)).size).toBe(2);
});

test('no numbers, labels or bars leave the picture or cover each other, whatever the data', () => {
  fc.assert(
    fc.property(chartData, fc.boolean(), (data, stacked) => {
      const columns = layoutColumns(data, { stacked, format });
      expect(collisions(boxes(columns.labels, 'middle'))).toBe(0);
      expect(collisions(boxes(columns.values, 'middle'))).toBe(0);
      expect(columns.values.every(({ x, text }) => x + textWidth(text) / 2 <= chartWidth + 0.5)).toBe(true);
      for (const bar of columns.bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(chartWidth + 0.5);
        expect(bar.y + bar.height).toBeLessThanOrEqual(columns.height);
      }
      const rows = layoutRows(data, { stacked, format });
      expect(collisions(boxes([...rows.labels, ...rows.values], 'start'))).toBe(0);
      for (const bar of rows.bars) expect(bar.y + bar.height).toBeLessThanOrEqual(rows.height);
      expect(collisions(boxes(layoutLines(data, { format }).values, 'middle'))).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('names beside a flow stand whole within the picture', () => {
  const labels = ['大変', 'なんとか', '落ち着いている'];
  const { before, after } = layoutFlow(
    labels,
    [
      [3, 2, 1],
      [0, null, 4],
      [0, 0, 5],
    ],
    ['はじめ', 'いま'],
  );
  for (const { x, text } of before) expect(x - textWidth(text)).toBeGreaterThanOrEqual(0);
  for (const { x, text } of after) expect(x + textWidth(text)).toBeLessThanOrEqual(chartWidth);
});
