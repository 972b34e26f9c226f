import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { RetentionRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '連携の保存と消去',
    lead: '名前、連絡先、書かれた言葉は、決めた日数が過ぎると、毎日自動で消えます。数えるための日付と数は残ります。',
    periods: '残す日数',
    periodsLead:
      '書いた方には、いちばん長い日数を約束しています。それより短くすることだけができます。次の夜から効きます。',
    kinds: {
      'match-words': '団体どうしのやりとり（終わってから）',
      notice: '見守りの気づき（届いてから）',
      booking: '弁護士相談の予約（相談の日から）',
      'wish-answer': '居場所の募集への返事（募集が終わってから）',
      'meeting-entrant': 'パートナーミーティングの参加者（終わってから）',
      applicant: '入会を申し込んだ方（決まってから。返事がないときは、たずねてから）',
      'place-photo': '公開をやめた居場所の写真（やめてから）',
      'place-paper': '古くなった居場所の書類（新しくしてから）',
      'training-entrant': '研修に申し込んだ方（研修が終わってから）',
      'certificate-holder': '修了証の氏名（期限が切れてから）',
    },
    days: '日',
    between: (least: number, most: number) => `${least}日から${most}日まで`,
    save: '日数を決める',
    saved: '日数を決めました。',
    readOnly: '日数を決めるのは、連携の担当です。',
    ledger: '消したものの記録',
    ledgerLead: 'いつ、何を、いくつ消したか。だれの、何という内容かは残りません。',
    none: 'まだ何も消していません',
    on: '日',
    kind: '種類',
    held: '残す日数',
    things: '件数',
  },
  en: {
    title: 'Keeping and erasing',
    lead: 'Names, addresses and words go by themselves, every night, once their days are over. Days and numbers that are counted stay.',
    periods: 'Days to keep',
    periodsLead:
      'Whoever wrote was promised the longest of them: you can only shorten it. It holds from the next night.',
    kinds: {
      'match-words': 'What two members wrote to each other (after its end)',
      notice: 'Notices of concern (after they came)',
      booking: 'Bookings of lawyer days (after the day)',
      'wish-answer': 'Answers to what a place looks for (after it ended)',
      'meeting-entrant': 'Who came to a partner meeting (after it)',
      applicant: 'Who applied to join (after the decision, or after a question that nobody answered)',
      'place-photo': 'Pictures of places that were taken off (after that)',
      'place-paper': 'Papers of places that hold no more (after the newer one)',
      'training-entrant': 'Who entered a training (after the session)',
      'certificate-holder': 'Names on certificates (after they ended)',
    },
    days: 'days',
    between: (least: number, most: number) => `From ${least} to ${most} days`,
    save: 'Settle the days',
    saved: 'The days are settled.',
    readOnly: 'The concierge settles the days.',
    ledger: 'What was erased',
    ledgerLead: 'When, what and how many. Whose it was and what it said is not kept.',
    none: 'Nothing has been erased yet',
    on: 'Day',
    kind: 'Kind',
    held: 'Days to keep',
    things: 'How many',
  },
});

export const refusals: RefusalWords<RetentionRefusal> = {
  ja: { 'days-out-of-bounds': ({ least, most }) => `${least}日から${most}日までで決めてください` },
  en: { 'days-out-of-bounds': ({ least, most }) => `From ${least} to ${most} days` },
};
