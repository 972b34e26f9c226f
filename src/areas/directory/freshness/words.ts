import { dayName } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';

/** What everybody reads on a card and on the page of an entry. */
export const publicWords = defineWords({
  ja: {
    tag: {
      fresh: '確認済み',
      due: '確認済み',
      overdue: '確認の期限を過ぎています',
      never: 'まだ確認されていません',
    },
    verified: (on: string, by: string) => `${dayName('ja', on)}に${by || '担当する団体'}が内容を確認しました`,
    review: (on: string) => `次の確認は${dayName('ja', on)}までです`,
    overdue: (on: string) =>
      `確認の期限（${dayName('ja', on)}）を過ぎています。内容が変わっているかもしれません。行く前に、電話などで確かめてください`,
    never: '内容を担当する団体が、まだ確認していません。行く前に、電話などで確かめてください',
  },
  en: {
    tag: {
      fresh: 'Confirmed',
      due: 'Confirmed',
      overdue: 'Not confirmed in time',
      never: 'Not confirmed yet',
    },
    verified: (on: string, by: string) => `Confirmed on ${dayName('en', on)} by ${by || 'its owner'}`,
    review: (on: string) => `To be confirmed again by ${dayName('en', on)}`,
    overdue: (on: string) =>
      `It should have been confirmed by ${dayName('en', on)} and may have changed. Please call or write before you go`,
    never: 'Its owner has not confirmed it yet. Please call or write before you go',
  },
});
