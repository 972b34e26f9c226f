import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PhraseRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: 'よく使う言い回し',
    lead: '返事を書くところで「/」と短い名前を打ち、Tabを押すと入ります。送る前に、相手に合わせて直せます。',
    none: 'まだ言い回しはありません。',
    list: 'この窓口の言い回し',
    add: '言い回しを足す',
    code: '短い名前',
    codeHint: '英小文字と数字。例：aisatsu、h1',
    codeWrong: '英小文字・数字・ハイフンで、20文字までにしてください',
    name: '見出し',
    text: '言い回し',
    textHint: '{窓口} {番号} {時刻} {次の受付} は、使うときの言葉に置きかわります',
    position: '順番',
    save: '保存する',
    saved: '言い回しを保存しました。',
    remove: '外す',
    removed: '言い回しを外しました。',
    pick: '言い回し',
    pickHint: '返事で「/短い名前」とTabでも入ります',
    choose: '選ぶ',
    insert: '入れる',
  },
  en: {
    title: 'Phrases',
    lead: 'In the reply, type “/” with the short name and press Tab. Change it to fit the person before you send it.',
    none: 'No phrases yet.',
    list: 'Phrases of this desk',
    add: 'Add a phrase',
    code: 'Short name',
    codeHint: 'Small letters and digits: hello, h1',
    codeWrong: 'Use small letters, digits and hyphens, at most 20',
    name: 'Title',
    text: 'Phrase',
    textHint: '{窓口} (desk) {番号} (number) {時刻} (time) {次の受付} (next opening) are filled in',
    position: 'Order',
    save: 'Save',
    saved: 'The phrase is saved.',
    remove: 'Remove',
    removed: 'The phrase is removed.',
    pick: 'Phrases',
    pickHint: 'Or type “/name” and Tab in the reply',
    choose: 'Choose',
    insert: 'Insert',
  },
});

export const refusals: RefusalWords<PhraseRefusal> = {
  ja: {
    'placeholder-unknown': ({ name }) =>
      `{${name}} は使えません。使えるのは {窓口} {番号} {時刻} {次の受付} です`,
    'phrase-code-taken': 'この短い名前は、ほかの言い回しが使っています',
    'too-many-phrases': ({ most }) => `言い回しは${most}までです`,
  },
  en: {
    'placeholder-unknown': ({ name }) => `{${name}} is not known. Use {窓口} {番号} {時刻} {次の受付}`,
    'phrase-code-taken': 'Another phrase has this short name',
    'too-many-phrases': ({ most }) => `At most ${most} phrases`,
  },
};
