import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { ReferralRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '案内した先・つないだ先',
    none: 'まだありません。',
    add: '案内した先を足す',
    words: '窓口や制度をさがす',
    wordsHint: '空けたままさがすと、いちばんの困りごとと住んでいるところから出します。言葉は残りません',
    search: 'さがす',
    nothing: '見つかりませんでした。ほかの言葉でさがしてください。',
    which: '案内した先',
    how: 'どのように',
    ways: {
      told: '伝えた',
      'called-together': '一緒に電話した',
      accompanied: '一緒に行った',
      'passed-on': 'つないだ',
    },
    keep: '記録に足す',
    kept: '案内した先を記録に足しました。',
    takeBack: '取り消す',
    takenBack: '案内した先を取り消しました。',
    gone: 'いまは公開されていない支援情報',
  },
  en: {
    title: 'Told of, or passed on to',
    none: 'Nothing yet.',
    add: 'Add an entry',
    words: 'Look for a desk or scheme',
    wordsHint: 'Left empty, it looks by the most pressing worry and where they live. The words are not kept',
    search: 'Look',
    nothing: 'Nothing was found. Try other words.',
    which: 'Entry',
    how: 'How',
    ways: {
      told: 'Told of it',
      'called-together': 'Called there together',
      accompanied: 'Went along',
      'passed-on': 'Passed on',
    },
    keep: 'Add to the record',
    kept: 'It stands in the record.',
    takeBack: 'Take back',
    takenBack: 'It was taken back.',
    gone: 'An entry that is no longer public',
  },
});

export const refusals: RefusalWords<ReferralRefusal> = {
  ja: {
    'referral-erased': 'この相談の記録は、もう消されています',
    'referral-unknown': '案内した先を選んでください',
    'referral-way-missing': 'どのように案内したかを選んでください',
    'referral-there': 'もう記録にあります',
  },
  en: {
    'referral-erased': 'The record of this talk is erased',
    'referral-unknown': 'Choose an entry',
    'referral-way-missing': 'Choose how',
    'referral-there': 'It stands in the record already',
  },
};
