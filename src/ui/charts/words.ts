import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    place: '項目',
    value: '数値',
    total: '合計',
    numbers: '数値の表',
    range: (greatest: string, most: string, smallest: string, least: string) =>
      `最も多いのは${greatest}で${most}、最も少ないのは${smallest}で${least}です。`,
    course: (from: string, first: string, to: string, last: string, peak: string, most: string) =>
      `${from}の${first}から${to}の${last}までの動きです。最も多いのは${peak}の${most}です。`,
    change: (label: string, before: string, after: string) => `${label}は${before}から${after}になりました。`,
    unknown: '数値はまだありません。',
    named: (name: string, sentence: string) => `${name}：${sentence}`,
    missing: '不明',
  },
  en: {
    place: 'Item',
    value: 'Value',
    total: 'Total',
    numbers: 'The numbers',
    range: (greatest: string, most: string, smallest: string, least: string) =>
      `${greatest} has the most with ${most}, ${smallest} the fewest with ${least}.`,
    course: (from: string, first: string, to: string, last: string, peak: string, most: string) =>
      `From ${first} in ${from} to ${last} in ${to}, at most ${most} in ${peak}.`,
    change: (label: string, before: string, after: string) => `${label} went from ${before} to ${after}.`,
    unknown: 'There are no numbers yet.',
    named: (name: string, sentence: string) => `${name}: ${sentence}`,
    missing: 'unknown',
  },
});
