import { defineWords } from '#platform/i18n.ts';

/** Nothing of what was written, nor of whom: a mail is read over shoulders, and a proposal may be about a sealed entry. */
export const mailWords = defineWords({
  ja: {
    subject: (waiting: number) => `【支援情報】判断を待つ提案が${waiting}件あります`,
    body: (waiting: number, page: string) =>
      [
        `支援情報について、判断を待つ提案が${waiting}件あります。`,
        'サインインして読み、取り入れるかどうかを決めてください。',
        '',
        page,
        '',
        '提案の内容は、このメールには書いていません。取り入れるまで、公開ページは変わりません。',
      ].join('\n'),
  },
  en: {
    subject: (waiting: number) => `[Directory] Proposals that wait for a decision: ${waiting}`,
    body: (waiting: number, page: string) =>
      [
        `Proposals about entries of the directory that wait for a decision: ${waiting}.`,
        'Please sign in, read them and decide.',
        '',
        page,
        '',
        'What was proposed is not in this mail. Nothing public changes until a proposal is accepted.',
      ].join('\n'),
  },
});
