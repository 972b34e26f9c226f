import { defineWords } from '#platform/i18n.ts';

/** What every reader is told of a number that is not told. */
export const shownWords = defineWords({
  ja: {
    withheld: '非公表',
    why: (fewest: string) =>
      `「非公表」は、数がないという意味ではありません。1人から${fewest}人未満の数は、誰のことか分かってしまうおそれがあるため載せていません。ほかの数との引き算で分かってしまう数も、載せていません。0は0と載せています。`,
    months: (label: string, months: string) => `${label}：${months}は非公表です。`,
    comma: '、',
  },
  en: {
    withheld: 'Not told',
    why: (fewest: string) =>
      `“Not told” does not mean that there is no number. Numbers of 1 to fewer than ${fewest} people could point at somebody and are not told, nor are others from which they could be worked out. 0 is told as 0.`,
    months: (label: string, months: string) => `${label}: not told for ${months}.`,
    comma: ', ',
  },
});
