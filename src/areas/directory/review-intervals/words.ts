import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { IntervalRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '確認の間隔',
    lead: '確認してから何日後に、もう一度確かめるか。次の確認から使われます。',
    of: (kind: string) => `${kind}の確認の間隔`,
    unit: '日',
    save: '間隔を保存する',
    saved: '確認の間隔を保存しました。',
  },
  en: {
    title: 'Review intervals',
    lead: 'How many days after a confirmation somebody should look again. Holds from the next confirmation on.',
    of: (kind: string) => `Interval of: ${kind}`,
    unit: 'days',
    save: 'Save the intervals',
    saved: 'The intervals are saved.',
  },
});

export const refusals: RefusalWords<IntervalRefusal> = {
  ja: { 'days-out-of-range': '7日から730日までにしてください' },
  en: { 'days-out-of-range': 'From 7 to 730 days' },
};
