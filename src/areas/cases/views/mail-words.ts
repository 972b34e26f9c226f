import { defineWords } from '#platform/i18n.ts';

export const mailWords = defineWords({
  ja: {
    unusual: {
      subject: 'ふだんと違う閲覧があります',
      body: 'ふだんと違う閲覧が見つかりました。事情を確かめ、わかったことを次のページに書いてください。',
    },
  },
  en: {
    unusual: {
      subject: 'Unusual reading',
      body: 'Reading that is not as usual was found. Please look into it and write what you found on the following page.',
    },
  },
});
