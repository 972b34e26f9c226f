import { childcare, childcare2021, facility, facility2021, ours } from './columns/facilities.ts';
import { scheme, schemeGif } from './columns/schemes.ts';

/**
 * The layouts in which municipalities give out lists, as data: their columns in order, and what each is here. The 2021
 * layouts (推奨データセット) and the current ones (自治体標準オープンデータセット) are read alike; columns without a field are
 * known, and not taken over.
 */
export const columnFields = [
  'code',
  'kind',
  'name',
  'nameKana',
  'nameEn',
  'alternateName',
  'placeTypes',
  'municipalityCode',
  'municipality',
  'address',
  'town',
  'line',
  'building',
  'postalCode',
  'latitude',
  'longitude',
  'transportation',
  'phone',
  'contact',
  'fax',
  'email',
  'formUrl',
  'days',
  'opens',
  'closes',
  'hoursNote',
  'summary',
  'description',
  'accessibility',
  'website',
  'topics',
  'serviceTypes',
  'beneficiaries',
  'keywords',
  'eligibility',
  'costs',
  'documents',
  'application',
  'areas',
  'languages',
  'legalBasis',
  'openFrom',
  'openUntil',
  'sourceUrl',
  'illustrative',
] as const;
export type ColumnField = (typeof columnFields)[number];

export interface Column {
  readonly heading: string;
  readonly field?: ColumnField;
}

export interface Layout {
  readonly code: LayoutCode;
  readonly name: { readonly ja: string; readonly en: string };
  /** Which of our kinds it lists; the last is assumed when nobody says which. */
  readonly kinds: readonly ('scheme' | 'desk' | 'group' | 'place')[];
  readonly columns: readonly Column[];
}

export const layoutCodes = [
  'facility',
  'facility-2021',
  'childcare',
  'childcare-2021',
  'scheme',
  'scheme-gif',
] as const;
export type LayoutCode = (typeof layoutCodes)[number];

/** `heading=field` in order, one line for each column. */
function columns(text: string): readonly Column[] {
  return text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [heading = '', field] = line.trim().split('=');
      return field ? { heading, field: field as ColumnField } : { heading };
    });
}

/** In the order in which a file is held against them: the newest of each kind first. */
export const layouts: readonly Layout[] = [
  {
    code: 'facility',
    name: { ja: '公共施設一覧（現行）', en: 'Public facilities (current)' },
    kinds: ['desk', 'group', 'place'],
    columns: columns(facility + ours),
  },
  {
    code: 'facility-2021',
    name: { ja: '公共施設一覧（2021年版）', en: 'Public facilities (2021)' },
    kinds: ['desk', 'group', 'place'],
    columns: columns(facility2021 + ours),
  },
  {
    code: 'childcare',
    name: { ja: '子育て施設一覧（現行）', en: 'Childcare facilities (current)' },
    kinds: ['desk', 'group', 'place'],
    columns: columns(childcare),
  },
  {
    code: 'childcare-2021',
    name: { ja: '子育て施設一覧（2021年版）', en: 'Childcare facilities (2021)' },
    kinds: ['desk', 'group', 'place'],
    columns: columns(childcare2021),
  },
  {
    code: 'scheme',
    name: { ja: '支援制度（34項目）', en: 'Support schemes (34 columns)' },
    kinds: ['scheme'],
    columns: columns(scheme),
  },
  {
    code: 'scheme-gif',
    name: { ja: '行政サービス・制度（GIF 451-4）', en: 'Administrative services (GIF 451-4)' },
    kinds: ['scheme'],
    columns: columns(schemeGif),
  },
];
