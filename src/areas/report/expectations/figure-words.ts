import { defineWords } from '#platform/i18n.ts';
import type { Later } from './figures.ts';

type Seen = { readonly edition: string; readonly number: string; readonly day: string };

/** The path of a number that was kept before the results, in plain words. */
export const words = defineWords({
  ja: {
    seen: ({ edition, number, day }: Seen) =>
      `「${edition}」${number}の公表で、${day}から、だれでも見られるようになりました。`,
    unseen: 'この年度のものは、まだ何も公表していません。',
    story: (program: string) => `この数字の載っているページ：${program}の歩み`,
    approved:
      '報告の公表は、準備した人とは別の承認者が承認しています。この数字は、承認者が直したり選んだりしたものではなく、残した時のままです。',
    kept: '残した日',
    keptOn: (day: string) =>
      `年度の結果を公表する前に、事務局が、${day}に、そのままの形で残しました。それからは、だれにも変えられません。`,
    keptAt: (minute: string) => `${minute} の時点の値です。`,
    came: 'その後どうなったか',
    notYet: (year: string) => `${year}の結果は、まだ公表していません。公表すると、ここに並べます。`,
    notTold: '結果の報告には、これに当たる数字がありません。',
    later: {
      initial: '結果の報告での当初予算',
      revised: '補正後の予算',
      settled: '決算',
      value: '結果',
      target: '結果の報告での目標',
    } as Readonly<Record<Later['what'], string>>,
    leadsOn: 'この先の記録',
    toProgram: '事業のページ',
    toYear: 'この年度のはじめの見込み',
    publicPage: 'だれでも見られるページ',
    keptBy: '残した人',
  },
  en: {
    seen: ({ edition, number, day }: Seen) =>
      `Since ${day} everybody can see it, by the publication of “${edition}”, ${number}.`,
    unseen: 'Nothing of this year is published yet.',
    story: (program: string) => `The page that prints it: ${program}, year by year`,
    approved:
      'What is published of a year was approved by an approver other than those who prepared it. This number was neither chosen nor altered by them: it is as it was kept.',
    kept: 'Kept',
    keptOn: (day: string) =>
      `By the secretariat on ${day}, before the results of the year were published, just as it was. Nobody can change it since.`,
    keptAt: (minute: string) => `As of ${minute}.`,
    came: 'What came of it',
    notYet: (year: string) => `The results of ${year} are not published yet. Once they are, they stand here.`,
    notTold: 'The report of results has no such number.',
    later: {
      initial: 'First budget in the report of results',
      revised: 'Revised budget',
      settled: 'Settled amount',
      value: 'Result',
      target: 'Target in the report of results',
    } as Readonly<Record<Later['what'], string>>,
    leadsOn: 'Where it leads on',
    toProgram: 'The program',
    toYear: 'What is expected of the year',
    publicPage: 'The page for everybody',
    keptBy: 'Kept by',
  },
});
