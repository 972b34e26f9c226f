import { Section } from '../layout.tsx';
import { Thread } from '../thread.tsx';
import type { View } from '#platform/web/view.ts';
import { Breadcrumbs, Pagination, Stepper, Tabs } from '../wayfinding.tsx';

export function GalleryWayfinding({ view }: { view: View }) {
  return (
    <>
      <Section title="道しるべ">
        <Breadcrumbs
          view={view}
          items={[
            { href: '#top', label: '取組みの報告' },
            { href: '#year', label: '令和6年度' },
          ]}
          current="女性のための総合相談窓口"
        />
        <Tabs
          label="事業の表示"
          items={[
            { href: '#results', label: '実績', current: true },
            { href: '#budget', label: '予算' },
            { href: '#comments', label: 'やり取り', count: 3 },
          ]}
        />
        <Stepper
          view={view}
          label="提出のながれ"
          current={2}
          steps={[
            { label: '作成', href: '#1' },
            { label: '提出', note: '7月1日' },
            { label: '事務局の確認' },
            { label: '公表' },
          ]}
        />
        <Pagination view={view} page={5} pageSize={20} total={233} hrefOf={(page) => `#page-${page}`} />
      </Section>
      <Section title="やり取り">
        <Thread
          label="この事業のやり取り"
          entries={[
            {
              by: '福祉局（例）',
              when: '7月1日 10:20',
              at: '2025-07-01T10:20',
              title: '提出しました',
              tone: 'info',
            },
            {
              by: '事務局',
              when: '7月2日 9:05',
              at: '2025-07-02T09:05',
              title: '差し戻しました',
              tone: 'warn',
              body: '来所の件数が昨年度の10倍です。ご確認ください。',
            },
            {
              by: '福祉局（例）',
              when: '7月2日 14:40',
              at: '2025-07-02T14:40',
              title: '直して提出しました',
              tone: 'info',
            },
            {
              by: '事務局',
              when: '7月3日 16:00',
              at: '2025-07-03T16:00',
              title: '受け付けました',
              tone: 'good',
            },
          ]}
        />
      </Section>
    </>
  );
}
