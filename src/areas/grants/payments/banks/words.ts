import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { CodeProblem, RegisterRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '金融機関と支店の一覧',
    lead: '口座の番号の書き間違いに、書いた人と支払う人が気づけるようにします。銀行などから受け取った一覧をファイルで取り込みます。このシステムが外に問い合わせることはありません。',
    none: '一覧がまだありません。番号は、桁数だけを確かめています。',
    take: '一覧を取り込む',
    takeLead: '新しい一覧は、いまの一覧と丸ごと入れ替わります。一行でも読めないときは、何も変わりません。',
    file: '一覧のファイル（CSV）',
    fileHint: '一行目は「銀行コード,銀行名,銀行名カナ,支店コード,支店名,支店名カナ」。順番は問いません',
    asOf: 'いつ現在の一覧か',
    taken: (branches: string) => `${branches}件の支店を取り込みました。`,
    holds: (day: string, banks: string, branches: string) =>
      `いまの一覧は${day}現在（${banks}の金融機関、${branches}の支店）です。`,
    history: 'これまでの取り込み',
    at: '取り込んだ日時',
    banks: '金融機関',
    branches: '支店',
    problems: {
      'bank-unknown': '一覧にない金融機関コードです。通帳を確かめてください',
      'branch-unknown': 'この金融機関の一覧にない支店コードです。通帳を確かめてください',
    } satisfies Record<CodeProblem, string>,
    again: '通帳のとおりなら、もう一度「保存して次へ」を押すと進めます。',
  },
  en: {
    title: 'Banks and branches',
    lead: 'So that whoever writes a code, and whoever pays, notices a slip. The list comes as a file from your bank; the product asks nobody outside.',
    none: 'There is no list yet: of a code only its length is checked.',
    take: 'Take over a list',
    takeLead:
      'A new list takes the place of the one before, whole. When one line cannot be read, nothing changes.',
    file: 'List (CSV)',
    fileHint:
      'The first line names the columns: bank, bankName, bankKana, branch, branchName, branchKana, in any order',
    asOf: 'As of',
    taken: (branches: string) => `${branches} branches were taken over.`,
    holds: (day: string, banks: string, branches: string) =>
      `The list is as of ${day}: ${banks} banks, ${branches} branches.`,
    history: 'Taken over before',
    at: 'When',
    banks: 'Banks',
    branches: 'Branches',
    problems: {
      'bank-unknown': 'No bank of the list has this code. Compare it with the passbook',
      'branch-unknown': 'No branch of this bank has this code. Compare it with the passbook',
    } satisfies Record<CodeProblem, string>,
    again: 'If the passbook says so, press “Save and go on” once more.',
  },
});

export const refusals: RefusalWords<RegisterRefusal> = {
  ja: {
    'file-missing': 'ファイルを選んでください',
    'file-unreadable': 'CSVとして読めません',
    'columns-missing': ({ column }) => `一行目に「${column}」の列がありません`,
    'no-branches': '支店が一つもありません',
    'code-wrong': ({ line }) => `${line}行目：銀行コードは4桁、支店コードは3桁の数字です`,
    'kana-wrong': ({ line }) => `${line}行目：銀行名と支店名をカナで書いてください`,
    'branch-twice': ({ line, code }) => `${line}行目：${code} は二度出てきます`,
    'as-of-later': '今日より後の日にはできません',
  },
  en: {
    'file-missing': 'Choose a file',
    'file-unreadable': 'This cannot be read as CSV',
    'columns-missing': ({ column }) => `The first line has no column “${column}”`,
    'no-branches': 'There is no branch in it',
    'code-wrong': ({ line }) => `Line ${line}: a bank code has four digits, a branch code three`,
    'kana-wrong': ({ line }) => `Line ${line}: names have to be in kana`,
    'branch-twice': ({ line, code }) => `Line ${line}: ${code} is there twice`,
    'as-of-later': 'It cannot be a day after today',
  },
};
