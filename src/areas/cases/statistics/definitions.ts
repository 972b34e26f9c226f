import { defineWords } from '#platform/i18n.ts';

/** What each figure is, the form that it comes from, and the day that counts. The same is said in guards.sql. */
export const definitions = defineWords({
  ja: {
    received: ['新しく受け付けた件数。名前を聞いていない相談も数えます', '様式1 相談受付・申込票', '受付日'],
    screened: [
      'スクリーニングの結果ごとの件数',
      '様式2 インテーク・アセスメントシート',
      'スクリーニングの日',
    ],
    planned: [
      '支援決定・確認まで済んだプランの数。再プランも数えます。下書きは数えません',
      '様式5 プラン兼事業等利用申込書',
      '支援決定・確認の日',
    ],
    target: [
      '一般就労を目標とするプランの人（就労支援対象者）',
      '様式5 プラン兼事業等利用申込書',
      '支援決定・確認の日',
    ],
    program: [
      '事業を使うプランの数。一つのプランで一度だけ数えます',
      '様式5 プラン兼事業等利用申込書',
      '支援決定・確認の日',
    ],
    employed: ['評価で「一般就労を始めた」とされた人', '様式6 評価シート', '評価の日'],
    raised: [
      '評価で「就労収入が増えた」とされた人。同じ評価で就労を始めた人は、就労者に数え、ここには数えません',
      '様式6 評価シート',
      '評価の日',
    ],
    change: ['評価で見られた変化の数（複数あり）', '様式6 評価シート', '評価の日'],
    closed: ['終わったケースの数。中断は終結とは別に数えます', 'ケースの終了', '終えた日'],
    service: [
      '支援の記録の数。訂正された記録は、訂正後の一つだけを数えます。実人数は、同じ人を期間に一度だけ数えます',
      '様式3 支援経過記録シート',
      '支援した日（日本時間）',
    ],
    flow: ['二度以上聞いた人の、はじめと最後の段階', 'いまの様子', '聞いた日'],
  } as Readonly<Record<string, readonly [string, string, string]>>,
  en: {
    received: ['Newly received, also without a name', 'Form 1', 'Day of reception'],
    screened: ['By the result of the screening', 'Form 2', 'Day of the screening'],
    planned: [
      'Plans that were decided or confirmed, further ones too; no drafts',
      'Form 5',
      'Day of the decision',
    ],
    target: ['People whose plan aims at ordinary work', 'Form 5', 'Day of the decision'],
    program: ['Plans that use a program, once for each plan', 'Form 5', 'Day of the decision'],
    employed: ['People of whom a review says that they began ordinary work', 'Form 6', 'Day of the review'],
    raised: [
      'People of whom a review says that they earn more; who began work is counted there and not here',
      'Form 6',
      'Day of the review',
    ],
    change: ['Changes seen in a review (several)', 'Form 6', 'Day of the review'],
    closed: ['Cases that ended; broken off is counted apart', 'End of the case', 'Day of the end'],
    service: [
      'Records of support; of a corrected one only the correction. People: each once in the span',
      'Form 3',
      'Day of the support (Japan)',
    ],
    flow: [
      'First and last stage of those who were asked twice or more',
      'How people are',
      'Day it was asked',
    ],
  },
});
