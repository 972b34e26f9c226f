import { BarChart, GroupedBars, StackedBars } from '../charts/bar-chart.tsx';
import { BeforeAfter } from '../charts/before-after.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { Section } from '../layout.tsx';
import type { View } from '#platform/web/view.ts';

const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];
const ways = ['電話', 'メール', 'LINE', '来所'];
const quarters = Array.from(
  { length: 44 },
  (_, index) => `R${3 + Math.floor((index + 7) / 12)}.${((index + 7) % 12) + 1}`,
);

export function GalleryCharts({ view }: { view: View }) {
  return (
    <Section title="図" lead="図には必ず、同じ数字の表が付きます。">
      <BarChart
        view={view}
        id="ways"
        title="相談の方法ごとの件数（令和6年度）"
        unit="件"
        labels={ways}
        values={[3115, 1398, 873, 103]}
        valueLabel="件数"
        placeLabel="方法"
      />
      <BarChart
        view={view}
        id="categories"
        title="区分ごとの事業の数（令和6年度）"
        unit="事業"
        labels={[
          '困難な問題を抱える女性等への支援',
          '孤独・孤立に陥っている方への支援',
          '深刻な課題を抱える子ども・若者への支援',
          '生活困窮者支援団体等の光熱費等に対する支援',
        ]}
        values={[4, 7, 23, null]}
        placeLabel="区分"
      />
      <LineChart
        view={view}
        id="course"
        title="月ごとの相談件数"
        unit="件"
        labels={months}
        series={[
          { label: '令和6年度', values: [689, 712, 735, 801, 842, 838, 902, 951, 880, 1012, null, 938] },
          { label: '令和5年度', values: [601, 622, 640, null, null, 702, 711, 730, 705, 780, 798, 812] },
        ]}
      />
      <GalleryBars view={view} />
      <BeforeAfter
        view={view}
        id="change"
        title="昨年度からの変化"
        unit="件"
        names={['令和5年度', '令和6年度']}
        changes={[
          { label: '女性のための総合相談窓口', before: 4880, after: 5489 },
          { label: 'いのちの相談', before: 12210, after: 11987 },
          { label: '孤独・孤立の相談（はじめての年度）', before: null, after: 3120 },
        ]}
      />
      <BarChart
        view={view}
        id="none"
        title="まだ数値がない図"
        unit="件"
        labels={months}
        values={months.map(() => null)}
      />
    </Section>
  );
}

function GalleryBars({ view }: { view: View }) {
  const part = (base: number, swing: number) =>
    quarters.map((_, index) => Math.round(base + index * swing + ((index * 37) % 23) * 2));
  return (
    <>
      <GroupedBars
        view={view}
        id="grouped"
        title="月ごとの来所（昨年度との比較）"
        unit="人"
        labels={months}
        series={[
          { label: '令和6年度', values: [32, 41, 38, 45, 52, 48, 55, 61, 44, 58, 62, 70] },
          { label: '令和5年度', values: [28, 30, 35, 33, 41, 40, 38, 47, 39, 42, 51, 49] },
        ]}
      />
      <GroupedBars
        view={view}
        id="grouped-lying"
        title="支援の種類ごとの利用（昨年度との比較）"
        unit="人"
        labels={[
          '住まいの確保のための給付を受けた人',
          '家計を立て直す支援を受けた人',
          '働くための準備の支援を受けた人',
        ]}
        series={[
          { label: '令和6年度', values: [1210, 804, 389] },
          { label: '令和5年度', values: [1543, 716, null] },
        ]}
      />
      <StackedBars
        view={view}
        id="stacked"
        title="相談件数の移り変わり（令和3年8月から令和7年3月まで）"
        unit="件"
        labels={quarters}
        series={[
          { label: '電話', values: part(80, 4) },
          { label: 'メール', values: part(30, 2) },
          { label: 'LINE', values: part(10, 1.5) },
          { label: '来所', values: part(4, 0.2) },
        ]}
      />
      <StackedBars
        view={view}
        id="stacked-lying"
        title="窓口ごとの相談の方法"
        unit="件"
        labels={['女性のための総合相談窓口', '多言語の相談窓口']}
        series={ways.map((label, index) => ({ label, values: [3115 - index * 900, 800 - index * 150] }))}
      />
    </>
  );
}
