import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    title: '見つからなかった支援から',
    lead: '探されたのに見つからなかった支援と、受け入れの余裕がなく断られた紹介の回数です。10回に満たないものは出しません。下書きにして、内容を確かめてから公開します。',
    topic: '困りごと',
    municipality: '市区町村',
    month: '月',
    times: '回数',
    why: 'もとになった数',
    whys: { searched: '見つからなかった検索', declined: '余裕がなく断られた紹介' },
    draft: '求めることの下書きにする',
    drafted: '下書きにしました。種類と内容を確かめて公開してください。',
    again: 'このもとからの下書きはもうあります。',
    empty: '10回以上のものは、いまはありません。',
    kind: '求めるものの種類',
    anywhere: '（指定なし）',
    titleOf: (topic: string) => `「${topic}」の支えになるものを探しています`,
    detailOf: (topic: string, place: string, times: number, month: string) =>
      `${place}では、「${topic}」について、${month}に${times}回、求められた支援につながりませんでした。力を貸してくださる方を探しています。`,
    inPrefecture: '県内',
  },
  en: {
    title: 'From unmet need',
    lead: 'How often help was looked for and not found, or a referral was declined for lack of room. Fewer than ten are never shown. Draft a need, check it, then publish it.',
    topic: 'Worry',
    municipality: 'Municipality',
    month: 'Month',
    times: 'Times',
    why: 'What was counted',
    whys: { searched: 'Searches that found nothing', declined: 'Referrals declined for lack of room' },
    draft: 'Draft a need',
    drafted: 'The draft is made. Check its kind and words, then publish it.',
    again: 'There is a draft of this already.',
    empty: 'Nothing was counted ten times or more.',
    kind: 'Kind of what is needed',
    anywhere: '(not said)',
    titleOf: (topic: string) => `Looking for support with “${topic}”`,
    detailOf: (topic: string, place: string, times: number, month: string) =>
      `In ${place}, help with “${topic}” was looked for ${times} times in ${month} without being found. We look for whoever can lend a hand.`,
    inPrefecture: 'the prefecture',
  },
});
