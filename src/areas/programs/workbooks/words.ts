import { defineWords, type Lang } from '#platform/i18n.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import type { RefusalFacts } from '#platform/result.ts';
import type { WorkbookRefusal } from '#ui/workbook/book.ts';
import type { FindingKind, TakeOverRefusal } from './rules.ts';

/** Words in the workbook itself. */
export const bookWords = defineWords({
  ja: {
    sheets: { guide: '記入のしかた', values: '実績', words: '評価', key: '_tsunagi' },
    title: (round: string) => round,
    bureau: '回答する局',
    deadline: '締切',
    made: 'このブックを作った日',
    contact: 'お問い合わせ',
    secretariat: '事務局',
    steps: '記入の流れ',
    step: ['1　「実績」に数を入れる', '2　「評価」に文章と評価区分を入れる', '3　保存して、画面から戻す'],
    stepText: [
      '白いセルに数を入れます。毎月の指標は4月から3月まで、年度の指標は「年度計」に入れます。実績がなかったときは 0、まだ分からないときは空欄のままにします。',
      '事業ごとに1行です。評価区分は、セルを選ぶと出る一覧から選びます。改行は Alt＋Enter です。',
      '受け取った画面の「ブックを戻す」から戻します。すぐには反映されません。変わるところと誤りを画面で確かめてから、取り込みます。途中まででも何度でも戻せます。',
    ],
    rules: '知っておいてほしいこと',
    rule: [
      '灰色のセル、行や列の順番、シートの構成は変えられません。列の幅と行の高さは変えられます。',
      '数のセルには計算式（＝で始まるもの）を入れず、結果の数を入れてください。ほかの表から写すときは「値の貼り付け」を使います。',
      'このブックは、この照会の、この局だけのものです。別の照会や別の局のブックは取り込めません。',
      '受け取ったあとで画面から記入を変えた事業は、ブックからは上書きできません。新しいブックを受け取り直してください。',
      '提出ずみ・受理ずみの事業は灰色で表示しています。',
    ],
    looks: 'セルの色',
    lookInput: '記入するセル',
    lookShown: '見るだけのセル（昨年度の値など）',
    lookBlocked: '使わないセル',
    valuesTitle: (year: string) => `${year}の実績`,
    valuesLead: '白いセルに記入してください。灰色の「昨年度」は参考です。',
    wordsTitle: (year: string) => `${year}の評価`,
    wordsLead: '白いセルに記入してください。実績の数が表す意味を、読む人に伝わる言葉で書いてください。',
    label: '指標',
    unit: '単位',
    previous: '昨年度',
    year: '年度計',
    definition: '数え方',
    program: '事業',
    summary: '取組の内容',
    evaluation: '事業の評価',
    rating: '評価区分',
    nextStep: '今後の取組',
    locked: { submitted: '提出ずみ', accepted: '受理ずみ' },
    none: '指標はありません',
    numberTitle: '数を入れてください',
    wholeMessage: '0以上の整数を入れてください（計算式は使えません）。',
    decimalMessage: '0以上の数を入れてください。割合は％の数です（85.5％なら 85.5）。',
    ratingTitle: '一覧から選んでください',
    ratingMessage: '評価区分は一覧にあるものから選びます。',
    textTitle: '文字が多すぎます',
    textMessage: (most: number) => `${most}文字までにしてください。`,
    distinct: '実',
    total: '延べ',
    file: (round: string) => `${round}.xlsx`,
  },
  en: {
    sheets: { guide: 'How to fill in', values: 'Results', words: 'Evaluation', key: '_tsunagi' },
    title: (round: string) => round,
    bureau: 'Bureau',
    deadline: 'Deadline',
    made: 'This workbook was made on',
    contact: 'Questions',
    secretariat: 'secretariat',
    steps: 'What to do',
    step: ['1 Fill in “Results”', '2 Fill in “Evaluation”', '3 Save, and return it on the page'],
    stepText: [
      'Enter numbers in the white cells: April to March for monthly measures, “Year” for yearly ones. Enter 0 where nothing happened; leave a cell empty while you do not know yet.',
      'One row per program. Choose the rating from the list that opens in the cell. Alt+Enter starts a new line.',
      'Use “Return the workbook” on the page you took it from. Nothing is changed at once: you see what would change and every error first. You can return it as often as you like, also half filled.',
    ],
    rules: 'Good to know',
    rule: [
      'Grey cells, the order of rows and columns and the sheets cannot be changed. Widths and heights can.',
      'Enter numbers, not formulas (nothing that starts with =). When you copy from another table, use “paste values”.',
      'This workbook is for this round and this bureau only. Workbooks of other rounds or bureaus are refused.',
      'A program that was changed on the pages after you took the workbook is not overwritten by it. Take a new one.',
      'Programs that are submitted or accepted are shown in grey.',
    ],
    looks: 'Colours',
    lookInput: 'Fill in',
    lookShown: 'Only to look at (last year, for example)',
    lookBlocked: 'Not used',
    valuesTitle: (year: string) => `Results ${year}`,
    valuesLead: 'Fill in the white cells. “Last year” in grey is for comparison.',
    wordsTitle: (year: string) => `Evaluation ${year}`,
    wordsLead: 'Fill in the white cells. Say what the numbers mean, in words that readers understand.',
    label: 'Measure',
    unit: 'Unit',
    previous: 'Last year',
    year: 'Year',
    definition: 'How it is counted',
    program: 'Program',
    summary: 'What was done',
    evaluation: 'Evaluation',
    rating: 'Rating',
    nextStep: 'Next step',
    locked: { submitted: 'submitted', accepted: 'accepted' },
    none: 'No measures',
    numberTitle: 'Enter a number',
    wholeMessage: 'A whole number from 0 (no formulas).',
    decimalMessage: 'A number from 0. Rates are in percent: 85.5 for 85.5 %.',
    ratingTitle: 'Choose from the list',
    ratingMessage: 'The rating has to be one of the list.',
    textTitle: 'Too long',
    textMessage: (most: number) => `At most ${most} characters.`,
    distinct: 'distinct',
    total: 'total',
    file: (round: string) => `${round}.xlsx`,
  },
});

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

/** Words of the page that shows what came back. */
export const pageWords = defineWords({
  ja: {
    title: '戻ってきたブックの確認',
    uploadedAt: '戻した日時',
    verdict: {
      ready: '次にすること：変わるところを確かめて取り込む',
      errors: 'このブックは取り込めません',
      nothing: '変わるところはありません',
      applied: '取り込みました',
      dropped: '取りやめました',
    },
    verdictText: {
      ready: (count: number) =>
        `誤りはありません。下の${count}か所が変わります。「取り込む」を押すまで、何も変わりません。`,
      errors: (count: number) =>
        `${count}か所に誤りがあります。下の表のシート・行・列をExcelで直し、保存して、もう一度戻してください。まだ何も変わっていません。`,
      nothing: (_: number) => 'ブックの内容は、いまの記入と同じです。',
      applied: (count: number) => `${count}か所を下書きとして保存しました。提出は、照会の画面から行います。`,
      dropped: (_: number) => '何も変わっていません。',
    },
    takeOver: (count: number) => `${count}か所を取り込む`,
    drop: '取りやめる',
    again: '直したブックを戻す',
    back: '照会の画面へ',
    taken: (count: number) => `${count}か所を取り込みました。`,
    dropped: '取りやめました。',
    errors: '直すところ',
    changes: '変わるところ',
    sheet: 'シート',
    row: '行',
    column: '列',
    what: '内容',
    program: '事業',
    field: '項目',
    before: 'いま',
    after: '取り込み後',
  },
  en: {
    title: 'Check the returned workbook',
    uploadedAt: 'Returned',
    verdict: {
      ready: 'Next: look at the changes and take them over',
      errors: 'This workbook cannot be taken over',
      nothing: 'Nothing would change',
      applied: 'Taken over',
      dropped: 'Dropped',
    },
    verdictText: {
      ready: (count: number) =>
        `No errors. ${count} ${count === 1 ? 'field changes' : 'fields change'}. Nothing is saved until you take it over.`,
      errors: (count: number) =>
        `${count} ${count === 1 ? 'thing is' : 'things are'} wrong. Mend them in Excel by sheet, row and column below, save, and return the workbook again. Nothing has changed so far.`,
      nothing: (_: number) => 'The workbook says what is stored already.',
      applied: (count: number) =>
        `Saved ${count} ${count === 1 ? 'field' : 'fields'} as a draft. Submit on the page of the round.`,
      dropped: (_: number) => 'Nothing has changed.',
    },
    takeOver: (count: number) => `Take over ${count} ${count === 1 ? 'change' : 'changes'}`,
    drop: 'Drop it',
    again: 'Return a mended workbook',
    back: 'To the round',
    taken: (count: number) => `Took over ${count} ${count === 1 ? 'change' : 'changes'}.`,
    dropped: 'Dropped.',
    errors: 'To be mended',
    changes: 'What changes',
    sheet: 'Sheet',
    row: 'Row',
    column: 'Column',
    what: 'What',
    program: 'Program',
    field: 'Field',
    before: 'Now',
    after: 'After',
  },
});
