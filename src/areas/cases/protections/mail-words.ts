import { defineWords } from '#platform/i18n.ts';

/** Nothing of the person, not even that it is about a protected one of which organisation: a letter is read over shoulders. */
export const mailWords = defineWords({
  ja: {
    ask: {
      subject: '確認をお願いします',
      body: '二人目の確認が要る操作の申し出が一件あります。次のページで理由を読み、認めるかどうかを決めてください。',
    },
    agreed: {
      subject: '申し出が認められました',
      body: '申し出た操作が認められました。認められている時間は短いので、いま必要なときだけ、次のページから行ってください。過ぎたときは、もう一度申し出てください。',
    },
    refused: {
      subject: '申し出は認められませんでした',
      body: '申し出た操作は認められませんでした。確認した人に相談してください。',
    },
    renew: {
      subject: '期限が近づいている記録があります',
      body: '一年ごとに続けるかどうかを決める記録の期限が近づいています。本人の考えを確かめ、次のページで続けるか終えるかを記録してください。',
    },
    over: {
      subject: '期限を過ぎた記録があります',
      body: '一年ごとに続けるかどうかを決める記録が、期限を過ぎています。守りはそのまま続いています。次のページで続けるか終えるかを記録してください。',
    },
  },
  en: {
    ask: {
      subject: 'Please confirm',
      body: 'Something waits for a second person. Please read the reason on the following page and decide.',
    },
    agreed: {
      subject: 'What you asked for is agreed',
      body: 'What you asked for was agreed, for a short time. Do it from the following page if you need it now; otherwise ask again when you do.',
    },
    refused: {
      subject: 'What you asked for is not agreed',
      body: 'What you asked for was not agreed. Please talk to the person who decided.',
    },
    renew: {
      subject: 'A record is near its end',
      body: 'A record that is renewed each year is near its end. Please ask the person, and record on the following page whether it goes on.',
    },
    over: {
      subject: 'A record is past its end',
      body: 'A record that is renewed each year is past its end. The protection still holds. Please record on the following page whether it goes on.',
    },
  },
});
