import type { Lang } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { problemWords } from '../edits/problem-words.ts';
import { hoursRefusals } from '../hours-text/words.ts';
import type { FileRefusal } from './actions.ts';
import type { ImportProblem, RowProblem } from './imported.ts';
import type { ApplyRefusal } from './rules.ts';

export const fileRefusals: RefusalWords<FileRefusal | 'no-file'> = {
  ja: {
    'no-file': 'ファイルを選んでください',
    'file-empty': 'ファイルに何も書かれていません',
    'file-too-large': 'ファイルが大きすぎます。10MBまでにしてください',
    'not-text':
      'CSVとして読めません。表計算ソフトで「CSV（コンマ区切り）」または「CSV UTF-8」として保存してください',
    'no-name-column':
      '「名称」（制度では「タイトル（制度名）」）の列が見つかりません。1行目を見出しにしてください',
    'no-rows': '見出しの下に、行がありません',
    'quote-open': ({ row = '' }) =>
      `${row}行目で始まる引用符（"）が閉じていません。閉じる引用符を足してください`,
    'quote-broken': ({ row = '' }) =>
      `${row}行目の引用符（"）のあとに、続きの文字があります。中の引用符は2つ重ねて書きます`,
    'too-many-rows': ({ most = '' }) => `行が多すぎます。${most}行までのファイルに分けてください`,
    'too-many-columns': ({ row = '', most = '' }) =>
      `${row}行目の列が多すぎます。${most}列までにしてください`,
    'cell-too-long': ({ row = '', most = '' }) =>
      `${row}行目に、${most}文字を超えるセルがあります。引用符の閉じ忘れかもしれません`,
  },
  en: {
    'no-file': 'Choose a file',
    'file-empty': 'The file is empty',
    'file-too-large': 'The file is too large: at most 10 MB',
    'not-text': 'This cannot be read as CSV. Save it in your spreadsheet as “CSV” or “CSV UTF-8”',
    'no-name-column':
      'There is no column 名称 (or タイトル（制度名） of a scheme). The first row has the headings',
    'no-rows': 'There are no rows below the headings',
    'quote-open': ({ row = '' }) => `The quotation mark (") that opens in row ${row} is never closed`,
    'quote-broken': ({ row = '' }) =>
      `Row ${row}: text goes on behind a closing quotation mark ("). Inside, write two`,
    'too-many-rows': ({ most = '' }) => `Too many rows. Split the file into ones of at most ${most}`,
    'too-many-columns': ({ row = '', most = '' }) => `Row ${row} has more than ${most} columns`,
    'cell-too-long': ({ row = '', most = '' }) =>
      `Row ${row} has a cell of more than ${most} letters; perhaps a quotation mark is not closed`,
  },
};

export const applyRefusals: RefusalWords<ApplyRefusal> = {
  ja: {
    'rows-wrong': '直すところのある行が残っています。ファイルを直して、もう一度読み込んでください',
    'nothing-to-do': '取り込むことがありません',
    'already-decided': 'このファイルは、すでに取り込むか、やめるかしています',
    'changed-meanwhile': ({ row = '', name = '' }) =>
      `${row}行目の「${name}」を、その間にほかの人が変更しました。何も取り込んでいません。もう一度ファイルを読み込んでください`,
    'row-refused': ({ row = '', name = '' }) =>
      `${row}行目の「${name}」を登録できませんでした。何も取り込んでいません。もう一度ファイルを読み込んでください`,
  },
  en: {
    'rows-wrong': 'Some rows are still wrong. Mend the file and read it again',
    'nothing-to-do': 'There is nothing to take over',
    'already-decided': 'This file was taken over or dropped already',
    'changed-meanwhile': ({ row = '', name = '' }) =>
      `Somebody changed “${name}” (row ${row}) meanwhile. Nothing was taken over; read the file again`,
    'row-refused': ({ row = '', name = '' }) =>
      `“${name}” (row ${row}) could not be written. Nothing was taken over; read the file again`,
  },
};

type Own = Exclude<ImportProblem, keyof (typeof problemWords)['ja'] | keyof (typeof hoursRefusals)['ja']>;

const ownProblems: Readonly<Record<Lang, Readonly<Record<Own, (facts: RowProblem['facts']) => string>>>> = {
  ja: {
    ragged: ({ cells = '', columns = '' }) =>
      `この行は${cells}列ですが、見出しは${columns}列です。足りないコンマや、余分なコンマがないか確かめてください`,
    sealed: () =>
      '秘匿している情報と同じ名前か番号です。安全のため、ファイルからは変えられません。画面で確かめてください',
    several: () =>
      '同じ名前の情報がいくつもあり、どれか分かりません。ID（NO、制度番号）の列に番号を入れてください',
    'row-twice': () => '同じ番号（または名前）の行が、上にもあります。1行にしてください',
    'unknown-place': ({ text = '' }) =>
      `「${text}」は市区町村として分かりません。「みほん市」や6桁の番号のように書いてください`,
    'unknown-word': ({ text = '' }) =>
      `「${text}」は使えない言葉です。書き出したファイルにある言葉で書いてください`,
    'bad-check-digit': ({ text = '' }) =>
      `番号「${text}」の最後の1桁（検査数字）が合いません。番号を確かめてください`,
    'not-yes-or-no': () => '「有」か「無」で書いてください',
    'kind-differs': ({ text = '' }) =>
      `いまは「${text}」ではありません。種類は変えられないため、新しい行にしてください`,
    'hours-too-rich': () =>
      'この情報の時間は、方法や季節で細かく分かれています。表では変えられないため、画面で直してください',
    'place-missing': () => '住所がない行です。先に住所を書いてください',
  },
  en: {
    ragged: ({ cells = '', columns = '' }) =>
      `The row has ${cells} cells, the headings are ${columns}. Look for a comma too few or too many`,
    sealed: () =>
      'Its name or number is that of a sealed entry. For safety a file does not touch it; see it on its page',
    several: () => 'Several entries have this name. Put a number into the column ID (NO, 制度番号)',
    'row-twice': () => 'A row above has the same number or name. Make them one',
    'unknown-place': ({ text = '' }) =>
      `“${text}” is no municipality that is known. Write みほん市, or the code of six digits`,
    'unknown-word': ({ text = '' }) => `“${text}” is not one of the words. Use those of an exported file`,
    'bad-check-digit': ({ text = '' }) => `The last digit of “${text}” does not fit. Check the code`,
    'not-yes-or-no': () => 'Write 有 or 無',
    'kind-differs': ({ text = '' }) =>
      `It is not “${text}”. The kind of an entry does not change: make it a new row`,
    'hours-too-rich': () =>
      'These hours differ by way of contact or season and cannot be changed by a table. Use the editor',
    'place-missing': () => 'This row has no address. Write the address first',
  },
};

/** What is wrong with a cell and how to mend it, in one sentence. */
export function problemText(lang: Lang, { problem, facts }: RowProblem): string {
  if (problem in ownProblems[lang]) return ownProblems[lang][problem as Own](facts);
  if (problem in hoursRefusals[lang]) {
    const said = hoursRefusals[lang][problem as keyof (typeof hoursRefusals)['ja']];
    return typeof said === 'string' ? said : said(facts);
  }
  return problemWords[lang][problem as keyof (typeof problemWords)['ja']](Number(facts['limit'] ?? 0));
}
