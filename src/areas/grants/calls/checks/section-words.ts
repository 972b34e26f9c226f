import { defineWords } from '#platform/i18n.ts';

/** The parts of the terms, by name. */
export const sectionWords = defineWords({
  ja: {
    basics: '基本',
    windows: '受付期間',
    amount: '金額',
    eligibility: '2分の確認',
    questions: '質問',
    papers: '書類',
    conditions: '条件と報告',
    review: '審査',
    figures: '事業の数字',
    benefit: '給付',
    'benefit-conditions': '給付の条件',
  },
  en: {
    basics: 'Basics',
    windows: 'Windows',
    amount: 'Amount',
    eligibility: 'Two minutes',
    questions: 'Questions',
    papers: 'Papers',
    conditions: 'Conditions and report',
    review: 'Review',
    figures: 'Figures',
    benefit: 'Benefit',
    'benefit-conditions': 'Who can get it',
  },
});
