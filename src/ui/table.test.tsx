import { expect, test } from 'vitest';
import { type Column, DataTable } from './table.tsx';
import { htmlOf, viewForTests } from './testing/view.ts';
import { pagesAround } from './wayfinding.tsx';

const view = viewForTests();
const columns: readonly Column[] = [
  { key: 'name', label: '事業', head: true },
  { key: 'count', label: '件数', unit: '件', align: 'number' },
];

test('numbers get thousands separators, zero stays zero and nothing becomes a dash', () => {
  const rows = [{ name: '甲', count: 12345 }, { name: '乙', count: 0 }, { name: '丙' }];
  const html = htmlOf(<DataTable view={view} caption="件数" columns={columns} rows={rows} />);
  expect([...html.matchAll(/<td class="number"[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
    '12,345',
    '0',
    '―',
  ]);
});

test('a row of sums leaves empty what cannot be summed', () => {
  const html = htmlOf(
    <DataTable view={view} caption="件数" columns={columns} rows={[]} total={{ name: '合計' }} />,
  );
  expect(html).toMatch(/<tfoot><tr><th scope="row">合計<\/th><td[^>]*><\/td>/);
});

test('a table that scrolls can be reached by the keyboard and has a name', () => {
  const html = htmlOf(
    <DataTable view={view} caption="件数の表" columns={columns} rows={[]} empty="ありません" />,
  );
  expect(html).toMatch(/role="region" tabindex="0" aria-label="件数の表/);
  expect(html).toContain('<td colspan="2">ありません</td>');
});

test('a stacked table names each cell, since its headings are gone on a narrow screen', () => {
  const html = htmlOf(
    <DataTable view={view} caption="件数" columns={columns} rows={[{ name: '甲', count: 1 }]} stacked />,
  );
  expect(html).toContain('data-label="件数（件）"');
  expect(html).not.toContain('tabindex');
});

test('page numbers show the ends and the neighbours, and never leave out a single one', () => {
  expect(pagesAround(5, 12)).toEqual([1, undefined, 4, 5, 6, undefined, 12]);
  expect(pagesAround(3, 12)).toEqual([1, 2, 3, 4, undefined, 12]);
  expect(pagesAround(1, 1)).toEqual([1]);
  expect(pagesAround(4, 5)).toEqual([1, 2, 3, 4, 5]);
});
