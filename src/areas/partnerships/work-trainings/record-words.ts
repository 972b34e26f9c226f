const outcomes: Readonly<Record<string, string>> = {
  employed: '一般就労が決まりました',
  'other-work': '別の働き方に移りました',
  continues: '訓練を続けることになりました',
  ended: '訓練を終えました',
};

/** What a case's record says; a record is kept in the language in which the office writes. */
export const recordWords = {
  begun: (workplace: string) => `就労訓練の合意ができました（${workplace}）。`,
  ended: (workplace: string, outcome: string) =>
    `就労訓練が終わりました（${workplace}）。${outcomes[outcome] ?? ''}。`,
};
