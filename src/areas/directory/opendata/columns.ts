import type { Column } from '../imports/layouts.ts';
import { layouts } from '../imports/layouts.ts';
import type { ServiceKind } from '../services/content.ts';

/** What open data says after the columns of the layouts; an import passes over what it does not take. */
export const ownHeadings = [
  '情報ID',
  '情報の種類',
  '例示',
  '対応言語',
  '状態',
  '受け入れ状況',
  '確認日',
  '確認した団体',
  '次回確認日',
  '情報のURL',
  '最終更新日時',
] as const;

/** What an import takes over from the columns that the layout itself lacks. */
const taken: Readonly<Partial<Record<string, Column['field']>>> = {
  情報の種類: 'kind',
  例示: 'illustrative',
  対応言語: 'languages',
};

export interface FileKind {
  readonly kind: ServiceKind;
  /** `140007_support_desk.csv`: the code of the municipality goes before it. */
  readonly name: string;
  readonly columns: readonly Column[];
}

/** 公共施設一覧 (2021) for what is somewhere, GIF 451-4 for schemes; ours last. */
function columnsOf(layoutCode: 'facility-2021' | 'scheme-gif'): readonly Column[] {
  const columns = layouts.find(({ code }) => code === layoutCode)?.columns ?? [];
  const known = new Set(columns.map(({ heading }) => heading));
  const own = ownHeadings.filter((heading) => !known.has(heading));
  return [
    ...columns,
    ...own.map((heading) => {
      const field = taken[heading];
      return field ? { heading, field } : { heading };
    }),
  ];
}

const facility = columnsOf('facility-2021');
const scheme = columnsOf('scheme-gif');

export const fileKinds: readonly FileKind[] = [
  { kind: 'scheme', name: 'support_scheme', columns: scheme },
  { kind: 'desk', name: 'support_desk', columns: facility },
  { kind: 'group', name: 'support_group', columns: facility },
  { kind: 'place', name: 'community_place', columns: facility },
];

/** Which schema describes the columns of a kind. */
export function schemaNameOf(kind: ServiceKind): 'facility' | 'scheme' {
  return kind === 'scheme' ? 'scheme' : 'facility';
}
