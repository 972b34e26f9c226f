import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { CarryRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '翌年度へ引き継ぐ',
    lead: (from: string, to: string) =>
      `${from}の事業のうち「終了」でないものを、指標ごと${to}に写します。写した事業は前の年度とつながり、前年度の値が自動で並びます。`,
    kept: '事業名、局、目的、ロジックモデル、指標の定義は引き継ぎます。予算、目標、実績、評価は空から始めます。',
    again: '何度行っても、まだ引き継いでいない事業だけを写します。',
    toCarry: '引き継ぐ事業',
    carried: '引き継ぎ済み',
    ended: '終了',
    unit: '事業',
    button: (count: number) => `${count}事業を引き継ぐ`,
    nothing: '引き継ぐ事業はもうありません',
    nextMissing: (to: string) => `${to}がまだ登録されていません`,
    openNext: '年度を登録する',
    done: (count: number) => `${count}事業を引き継ぎました。`,
  },
  en: {
    title: 'Carry into next year',
    lead: (from: string, to: string) =>
      `Programs of ${from} that have not ended are copied to ${to} with their measures. They stay linked, so that last year’s values stand beside the new ones.`,
    kept: 'Names, bureaus, purpose, logic model and definitions go on. Budgets, targets, results and ratings start empty.',
    again: 'Doing it again copies only programs that have not been carried yet.',
    toCarry: 'To be carried',
    carried: 'Carried already',
    ended: 'Ended',
    unit: 'programs',
    button: (count: number) => `Carry ${count} programs`,
    nothing: 'There is nothing left to carry',
    nextMissing: (to: string) => `${to} is not open yet`,
    openNext: 'Open a fiscal year',
    done: (count: number) => `${count} programs were carried.`,
  },
});

export const refusals: RefusalWords<CarryRefusal> = {
  ja: {
    'year-unknown': '引き継ぐ先の年度がまだ登録されていません',
    'not-the-next-year': '引き継げるのは、すぐ次の年度だけです',
  },
  en: {
    'year-unknown': 'The year to carry into is not open yet',
    'not-the-next-year': 'Programs go on into the very next year only',
  },
};
