import type { Lang } from '#platform/i18n.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import type { RefusalFacts } from '#platform/result.ts';
import type { WorkbookRefusal } from '#ui/workbook/book.ts';
import { bookWords } from './book-words.ts';
import type { FindingKind, TakeOverRefusal } from './rules.ts';

type Says = string | ((facts: RefusalFacts) => string);
const part = (lang: Lang, facts: RefusalFacts) =>
  bookWords[lang].sheets[facts['part'] === 'words' ? 'words' : 'values'];

/** Why a file was not opened at all. */
export const fileRefusals: Readonly<
  Record<Lang, Readonly<Record<WorkbookRefusal | FileRefusal | 'no-file', string>>>
> = {
  ja: {
    'no-file': '記入したブックを選んでください',
    'file-empty': '記入したブックを選んでください',
    'file-kind-not-taken':
      'これはExcelブック（.xlsx）ではありません。受け取ったブックに記入したファイルを選んでください',
    'file-too-large': 'ファイルが大きすぎます。10MBまでのブックを選んでください',
    'not-a-workbook':
      'これはExcelブック（.xlsx）ではありません。受け取ったブックに記入したファイルを選んでください',
    encrypted: 'パスワードがかかっていて読めません。パスワードを外して保存し直してください',
    'old-format':
      '古い形式（.xls）です。「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存し直してください',
    damaged: 'ファイルが壊れていて読めません。Excelで開いて保存し直すか、新しいブックに記入し直してください',
    'unsafe-package':
      'ファイルの中に、ブックにはない形のものが入っています。受け取ったブックに記入したファイルを選んでください',
    'too-large':
      'ファイルの中身が大きすぎて、開くのを止めました。受け取ったブックに記入したファイルを選んでください',
    'too-slow':
      'ファイルを読むのに時間がかかりすぎるため、開くのを止めました。受け取ったブックに記入したファイルを選んでください',
  },
  en: {
    'no-file': 'Choose the workbook that you filled in',
    'file-empty': 'Choose the workbook that you filled in',
    'file-kind-not-taken':
      'This is not an Excel workbook (.xlsx). Choose the workbook that you took here and filled in',
    'file-too-large': 'The file is too large. Choose a workbook of up to 10 MB',
    'not-a-workbook':
      'This is not an Excel workbook (.xlsx). Choose the workbook that you took here and filled in',
    encrypted: 'The file is locked with a password. Take the password away and save it again',
    'old-format': 'This is the old format (.xls). Save it again as “Excel workbook (.xlsx)”',
    damaged: 'The file is damaged. Open it in Excel and save it again, or fill in a new workbook',
    'unsafe-package':
      'The file holds something that no workbook holds. Choose the workbook that you took here and filled in',
    'too-large':
      'What is inside the file is too large, so it was not opened. Choose the workbook that you took here and filled in',
    'too-slow':
      'The file takes too long to read, so it was not opened. Choose the workbook that you took here and filled in',
  },
};

/** What is wrong with a cell, a row or the whole workbook, and how to mend it. */
export const findingWords: Readonly<Record<Lang, Readonly<Record<FindingKind, Says>>>> = {
  ja: {
    'not-ours': 'この画面から受け取ったブックではありません。ブックを受け取り直して、それに記入してください',
    'other-round': '別の照会のブックです。この照会のブックを受け取り直してください',
    'seal-broken':
      'ブックの隠れた部分（照会や事業の番号）が書き換えられています。新しいブックを受け取って記入し直してください',
    'other-bureau': '別の局のブックです。あなたの局のブックを戻してください',
    'round-closed': 'この照会は締め切られています',
    'sheet-missing': (facts) =>
      `「${part('ja', facts)}」のシートがありません。シートを消さずに、全体を戻してください`,
    'columns-moved': '列が動いているか、消えています。列の順番を元に戻すか、新しいブックに記入してください',
    'row-unknown': 'この行の番号は、このブックのものではありません。元の行を書き換えずに記入してください',
    'row-missing': (facts) =>
      `「${part('ja', facts)}」から、${facts['program']}${facts['measure'] ? `「${facts['measure']}」` : ''}の行がなくなっています`,
    'row-twice': '同じ行が二度あります。写した行を消してください',
    'row-without-id': '表にない行に記入があります。記入を消すか、元の行に移してください',
    'not-asked': 'ここは記入しないセルです。消してください',
    'entry-changed': (facts) =>
      `「${facts['program']}」は、ブックを受け取ったあとに画面で変更されました。新しいブックを受け取り直すか、画面で記入してください`,
    'entry-handed-in': (facts) =>
      `「${facts['program']}」は提出ずみなので変えられません。直すときは事務局に差し戻しを頼んでください`,
    'entry-gone': 'この事業は、この照会の対象ではなくなりました。新しいブックを受け取ってください',
    'measure-gone': (facts) =>
      `「${facts['program']}」のこの指標はなくなりました。新しいブックを受け取ってください`,
    formula: '計算式が入っています。計算式ではなく、結果の値を入れてください',
    'error-value': (facts) => `エラー値（${facts['typed']}）が入っています。値を入れ直してください`,
    date: '日付になっています。数を入れ直してください',
    'not-a-number': (facts) => `「${facts['typed']}」は数ではありません。数字だけを入れてください`,
    negative: (facts) => `${facts['typed']} は0より小さい数です。0以上の数を入れてください`,
    'not-whole': (facts) => `${facts['typed']} には小数があります。整数を入れてください`,
    'too-fine': (facts) => `${facts['typed']} は小数第4位までにしてください`,
    'too-large': '数が大きすぎます。桁を確かめてください',
    'rating-unknown': (facts) => `「${facts['typed']}」という評価区分はありません。一覧から選んでください`,
    'text-too-long': (facts) => `${facts['length']}文字あります。${facts['most']}文字までにしてください`,
  },
  en: {
    'not-ours': 'This workbook was not taken from here. Download a workbook and fill in that one',
    'other-round': 'This workbook belongs to another round. Download the one of this round',
    'seal-broken':
      'The hidden part of the workbook (the numbers of the round and the programs) was changed. Download a new one and fill it in again',
    'other-bureau': 'This workbook belongs to another bureau',
    'round-closed': 'This round is closed',
    'sheet-missing': (facts) => `The sheet “${part('en', facts)}” is missing. Return the whole workbook`,
    'columns-moved': 'Columns were moved or deleted. Put them back, or fill in a new workbook',
    'row-unknown': 'This row is not one of this workbook. Fill in the rows that were there',
    'row-missing': (facts) =>
      `On “${part('en', facts)}” the row of ${facts['program']}${facts['measure'] ? `, “${facts['measure']}”,` : ''} is missing`,
    'row-twice': 'This row is there twice. Delete the copy',
    'row-without-id': 'Something stands outside of the table. Delete it, or move it into its row',
    'not-asked': 'This cell is not to be filled in. Empty it',
    'entry-changed': (facts) =>
      `“${facts['program']}” was changed on the pages after this workbook was taken. Download a new one, or fill in on the page`,
    'entry-handed-in': (facts) =>
      `“${facts['program']}” is handed in and cannot be changed. Ask the secretariat to send it back`,
    'entry-gone': 'This program is no longer part of the round. Download a new workbook',
    'measure-gone': (facts) =>
      `This measure of “${facts['program']}” no longer exists. Download a new workbook`,
    formula: 'There is a formula. Enter its result instead',
    'error-value': (facts) => `There is an error value (${facts['typed']}). Enter the value again`,
    date: 'This is a date. Enter the number again',
    'not-a-number': (facts) => `“${facts['typed']}” is not a number. Enter digits only`,
    negative: (facts) => `${facts['typed']} is below zero. Enter 0 or more`,
    'not-whole': (facts) => `${facts['typed']} has decimals. Enter a whole number`,
    'too-fine': (facts) => `${facts['typed']} has more than four decimals`,
    'too-large': 'The number is too large. Check its digits',
    'rating-unknown': (facts) => `There is no rating “${facts['typed']}”. Choose one of the list`,
    'text-too-long': (facts) => `${facts['length']} characters are too many: at most ${facts['most']}`,
  },
};

export function findingText(
  lang: Lang,
  { kind, facts }: { kind: FindingKind; facts?: RefusalFacts },
): string {
  const says = findingWords[lang][kind];
  return typeof says === 'string' ? says : says(facts ?? {});
}

export const takeOverRefusals: Readonly<Record<Lang, Readonly<Record<TakeOverRefusal, Says>>>> = {
  ja: {
    'already-decided': 'このブックは、すでに取り込んだか、取りやめています',
    'has-errors': '誤りがあるので取り込めません。ブックを直して、もう一度戻してください',
    'nothing-changes': '変わるところがないので、取り込むものがありません',
    'changed-meanwhile': (facts) =>
      `確かめている間に「${facts['program']}」が変更されたので、何も取り込みませんでした。もう一度ブックを受け取って記入してください`,
  },
  en: {
    'already-decided': 'This workbook was already taken over or dropped',
    'has-errors': 'There are errors, so nothing can be taken over. Mend the workbook and return it again',
    'nothing-changes': 'Nothing would change',
    'changed-meanwhile': (facts) =>
      `“${facts['program']}” was changed while you looked, so nothing was taken over. Take a new workbook and fill it in`,
  },
};
