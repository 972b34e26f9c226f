import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { EditorRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '一緒に書く人',
    lead: '一人ずつ、自分のリンクを持ちます。同じところを同時に書いても、だまって上書きされることはありません。',
    who: '名前',
    wrote: '書いたところ',
    you: '（あなた）',
    nothing: 'まだありません',
    stopped: 'リンクは止めてあります',
    end: 'リンクを止める',
    ended: 'リンクを止めました',
    invite: '人を加える',
    inviteLead: '入れた人に、その人のリンクをメールで送ります。',
    name: '名前',
    mail: 'メールアドレス',
    send: 'リンクを送る',
    entry: (part: string, at: string) => `${part}（${at}）`,
    lostTitle: '申請のリンクをもう一度送る',
    lostLead:
      '書きはじめたときのメールアドレスを入れてください。そのアドレスで書いている申請のリンクを、すべて送ります。',
    lostSend: 'リンクを送る',
    lostDone:
      'そのメールアドレスで書いている申請があれば、リンクを送りました。数分たっても届かないときは、迷惑メールの入れ物を見るか、別のアドレスで試してください。',
    tooMany: 'この端末からの依頼が続いています。しばらくしてから、もう一度お試しください',
  },
  en: {
    title: 'People who write',
    lead: 'Everybody has a link of their own. Two who write in the same place never overwrite each other unseen.',
    who: 'Name',
    wrote: 'Wrote',
    you: ' (you)',
    nothing: 'Nothing yet',
    stopped: 'Link stopped',
    end: 'Stop the link',
    ended: 'The link was stopped',
    invite: 'Add a person',
    inviteLead: 'They get a link of their own by mail.',
    name: 'Name',
    mail: 'E-mail address',
    send: 'Send the link',
    entry: (part: string, at: string) => `${part} (${at})`,
    lostTitle: 'Send my links again',
    lostLead:
      'Give the address with which you began. Links to all applications that it writes on are sent there.',
    lostSend: 'Send the links',
    lostDone:
      'If this address writes on an application, its links are on their way. If nothing comes within minutes, look into your spam folder or try another address.',
    tooMany: 'Too many requests from here. Please try again in a while',
  },
});

export const refusals: RefusalWords<EditorRefusal> = {
  ja: {
    'last-editor': '最後の一人のリンクは止められません。先に、ほかの人を加えてください',
    'already-invited': 'このメールアドレスの人は、もうリンクを持っています',
    'too-many': '一緒に書けるのは10人までです',
  },
  en: {
    'last-editor': 'The last link cannot be stopped. Add somebody else first',
    'already-invited': 'This address holds a link already',
    'too-many': 'Ten people at most can write together',
  },
};
