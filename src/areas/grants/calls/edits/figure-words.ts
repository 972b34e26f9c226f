import { defineWords } from '#platform/i18n.ts';

/** Which answers of groups become figures of a program. */
export const figureWords = defineWords({
  ja: {
    countedPart: '実績報告で数えてもらうこと',
    countedLead:
      '人数を聞くときは、延べ（同じ人も来るたびに数える）か、実（一人を一回だけ数える）かを、質問に書きます。',
    number: '数の質問',
    addNumber: '数の質問を加える',
    hint: '数え方の手助け',
    required: '必ず答えてもらう',
    figuresPart: '事業の指標になる答え',
    figuresLead:
      '加えたばかりの質問は、一度保存すると選べます。集計は事業のページに届き、局の報告担当が引き継ぎます。',
    noMeasures: 'この募集の事業に、指標がまだありません。募集に事業を結び、事業に指標を加えてから選びます。',
    figure: '事業の数字',
    addFigure: '事業の数字を加える',
    question: '質問',
    measure: '指標',
    inReport: (label: string) => `実績報告：${label}`,
    inApplication: (label: string) => `申請：${label}`,
    how: '集め方',
    hows: { sum: '答えを合計する', count: '1以上（はい）と答えた団体を数える' },
    countings: { total: '延べ', distinct: '実' },
    counted: (label: string, counting: string) => `${label}（${counting}）`,
  },
  en: {
    countedPart: 'What is counted in the report',
    countedLead:
      'If people are counted, say in the question whether as a total (each time) or distinct (each person once).',
    number: 'Question for a number',
    addNumber: 'Add a number',
    hint: 'Help for counting',
    required: 'Has to be answered',
    figuresPart: 'Answers that feed measures',
    figuresLead:
      'A question that was just added can be chosen once it is saved. Sums come to the page of the program, where the bureau’s reporter takes them over.',
    noMeasures:
      'The program of this call has no measures yet. Tie the call to a program, and give it measures first.',
    figure: 'Figure',
    addFigure: 'Add a figure',
    question: 'Question',
    measure: 'Measure',
    inReport: (label: string) => `Report: ${label}`,
    inApplication: (label: string) => `Application: ${label}`,
    how: 'How',
    hows: { sum: 'Add the answers up', count: 'Count the groups that answered 1 or more (or yes)' },
    countings: { total: 'total', distinct: 'distinct' },
    counted: (label: string, counting: string) => `${label} (${counting})`,
  },
});
