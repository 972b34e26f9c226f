import { defineWords } from '#platform/i18n.ts';

/** What the numbers of the year itself are called: frozen into their paths. */
export const pathWords = defineWords({
  ja: {
    budget: { initial: '当初予算', revised: '補正後の予算', settled: '決算' },
    expectedBudget: '当初予算（結果の前に残した額）',
    targetOf: (measure: string) => `${measure}の目標`,
    allPrograms: '事業数',
    programsOf: (category: string) => `「${category}」の事業数`,
    counts: {
      'new-programs': () => '新しい事業の数',
      categories: () => '区分数',
      rated: (rating: string) => `評価が「${rating}」の事業数`,
      pillars: () => '柱の数',
      'new-rows': () => '新しい取組みの数',
    } as Readonly<
      Record<'new-programs' | 'categories' | 'rated' | 'pillars' | 'new-rows', (of: string) => string>
    >,
    planTotal: '予算の総額',
    otherRows: 'どの柱にも入らない取組みの予算額',
    items: '件',
  },
  en: {
    budget: { initial: 'Initial budget', revised: 'Revised budget', settled: 'Settled amount' },
    expectedBudget: 'First budget, as kept before the results',
    targetOf: (measure: string) => `Target of “${measure}”`,
    allPrograms: 'Number of programs',
    programsOf: (category: string) => `Programs in “${category}”`,
    counts: {
      'new-programs': () => 'Number of new programs',
      categories: () => 'Number of categories',
      rated: (rating: string) => `Programs rated “${rating}”`,
      pillars: () => 'Number of pillars',
      'new-rows': () => 'Number of new rows',
    } as Readonly<
      Record<'new-programs' | 'categories' | 'rated' | 'pillars' | 'new-rows', (of: string) => string>
    >,
    planTotal: 'Total budget',
    otherRows: 'Budget of rows outside the pillars',
    items: 'items',
  },
});
