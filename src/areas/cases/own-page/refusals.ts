import type { RefusalWords } from '#platform/web/refusals.ts';
import type { BasisRefusal } from '../bases/rules.ts';
import type { OwnPageRefusal } from './rules.ts';

export const refusals: RefusalWords<OwnPageRefusal> = {
  ja: {
    'page-unknown': '番号か合言葉がちがいます',
    'page-rests': ({ minutes }) =>
      `まちがいが続いたので、この番号はしばらく使えません。${minutes}分たってから、もう一度ためしてください`,
    'words-missing': '言葉を書いてください',
    'words-too-long': ({ most }) => `${most}文字までにしてください`,
    'too-many-open': '返事を待っているものが多くあります。支援員に直接伝えてください',
    'answer-missing': '返事を選んでください',
    'answered-before': 'すでに返事をしています',
  },
  en: {
    'page-unknown': 'Number or passphrase is wrong',
    'page-rests': ({ minutes }) => `Too many wrong tries: this number rests. Try again in ${minutes} minutes`,
    'words-missing': 'Write some words',
    'words-too-long': ({ most }) => `At most ${most} letters`,
    'too-many-open': 'Many things wait for an answer already. Please tell your worker',
    'answer-missing': 'Choose an answer',
    'answered-before': 'It was answered before',
  },
};

export const withdrawRefusal = (lang: 'ja' | 'en', refusal: BasisRefusal): string =>
  refusal === 'already-withdrawn'
    ? { ja: 'すでに取り消しています', en: 'It was withdrawn before' }[lang]
    : {
        ja: 'いまは取り消せません。支援員に伝えてください',
        en: 'This cannot be withdrawn here. Tell your worker',
      }[lang];
