import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { StepRefusal } from '../rules.ts';
import type { ReadRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    title: '銀行の明細',
    lead: '銀行の入出金明細（CSV）か、振込不能のファイル（全銀の様式）を読み込み、支払と照らし合わせます。',
    read: '読み込む',
    file: '銀行のファイル',
    fileHint: 'CSVは日付・出金・入金・摘要の列があるもの。同じ行は二度数えません',
    readStatement: (taken: number, left: number) =>
      `${taken}行を読み込みました。${left > 0 ? `前に読んだ${left}行は除きました。` : ''}`,
    readReturns: (taken: number, left: number) =>
      `戻ってきた支払${taken}件を記録しました。${left > 0 ? `合う支払のない${left}件は記録していません。` : ''}`,
    open: 'まだ照らし合わせていない行',
    none: '照らし合わせる行はありません',
    day: '日付',
    text: '摘要',
    out: '出金',
    in: '入金',
    match: '照らし合わせ',
    transfer: (number: string) => `振込ファイル第${number}号として確認する`,
    payment: (number: string, payee: string) => `${number} ${payee}が戻ってきた`,
    nothing: '合うものが見つかりません',
    sure: '一つだけ合います',
    aside: '補助金のものではない',
    matched: '照らし合わせました。',
    asideDone: '一覧から外しました。',
    matchAll: (count: number) => `一つだけ合う${count}行をまとめて照らし合わせる`,
    matchedAll: (count: number) => `${count}行を照らし合わせました。`,
  },
  en: {
    title: 'Bank statements',
    lead: 'Read a statement (CSV) or a file of transfers that could not be credited, and compare it with the payments.',
    read: 'Read it',
    file: 'File of the bank',
    fileHint: 'A CSV has columns for day, money out, money in and words. No line counts twice',
    readStatement: (taken: number, left: number) =>
      `${taken} lines were read.${left > 0 ? ` ${left} were known already.` : ''}`,
    readReturns: (taken: number, left: number) =>
      `${taken} payments came back.${left > 0 ? ` ${left} fit no payment and were left out.` : ''}`,
    open: 'Lines that are not matched yet',
    none: 'Nothing is left to match',
    day: 'Day',
    text: 'Words of the bank',
    out: 'Out',
    in: 'In',
    match: 'Match',
    transfer: (number: string) => `It is transfer file No. ${number}`,
    payment: (number: string, payee: string) => `${number} ${payee} came back`,
    nothing: 'Nothing fits',
    sure: 'Only one fits',
    aside: 'Not of grants',
    matched: 'Matched.',
    asideDone: 'Set aside.',
    matchAll: (count: number) => `Match the ${count} lines of which only one fits`,
    matchedAll: (count: number) => `${count} lines were matched.`,
  },
});

export const refusals: RefusalWords<ReadRefusal | StepRefusal | 'not-yet' | 'amount-differs'> = {
  ja: {
    'columns-unknown': '日付・出金・入金の列が見つかりません。見出しの行があるCSVを選んでください',
    'nothing-in-it': '入出金の行がありません',
    'line-unreadable': (facts) => `${String(facts['row'])}行目の日付か金額が読めません`,
    'file-unreadable': 'このファイルは読めません。CSVか全銀の様式のファイルを選んでください',
    'file-known': 'このファイルはもう読み込んであります',
    'file-missing': 'ファイルを選んでください',
    'step-not-now': '状態が変わったため、いまはこの操作ができません',
    'same-person': 'ほかの人に頼んでください',
    'not-yet': (facts) => `振込日（${String(facts['day'])}）より前には記録できません`,
    'amount-differs': '金額が違います',
  },
  en: {
    'columns-unknown': 'There are no columns for day, out and in. Choose a CSV with headings',
    'nothing-in-it': 'There are no lines in it',
    'line-unreadable': (facts) => `Day or amount of row ${String(facts['row'])} cannot be read`,
    'file-unreadable': 'This file cannot be read. Choose a CSV or a file of the banks’ layout',
    'file-known': 'This file was read already',
    'file-missing': 'Choose a file',
    'step-not-now': 'Its state has changed, so this cannot be done now',
    'same-person': 'Ask somebody else',
    'not-yet': (facts) => `Not before the day on which it is paid (${String(facts['day'])})`,
    'amount-differs': 'The amounts differ',
  },
};
