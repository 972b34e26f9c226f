import { csvFile } from '#platform/csv.ts';
import { tokyoDay } from '#platform/dates.ts';
import { findPaths } from '../paths.ts';
import { cellsOf } from '../imports/cells/all.ts';
import { foldHeading } from '../imports/headings.ts';
import type { Municipality } from '../municipalities/store.ts';
import { isFormula } from '../services/content-checks/rules.ts';
import type { CapacityState, ServiceStatus } from '../services/content.ts';
import type { FileKind } from './columns.ts';
import type { OpenEntry } from './store.ts';

export interface FileContext {
  readonly municipalities: readonly Municipality[];
  readonly publicUrl: string;
}

/** One file of open data: UTF-8 with BOM, CRLF, one entry a row; an import reads it back and finds nothing changed. */
export function openCsv({ columns }: FileKind, entries: readonly OpenEntry[], context: FileContext): string {
  const headings = columns.map(({ heading }) => heading);
  const folded = headings.map(foldHeading);
  const rows = entries.map((entry) => {
    const cells = cellsOf(entry, { places: context.municipalities, newId });
    const own = ownCells(entry, context);
    return columns.map(({ field }, at) => harmless(field ? cells[field] : (own[folded[at] ?? ''] ?? '')));
  });
  return csvFile(headings, rows);
}

/** Writing makes nothing new. */
function newId(): string {
  throw new Error('a written entry has all its ids');
}

/**
 * What a spreadsheet would run is refused where entries are typed, so it cannot be here; names of organisations are kept
 * elsewhere, and one that begins like a formula is left out rather than changed.
 */
function harmless(cell: string): string {
  return isFormula(cell) ? '' : cell;
}

const statuses: Readonly<Record<ServiceStatus, string>> = {
  active: '実施中',
  inactive: '休止中',
  defunct: '終了',
  'temporarily closed': '一時休止',
};
const capacities: Readonly<Record<CapacityState, string>> = {
  accepting: '受け入れています',
  waiting: 'お待ちいただいています',
  full: 'いまはいっぱいです',
};

/** Columns that no field of an import stands for, by their folded headings. */
function ownCells(
  entry: OpenEntry,
  { municipalities, publicUrl }: FileContext,
): Readonly<Record<string, string>> {
  const prefecture = municipalities.find(({ parentCode }) => parentCode === null);
  const cells: Readonly<Record<string, string>> = {
    都道府県コード又は市区町村コード: prefecture?.code6 ?? '',
    都道府県名: prefecture?.nameJa ?? '',
    団体名: entry.owner,
    法人番号: entry.ownerNumber ?? '',
    制度所管組織: entry.owner,
    公開開始日: entry.publishedAt ? tokyoDay(entry.publishedAt) : '',
    公開終了日: '',
    最終更新日: tokyoDay(entry.updatedAt),
    情報ID: entry.id,
    状態: statuses[entry.content.status],
    受け入れ状況: entry.capacity ? capacities[entry.capacity as CapacityState] : '',
    確認日: entry.verifiedOn ?? '',
    確認した団体: entry.verifiedBy ?? '',
    次回確認日: entry.reviewOn ?? '',
    情報のURL: `${publicUrl}${findPaths.service.to({ id: entry.id })}`,
    最終更新日時: entry.updatedAt.toISOString(),
  };
  return Object.fromEntries(Object.entries(cells).map(([heading, cell]) => [foldHeading(heading), cell]));
}
