import { tokyoMinute } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { ValueRefusal } from '../measures/rules.ts';
import { refusals as valueRefusals } from '../measures/words.ts';
import type { OfferRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '集計から届いた数字',
    lead: '助成を受けた団体の答えなどから数えた、この年度の数字です。引き継ぐまで、入力した値は変わりません。引き継ぐと、数えた元のファイルが根拠として残ります。',
    measure: '指標',
    standing: 'いまの年度の値',
    offered: '届いた数字',
    evidence: '根拠',
    answers: (count: number) => `${count}件の答え`,
    file: 'ファイル（CSV）',
    distinct: '実人数の合計です。二つ以上の団体を利用した人は、重なって数えられています。',
    take: (value: string) => `${value}にする`,
    takeOver: (before: string, value: string) => `${before}を${value}に変える`,
    act: '操作',
    waiting: '引き継がれていません',
    takenAt: (at: Date) => `${tokyoMinute(at)} に引き継ぎました`,
    replaced: (before: string) => `（それまでの値：${before}）`,
    other: 'そのあとで別の値が入力されています',
    taken: (value: string) => `年度の値を${value}にしました。根拠のファイルが残っています。`,
  },
  en: {
    title: 'Figures that were counted',
    lead: 'Counted for this year, for example from the answers of groups that received a grant. What was typed stays until somebody takes a figure over; then the file it was counted from is kept as its evidence.',
    measure: 'Measure',
    standing: 'The year’s value now',
    offered: 'Counted',
    evidence: 'Evidence',
    answers: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
    file: 'File (CSV)',
    distinct: 'A sum of different people by group: who came to two groups is in it twice.',
    take: (value: string) => `Take ${value}`,
    takeOver: (before: string, value: string) => `Replace ${before} by ${value}`,
    act: 'Action',
    waiting: 'Not taken over',
    takenAt: (at: Date) => `Taken over at ${tokyoMinute(at)}`,
    replaced: (before: string) => ` (before: ${before})`,
    other: 'Another value was entered since',
    taken: (value: string) => `The year’s value is ${value}. Its file is kept as evidence.`,
  },
});

export const refusals: RefusalWords<OfferRefusal | ValueRefusal> = {
  ja: {
    ...valueRefusals.ja,
    'offer-changed': '数字が、表示されたあとで新しくなりました。新しい数字を確かめてください',
    'changed-meanwhile': '表示されたあとで、ほかの人が値を入力しました。見比べてから、もう一度行ってください',
  },
  en: {
    ...valueRefusals.en,
    'offer-changed': 'The figure was counted again since it was shown. Look at the new one',
    'changed-meanwhile': 'Somebody entered a value since this was shown. Compare, then do it again',
  },
};
