import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { RequestRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '申し出を送る',
    lead: '五つの質問に短く答えてください。相手は、この内容を読んで返事をします。',
    rate: (percent: number) => `この団体は、届いた申し出の${percent}%に返事をしています。`,
    about: '申し出る先',
    as: '申し出る団体',
    own: 'あわせて示す、自分のニーズ・シーズ',
    ownHint: '合うものがあるときに選びます',
    ownNone: '示さない',
    what: '1. 何を、どれだけ',
    whatHint: '例：米を毎月30kg、5か月',
    quantity: '数量（分かるとき）',
    when: '2. いつ',
    whenHint: '例：毎月第2土曜の午前',
    where: '3. どこで',
    whereHint: '例：見本市内。受け取りに行けます',
    whoComes: '4. だれが来るか',
    whoComesHint: '例：職員1人とボランティア2人。名前は書かなくてかまいません',
    why: '5. なぜ、お願いするのか',
    whyHint: 'この相手に送る理由を書きます。同じ文面を多くの相手に送ることはできません',
    hidden: 'メールアドレスや電話番号は書かないでください。書いても、相手には表示されません。',
    submit: '申し出を送る',
    done: '申し出を送りました。返事があると、メールでお知らせします。',
    none: '申し出ることのできる団体がありません',
  },
  en: {
    title: 'Send a first request',
    lead: 'Five short answers. The other side reads them and answers.',
    rate: (percent: number) => `They answer ${percent}% of the requests that reach them.`,
    about: 'To',
    as: 'For which organisation',
    own: 'A need or offer of your own',
    ownHint: 'If you have one that fits',
    ownNone: 'None',
    what: '1. What, and how much',
    whatHint: 'For example: 30 kg of rice each month, for five months',
    quantity: 'Quantity, if known',
    when: '2. When',
    whenHint: 'For example: the second Saturday of each month, in the morning',
    where: '3. Where',
    whereHint: 'For example: in Sample City',
    whoComes: '4. Who comes',
    whoComesHint: 'For example: one of our staff and two volunteers. No names are needed',
    why: '5. Why you ask them',
    whyHint: 'Why you write to them. The same text cannot be sent to many',
    hidden: 'Please write no mail address or telephone number. The other side would not see it.',
    submit: 'Send the request',
    done: 'Your request was sent. You will hear by mail when there is an answer.',
    none: 'You have no organisation that can ask',
  },
});

export const refusals: RefusalWords<RequestRefusal> = {
  ja: {
    'own-post': '自分の団体のニーズ・シーズには、申し出ることができません',
    'not-a-member': '申し出ができるのは、双方が構成員のときだけです',
    'offer-ended':
      'ちょうど期限が来たか公開が終わったため、申し出ることができません。ほかのニーズ・シーズもご覧ください',
    'month-full': '今月受けられる件数に達しています。来月になると、また申し出ることができます',
    'asked-already': 'この件では、もうやりとりが進んでいます。マッチングの一覧をご覧ください',
    'too-many-today': ({ most }) =>
      `一日に送ることのできる申し出は${most}件までです。明日、また送ることができます`,
    'same-words': ({ most }) =>
      `同じ文面を${most}団体に送っています。この相手に送る理由を書いて、もう一度送ってください`,
    'not-taken': 'この相手には、いま申し出を送ることができません',
    'requests-stopped': ({ until }) =>
      `連携の担当が、あなたの団体からの申し出を${until}まで止めています。くわしくは、連携の担当におたずねください`,
    'own-post-unfit': '選んだニーズ・シーズは、この件に合いません。選び直してください',
  },
  en: {
    'own-post': 'This is your own organisation’s',
    'not-a-member': 'Both have to be members',
    'offer-ended': 'It has just ended or is no longer public. Please look at others',
    'month-full': 'This month is full. You can ask again next month',
    'asked-already': 'You are talking about this already. See your matches',
    'too-many-today': ({ most }) => `${most} requests a day are the most. You can send more tomorrow`,
    'same-words': ({ most }) => `You have sent the same text to ${most} others. Write why you ask this one`,
    'not-taken': 'You cannot send a request to them now',
    'requests-stopped': ({ until }) =>
      `The concierge has stopped your requests until ${until}. Please ask them`,
    'own-post-unfit': 'The need or offer that you chose does not fit. Choose again',
  },
};
