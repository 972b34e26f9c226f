import { type Codes, defineCodes, isCode, markedAs } from '../case-files/codes.ts';

export const outcomes = defineCodes({
  close: { ja: '終結', en: 'Close' },
  replan: { ja: '再プランをつくって続ける', en: 'Go on with a new plan' },
  'break-off': { ja: '中断（連絡がとれない）', en: 'Broken off' },
});

/** 見られた変化. Source: 自立相談支援機関使用標準様式, form 6, in the groups of the evaluation indicators of fiscal year 2018. */
const changeGroups = {
  ties: defineCodes({
    motivation: { ja: '自立への意欲が出てきた', en: 'More will to go on' },
    'isolation-ended': { ja: '孤立が解消した', en: 'No longer isolated' },
    calm: { ja: '気持ちが落ち着いた', en: 'Calmer' },
    relations: { ja: '対人関係・家族関係がよくなった', en: 'Better relations' },
    habits: { ja: '生活の習慣が整ってきた', en: 'Steadier daily life' },
    participation: { ja: '社会に参加する機会が増えた', en: 'Takes part more' },
    health: { ja: '健康の状態がよくなった', en: 'Better health' },
    'medical-started': { ja: '医療機関にかかり始めた', en: 'Sees a doctor' },
    certificate: { ja: '障害者手帳を取得した', en: 'Has a disability certificate' },
    goal: { ja: '目標ができた', en: 'Has a goal' },
    sos: { ja: '助けを求められるようになった', en: 'Can ask for help' },
    self: { ja: '自分を肯定的に受け止められるようになった', en: 'Thinks better of themselves' },
  }),
  money: defineCodes({
    'welfare-granted': { ja: '生活保護の適用', en: 'Public assistance granted' },
    housing: { ja: '住まいの確保・安定', en: 'Found or kept a home' },
    budget: { ja: '家計の改善', en: 'Better household budget' },
    debts: { ja: '債務の整理', en: 'Debts settled' },
    'other-income': { ja: '就労以外の収入が増えた', en: 'More income other than wages' },
  }),
  work: defineCodes({
    'job-search': { ja: '就職活動を始めた', en: 'Looks for work' },
    training: { ja: '職業訓練・就学を始めた', en: 'Began training or school' },
    'partial-work': { ja: '中間的な就労を始めた', en: 'Began supported work' },
    employed: { ja: '一般就労を始めた', en: 'Began ordinary work' },
    'kept-work': { ja: '職場に定着した', en: 'Kept the job' },
    'wage-up': { ja: '就労収入が増えた', en: 'Earns more' },
  }),
  else: defineCodes({
    other: { ja: 'その他の変化', en: 'Another change' },
    none: { ja: '変化はまだ見られない', en: 'No change yet' },
  }),
} as const;

export const changes = {
  ...changeGroups.ties,
  ...changeGroups.money,
  ...changeGroups.work,
  ...changeGroups.else,
};

export const groupNames = ['ties', 'money', 'work', 'else'] as const;

/** The changes of a group, in the words and the order of the year's list. */
export function changesIn(codes: Codes, group: (typeof groupNames)[number]): Codes {
  const own = markedAs(codes, group);
  return Object.fromEntries(
    Object.entries(codes).filter(([code]) => isCode(changeGroups[group], code) || own.includes(code)),
  );
}
