import { csvFile } from '#platform/csv.ts';
import { sixDigits } from '../municipalities/rules.ts';
import type { ServiceContent } from '../services/content.ts';
import { cellsOf } from './cells/all.ts';
import type { CellContext } from './cells/codec.ts';
import { guard } from './compare.ts';
import { foldHeading } from './headings.ts';
import type { Layout } from './layouts.ts';

export interface Exported {
  readonly code: string;
  readonly content: ServiceContent;
}

/**
 * Entries in a layout that an import reads back without a change. For the desk of whoever asks: a cell that a spreadsheet
 * would run gets an apostrophe; open data has none, since such a text is refused where it is typed.
 */
export function exportCsv(
  layout: Layout,
  entries: readonly Exported[],
  { owner, ...context }: CellContext & { owner: string },
): string {
  const prefecture = context.places.find(({ kind }) => kind === 'prefecture');
  const known: Readonly<Record<string, string>> = {
    全国地方公共団体コード: prefecture ? sixDigits(prefecture.code) : '',
    都道府県コード又は市区町村コード: prefecture ? sixDigits(prefecture.code) : '',
    地方公共団体名: prefecture?.nameJa ?? '',
    都道府県名: prefecture?.nameJa ?? '',
    所在地都道府県: prefecture?.nameJa ?? '',
    対象地域: prefecture?.nameJa ?? '',
    団体名: owner,
    制度所管組織: owner,
  };
  const rows = entries.map((entry) => {
    const cells = cellsOf(entry, context);
    return layout.columns.map(({ heading, field }) =>
      guard(field ? cells[field] : (known[foldHeading(heading)] ?? '')),
    );
  });
  return csvFile(
    layout.columns.map(({ heading }) => heading),
    rows,
  );
}

/** Which entries a layout can hold. */
export function fitsLayout(layout: Layout, { kind }: Pick<ServiceContent, 'kind'>): boolean {
  return layout.kinds.includes(kind);
}
