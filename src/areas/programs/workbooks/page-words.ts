import { defineWords } from '#platform/i18n.ts';

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
      nothing: () => 'ブックの内容は、いまの記入と同じです。',
      applied: (count: number) => `${count}か所を下書きとして保存しました。提出は、照会の画面から行います。`,
      dropped: () => '何も変わっていません。',
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
      nothing: () => 'The workbook says what is stored already.',
      applied: (count: number) =>
        `Saved ${count} ${count === 1 ? 'field' : 'fields'} as a draft. Submit on the page of the round.`,
      dropped: () => 'Nothing has changed.',
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
