import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    greeting:
      'ご案内です。話してくださってありがとうございます。いくつかお聞きして、合うところをお伝えします。答えたくないことは、とばしてください。',
    crisis:
      'とても大切なことを書いてくださいました。いま、すぐに話せるところがあります。名前は言わなくてかまいません。',
    crisisAfter: '「人と話す」を押すと、ここまでの話を相談員が読みます。',
    kept: '書いてくださったことは、このまま相談員に伝わります。',
    advice: '聞かせてくださったことから、次のところが力になれます。',
    adviceAfter: 'ここから先は、人が読みます。「人と話す」を押すと、ここまでの話がそのまま相談員に届きます。',
    passed: '答えずに進む',
    straight: 'すぐに相談先を見る',
    again: 'はじめから答え直す',
    choose: '選んで答える',
    several: 'いくつでも選べます',
    place: '市区町村',
    choosePlace: '選んでください',
    human: '人と話す',
    humanClosed: '相談員に残す',
    summary: '案内で聞いたこと',
    summaryLead: '相談者が案内に答えた内容です。もう一度聞かなくてもかまいません。',
    propose: '記録に入れてみる（保存はしません）',
    proposed: '案内の答えを入れてあります。確かめてから保存してください。',
    unanswered: '答えていません',
  },
  en: {
    greeting:
      'This is the guide. Thank you for writing. A few questions, and we tell you who can help. Skip whatever you do not want to answer.',
    crisis: 'What you wrote matters. Somebody is there now. You need not give your name.',
    crisisAfter: 'Press “Talk with a person”, and a counsellor reads all of this.',
    kept: 'What you wrote goes to the counsellor as it is.',
    advice: 'From what you told us, these can help.',
    adviceAfter:
      'From here on a person reads. Press “Talk with a person”, and a counsellor gets all of this.',
    passed: 'Skip',
    straight: 'Show me who can help',
    again: 'Answer from the beginning',
    choose: 'Choose an answer',
    several: 'Choose as many as you like',
    place: 'Municipality',
    choosePlace: 'Choose',
    human: 'Talk with a person',
    humanClosed: 'Leave it for a counsellor',
    summary: 'Told to the guide',
    summaryLead: 'What the person answered. They need not be asked again.',
    propose: 'Try it in the record (nothing is saved)',
    proposed: 'The answers stand in the form. Look at them, then save.',
    unanswered: 'Not answered',
  },
});
