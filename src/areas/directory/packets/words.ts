import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PacketRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '相談先をさがす',
    compose: '窓口に渡すメモ',
    composeLead:
      '書きかえたり、消したりできます。呼ばれたい名前や、連絡してよい時間を書き足してもかまいません。書いたところだけが窓口に伝わります。',
    text: 'メモ',
    make: 'コードをもらう',
    back: '相談先にもどる',
    made: 'メモのコード',
    madeLead: 'このコードを窓口の人に伝えると、窓口の人がメモを読めます。',
    code: 'コード',
    until: (when: string) => `${when}まで読めます。そのあとは自動で消えます。`,
    oneDesk: '読めるのは、最初にコードを伝えた窓口だけです。コードを知らない人は、だれも読めません。',
    keep: 'コードは、このページを閉じると二度と出ません。書きとめるか、写真にとってください。',
    takeBackNow: 'いますぐメモを消す',
    takeBack: 'メモを消す',
    takeBackLead: '窓口に渡すメモを消したいときは、コードを入力してください。',
    takeBackButton: '消す',
    gone: 'メモを消しました',
    goneLead: 'もうだれも読めません。',
    toNavigator: '相談先をさがす',
    worry: '困っていること',
    ownWords: '自分の言葉',
    say: 'コードを伝える窓口',
  },
  en: {
    title: 'Find somebody to talk to',
    compose: 'A note for the desk',
    composeLead:
      'Change it or take things out as you like. You may add a name to be called by, and when you can be reached. The desk learns only what stands here.',
    text: 'Note',
    make: 'Get a code',
    back: 'Back to the desks',
    made: 'The code of your note',
    madeLead: 'Tell this code to the desk, and the desk can read the note.',
    code: 'Code',
    until: (when: string) => `It can be read until ${when}. Then it is erased.`,
    oneDesk: 'Only the first desk that is told the code can read it. Nobody can read it without the code.',
    keep: 'The code is never shown again. Write it down, or take a picture.',
    takeBackNow: 'Erase the note now',
    takeBack: 'Erase a note',
    takeBackLead: 'To erase a note that you made for a desk, enter its code.',
    takeBackButton: 'Erase',
    gone: 'The note is erased',
    goneLead: 'Nobody can read it any more.',
    toNavigator: 'Find somebody to talk to',
    worry: 'Worries',
    ownWords: 'In my own words',
    say: 'The desk to tell the code to',
  },
});

export const refusals: RefusalWords<PacketRefusal> = {
  ja: {
    'packet-not-found':
      'このコードのメモはありません。コードがちがうか、期限が過ぎたか、もう消されています。',
    'opened-elsewhere': 'このメモは、ほかの窓口が先に開いています。',
    'too-many-codes': 'コードの入力が続いたため、しばらく使えません。15分ほど待ってください。',
    'nothing-written': 'メモに何か書いてください',
  },
  en: {
    'packet-not-found': 'There is no note with this code. It may be mistyped, expired or erased.',
    'opened-elsewhere': 'Another desk has opened this note before.',
    'too-many-codes': 'Too many codes were entered. Wait for about 15 minutes.',
    'nothing-written': 'Write something into the note',
  },
};
