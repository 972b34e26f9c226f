import { defineWords } from '#platform/i18n.ts';

interface Letter {
  /** The other side, as its organisation is called. */
  readonly other: string;
  readonly title: string;
  readonly words: string;
  readonly url: string;
}

const quoted = (words: string) => (words ? `\n${words}\n` : '');

/** Subjects say what happened and name nobody. */
export const mailWords = defineWords({
  ja: {
    subjects: {
      asked: '申し出が届きました',
      introduced: '連携の担当から、組み合わせの提案です',
      said: 'やりとりに新しいメッセージがあります',
      accept: '申し出に「話を進める」の返事がありました',
      decline: '申し出に「今回は見送る」の返事がありました',
      withdraw: '申し出が取り下げられました',
      drafted: '合意の案が届きました。確かめてください',
      confirm: '合意がまとまりました',
      stepBack: '合意が取りやめになりました',
      receive: '受け取りが記録されました',
      finish: '受け取りが終わりました',
      thank: 'お礼が届きました',
      close: 'やりとりが終わりました',
      lapse: '返事がないまま、申し出の期限が過ぎました',
      count: '実績に数えられました',
      remind: '相手の方が返事を待っています',
      paused: 'ニーズ・シーズをお休みにしました',
    },
    body: ({ other, title, words, url }: Letter) =>
      `相手：${other}\n件名：${title}\n${quoted(words)}\n返事は、次のページからできます（サインインは要りません。30日間使えます）。\n${url}\n\nこのリンクは、あなただけのものです。ほかの人に転送しないでください。\nこのメールに返信しても、相手には届きません。\n`,
    paused: (url: string) =>
      `返事のない申し出が続いたため、公開中のニーズ・シーズをお休みにしました。責めるものではありません。\nもう一度受け付けるときは、次のページで「再開する」を一度押してください。\n${url}\n`,
  },
  en: {
    subjects: {
      asked: 'A first request has arrived',
      introduced: 'The concierge would bring two of you together',
      said: 'There is a new message',
      accept: 'Your request was answered: let us talk',
      decline: 'Your request was answered: not this time',
      withdraw: 'A request was taken back',
      drafted: 'An agreement waits for your yes',
      confirm: 'You have an agreement',
      stepBack: 'An agreement was given up',
      receive: 'Something has arrived',
      finish: 'Everything has arrived',
      thank: 'Thanks have arrived',
      close: 'A talk has ended',
      lapse: 'A request was not answered in time',
      count: 'It was counted',
      remind: 'Somebody waits for your answer',
      paused: 'Your needs and offers rest',
    },
    body: ({ other, title, words, url }: Letter) =>
      `With: ${other}\nAbout: ${title}\n${quoted(words)}\nAnswer on this page (no sign-in; it works for 30 days):\n${url}\n\nThis link is yours alone. Please do not pass it on.\nA reply to this mail does not reach the other side.\n`,
    paused: (url: string) =>
      `Several requests found no answer, so your public needs and offers rest now. This is no reproach.\nTo be asked again, press once on this page:\n${url}\n`,
  },
});
