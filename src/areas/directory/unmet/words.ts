import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    title: '見つからなかった支援',
    lead: '探した人に、当てはまるものを一つも出せなかった回数です。言葉や人のことは残していません。同じ人が何度も探すと、その数だけ増えます。',
    caption: '困りごと、市町村、月ごとの回数',
    topic: '困りごと',
    municipality: '市町村',
    total: '合計',
    unknownTopic: '（わからなかった）',
    unknownPlace: '（指定なし）',
    none: '見つからなかった検索は、まだありません。',
    small: '10回に満たない数は、ここでだけ見られます。ほかへ出すときは伏せます。',
    times: '回',
  },
  en: {
    title: 'Help that was not found',
    lead: 'How often a search had nothing to offer. Neither words nor people are kept. Somebody who searches again is counted again.',
    caption: 'Times by worry, municipality and month',
    topic: 'Worry',
    municipality: 'Municipality',
    total: 'Total',
    unknownTopic: '(not recognised)',
    unknownPlace: '(not said)',
    none: 'Every search has found something so far.',
    small: 'Numbers below ten are shown here only; they are left out wherever they are given on.',
    times: 'times',
  },
});
