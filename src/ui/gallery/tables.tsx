import { StatusTag, Tag } from '../content.tsx';
import { Section } from '../layout.tsx';
import { type Column, DataTable } from '../table.tsx';
import type { View } from '#platform/web/view.ts';

const columns: readonly Column[] = [
  { key: 'category', label: '区分', head: true },
  { key: 'programs', label: '事業の数', unit: '事業', align: 'number' },
  { key: 'budget', label: '予算', unit: '万円', align: 'number' },
  { key: 'rating', label: '評価' },
  { key: 'about', label: '主な内容' },
];

const rows = [
  {
    category: '1 困難な問題を抱える女性等への支援',
    programs: 4,
    budget: 53986,
    rating: <StatusTag tone="good">順調</StatusTag>,
    about: '自立のための住まい、総合相談窓口',
  },
  {
    category: '2 孤独・孤立に陥っている方への支援',
    programs: 7,
    budget: 12040,
    rating: <StatusTag tone="info">概ね順調</StatusTag>,
    about: '入口となるサイト、実態の調査、研修',
  },
  {
    category: '3 深刻な課題を抱える子ども・若者への支援',
    programs: 23,
    budget: null,
    rating: <StatusTag tone="warn">やや遅れ</StatusTag>,
    about: 'ケアラー支援、こども食堂',
  },
];
const total = { category: '合計', programs: 34, budget: 66026 };

export function GalleryTables({ view }: { view: View }) {
  return (
    <Section title="表">
      <DataTable
        view={view}
        caption="区分ごとの事業（横に動かせる表）"
        columns={columns}
        rows={rows}
        total={total}
      />
      <DataTable
        view={view}
        caption="区分ごとの事業（狭い画面では縦に並ぶ表）"
        columns={columns}
        rows={rows}
        total={total}
        stacked
      />
      <DataTable
        view={view}
        caption="何もない表"
        columns={[
          { key: 'name', label: '事業' },
          { key: 'state', label: '状態' },
        ]}
        rows={[]}
        empty="条件に合う事業はありません。"
      />
      <p>
        <Tag>注</Tag> 数値のないところは「―」で示します。0 とは違います。
      </p>
    </Section>
  );
}
