import { defineWords } from '#platform/i18n.ts';

/** Beside the person, and perhaps over their shoulder: the title says nothing of what it is. */
export const words = defineWords({
  ja: {
    title: '届いた書類',
    lead: '窓口があなたに出した書類です。印刷できます。内容は、出したときのまま変わりません。',
    none: '届いた書類は、まだありません。',
    kind: '書類',
    number: '番号',
    day: '日付',
    neutral: '書類',
    print: '印刷する',
    open: '中身を開く',
    back: 'マイページに戻る',
  },
  en: {
    title: 'Papers for you',
    lead: 'Papers that an office wrote to you. You can print them; they never change.',
    none: 'There is no paper yet.',
    kind: 'Paper',
    number: 'Number',
    day: 'Day',
    neutral: 'Paper',
    print: 'Print',
    open: 'Show what it says',
    back: 'Back to my page',
  },
});
