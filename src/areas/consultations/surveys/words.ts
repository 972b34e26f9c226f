import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { SurveyRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: 'よかったら、3つだけ教えてください',
    lead: '答えなくてもかまいません。だれの答えかは残さず、数だけを窓口の見直しに使います。',
    questions: {
      easy: '話しやすかったですか',
      lighter: '気持ちや考えが、少し楽になりましたか',
      again: 'また相談したいと思いますか',
    },
    answers: { yes: 'はい', somewhat: '少し', no: 'いいえ' },
    send: '答える',
    thanks: '答えてくださって、ありがとうございました。',
    report: '相談した人の声（3つの質問）',
    reportLead: (people: number) =>
      `答えた人 ${people}人。答えるかどうかは本人が選び、だれの答えかは残しません。`,
    question: '質問',
    given: '答えた数',
    person: '人',
    share: '「はい」の割合',
    shareNote: '「はい」÷ その質問に答えた数',
  },
  en: {
    title: 'If you like, three short questions',
    lead: 'You need not answer. Nobody knows whose answers they are; only their numbers are used.',
    questions: {
      easy: 'Was it easy to talk?',
      lighter: 'Do you feel a little lighter, or see a little clearer?',
      again: 'Would you come again?',
    },
    answers: { yes: 'Yes', somewhat: 'A little', no: 'No' },
    send: 'Answer',
    thanks: 'Thank you for your answers.',
    report: 'What people said (three questions)',
    reportLead: (people: number) =>
      `${people} people answered. It was their choice, and nobody knows whose answers they are.`,
    question: 'Question',
    given: 'Answers',
    person: '',
    share: 'Share of “yes”',
    shareNote: '“Yes” ÷ answers to the question',
  },
});

export const refusals: RefusalWords<SurveyRefusal> = {
  ja: {
    'survey-not-yet': '相談が終わってから答えられます',
    'survey-answered': 'もう答えていただきました。ありがとうございました',
    'survey-empty': 'どれか一つを選んでください。答えずに閉じてもかまいません',
    'survey-not-asked': 'この窓口では質問をしていません',
  },
  en: {
    'survey-not-yet': 'You can answer when the talk has ended',
    'survey-answered': 'You have answered already. Thank you',
    'survey-empty': 'Choose one answer, or just close this page',
    'survey-not-asked': 'This desk asks no questions',
  },
};
