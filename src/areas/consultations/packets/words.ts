import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { packetRefusals } from '#areas/directory/index.ts';
import type { PacketRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    title: 'メモのコード',
    lead: '相談者が案内のページで作ったメモを、コードで開きます。開けるのはこの窓口だけで、一つのメモは一件の相談になります。',
    code: 'コード',
    codeHint: '例：ABCD-EFGH-JKLM。大文字と小文字、ハイフンのあるなしは区別しません',
    door: 'いま、どこで話していますか',
    doors: { phone: '電話', visit: '来所', chat: 'チャット（番号と合言葉を作ります）' },
    open: 'メモを開く',
    opened: 'メモを開きました。あなたの担当になっています。',
    backTitle: '相談者に伝える番号と合言葉',
    backLead: 'チャットの続きを開くために使います。この画面に出るのは一度だけです。',
    number: '番号（8けた）',
    passphrase: '合言葉（5つのことば）',
    toContact: '相談を開く',
    own: 'メモのコードがある方',
    ownLead: '案内のページで作ったメモを、そのまま相談員に渡せます。もう一度話さなくて大丈夫です。',
    ownCode: 'メモのコード',
    told: '案内で答えたことを、相談員に伝えます。',
    toldShow: '伝わる内容を見る',
    chooseTitle: '話す窓口を選ぶ',
    chooseLead: '選ぶと、だれが読むか、どのくらい残るかをお知らせします。まだ何も送りません。',
    choose: (desk: string) => `${desk}へ進む`,
  },
  en: {
    title: 'Note by code',
    lead: 'Opens the note that a person made with the guide. Only this desk can open it, and it becomes one contact.',
    code: 'Code',
    codeHint: 'For example: ABCD-EFGH-JKLM. Case and dashes make no difference',
    door: 'How are you talking',
    doors: {
      phone: 'By telephone',
      visit: 'Face to face',
      chat: 'In chat (makes a number and a passphrase)',
    },
    open: 'Open the note',
    opened: 'The note is open, and you have the contact.',
    backTitle: 'Number and passphrase for the person',
    backLead: 'They open the chat. They are shown only once.',
    number: 'Number (8 digits)',
    passphrase: 'Passphrase (5 words)',
    toContact: 'Open the contact',
    own: 'I have the code of a note',
    ownLead: 'The note that you made with the guide goes to the counsellor. You need not tell it again.',
    ownCode: 'Code of the note',
    told: 'The counsellor gets the answers that you gave to the guide.',
    toldShow: 'See what is told',
    chooseTitle: 'Choose a desk',
    chooseLead: 'You are told who reads and how long it stays. Nothing is sent yet.',
    choose: (desk: string) => `Go on to ${desk}`,
  },
});

export const refusals: RefusalWords<PacketRefusal> = {
  ja: {
    ...packetRefusals.ja,
    'packet-used': 'このメモは、もう相談になっています。番号と合言葉で続きを開いてください。',
  },
  en: {
    ...packetRefusals.en,
    'packet-used': 'This note is a talk already. Open it with its number and passphrase.',
  },
};
