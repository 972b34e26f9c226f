import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { LinkRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '前の相談',
    proposed: '同じ人かもしれません。決めるのは、話を聞いた人です。',
    evidence: {
      number: '前の番号を本人が言った',
      phone: '同じ電話番号',
      mail: '同じメールアドレス',
      line: '同じLINEの相手',
    },
    because: '手がかり',
    link: '同じ人としてつなぐ',
    dismiss: 'ちがう人',
    linked: 'つないだ相談',
    dismissed: (count: number) => `ちがう人とした相談 ${count}件`,
    undo: '取り消す',
    ask: '前の相談を探す',
    askLead: '本人が言ったときだけ使います。電話番号そのものは残りません。',
    number: '前の番号（8けた）',
    phone: '電話番号',
    search: '探す',
    kept: '探しました。当たるものがあれば下に出ます。',
    decided: '残しました。あとから取り消せます。',
    undone: '取り消しました。',
  },
  en: {
    title: 'Earlier talks',
    proposed: 'Perhaps the same person. Whoever listened decides.',
    evidence: {
      number: 'They gave the earlier number',
      phone: 'Same telephone number',
      mail: 'Same address',
      line: 'Same LINE user',
    },
    because: 'Evidence',
    link: 'The same person',
    dismiss: 'Somebody else',
    linked: 'Linked talks',
    dismissed: (count: number) => `Of somebody else: ${count}`,
    undo: 'Take back',
    ask: 'Look for earlier talks',
    askLead: 'Only when they said so. The telephone number itself is not kept.',
    number: 'Earlier number (8 digits)',
    phone: 'Telephone number',
    search: 'Look',
    kept: 'Looked; what was found stands below.',
    decided: 'Kept. It can be taken back.',
    undone: 'Taken back.',
  },
});

export const refusals: RefusalWords<LinkRefusal> = {
  ja: {
    'link-number-unknown': 'この窓口にその番号の相談はありません',
    'link-number-own': 'いまの相談の番号です',
    'link-phone-wrong': '電話番号を10けたか11けたで入力してください',
    'link-nothing': 'つなぐ相談がありません',
    'link-decided': 'もう決まっています',
    'link-erased': '内容の消えた相談には残せません',
  },
  en: {
    'link-number-unknown': 'This desk has no talk with that number',
    'link-number-own': 'It is the number of this talk',
    'link-phone-wrong': 'Enter 10 or 11 digits',
    'link-nothing': 'There is nothing to link',
    'link-decided': 'It is decided already',
    'link-erased': 'What was said here is erased',
  },
};
