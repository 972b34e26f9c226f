import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    title: 'いま話せるところ',
    lead: '名前は言わなくてかまいません。うまく話せなくても、だいじょうぶです。',
    danger: 'いま命や体があぶないとき',
    now: 'いまつながります',
    free: '通話無料',
    call: (number: string, name: string) => `${number}（${name}）に電話する`,
  },
  en: {
    title: 'Who is there now',
    lead: 'You need not give your name. You need not find the right words.',
    danger: 'When a life is in danger now',
    now: 'Open now',
    free: 'Free call',
    call: (number: string, name: string) => `Call ${number} (${name})`,
  },
});
