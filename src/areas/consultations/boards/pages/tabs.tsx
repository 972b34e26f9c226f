import { defineWords } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { deskPaths } from '../../paths.ts';

const words = defineWords({
  ja: {
    label: '窓口の画面',
    desk: '対応',
    phone: '電話を記録',
    visit: '来所を記録',
    packet: 'メモのコード',
    search: '記録を探す',
    shifts: '当番',
    calls: '電話の数',
    counts: '数で見る',
    mail: 'メール',
    settings: '窓口の決まり',
  },
  en: {
    label: 'Pages of the desk',
    desk: 'Answering',
    phone: 'Log a call',
    visit: 'Log a visit',
    packet: 'Note by code',
    search: 'Find records',
    shifts: 'Duty',
    calls: 'Calls',
    counts: 'In numbers',
    mail: 'E-mail',
    settings: 'How it works',
  },
});

/** The pages of a desk, the one most used first. */
const tabs = {
  desk: deskPaths.desk,
  phone: deskPaths.phone,
  visit: deskPaths.visit,
  packet: deskPaths.packet,
  search: deskPaths.search,
  shifts: deskPaths.shifts,
  calls: deskPaths.calls,
  counts: deskPaths.counts,
  mail: deskPaths.mail,
  settings: deskPaths.settings,
};
export type DeskTab = keyof typeof tabs;

export function DeskTabs({ view, deskId, current }: { view: View; deskId: string; current: DeskTab }) {
  const t = words[view.lang];
  return (
    <Tabs
      label={t.label}
      items={(Object.keys(tabs) as DeskTab[]).map((key) => ({
        href: view.href(tabs[key].to({ deskId })),
        label: t[key],
        current: key === current,
      }))}
    />
  );
}
