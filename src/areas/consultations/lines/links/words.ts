import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    lead: 'ここから先のやりとりは、LINEには残りません。',
    begin: 'この画面で話しはじめる',
    over: 'この入り口は、もう使えません',
    overLead:
      '一度使ったか、時間が過ぎました。LINEの画面で何か送るか、「話す画面をひらく」を押すと、新しい入り口が届きます。',
    other: 'LINEを使わずに話す',
  },
  en: {
    lead: 'From here on, nothing stays with LINE.',
    begin: 'Begin on this page',
    over: 'This way in no longer works',
    overLead:
      'It was used, or its time is over. Send anything on LINE, or press “Open the page to talk”, and you get a new one.',
    other: 'Talk without LINE',
  },
});
