import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';

export const words = defineWords({
  ja: {
    title: '紙の依頼書に答える',
    lead: '依頼書に書かれたコードで、内容を読み、返事ができます。アカウントはいりません。',
    code: '依頼書のコード',
    codeHint: '12文字。大文字と小文字、線のあるなしは、どちらでもかまいません。',
    open: '依頼を開く',
    answerHere: 'この依頼に答えるには',
    answerLead:
      '次のページでコードを入れるか、四角い図を携帯電話で読み取ってください。14日のあいだ使えます。',
    qr: '返事のページを開く図',
  },
  en: {
    title: 'Answer a request on paper',
    lead: 'With the code on the sheet you read the request and answer it. You need no account.',
    code: 'Code on the sheet',
    codeHint: '12 letters and digits; capitals and dashes do not matter.',
    open: 'Open the request',
    answerHere: 'To answer this request',
    answerLead:
      'Type the code on this page, or read the square picture with a telephone. It works for 14 days.',
    qr: 'Picture that opens the page for the answer',
  },
});

export const refusals: RefusalWords<'no-code'> = {
  ja: { 'no-code': 'コードは12文字です。依頼書を見て、もう一度入れてください' },
  en: { 'no-code': 'A code has 12 letters and digits. Look at the sheet and type it again' },
};
