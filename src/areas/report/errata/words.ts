import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { ErratumRefusal } from './rules.ts';

export const refusals: RefusalWords<ErratumRefusal> = {
  ja: {
    'edition-not-published': '訂正できるのは、公表した版だけです。下書きは作り直してください。',
    'target-unknown': '訂正する数字か文章を選んでください。',
    'not-a-number': '数字の訂正には、0以上の数（小数は4桁まで）を入力してください。',
    'nothing-changes': 'いま公表している内容と同じです。',
    'beside-withheld':
      'この項目には非公表の数字があり、ほかを直すと分かってしまうおそれがあります。元の登録を直し、次の版を作ってください。',
    'few-people':
      '少ない人数の数字になるため、訂正としては載せられません。「少ない人数の扱い」で例外を決めてから提案してください。',
    'number-untold': ({ sentence, number }) =>
      `数字「${number ?? ''}」のもとがわかりません：「${sentence ?? ''}」。文章の数字は、この事業の数字と値も単位も同じにするか、元の文章にあったものだけにしてください。`,
    'number-withheld': ({ sentence, number }) =>
      `文章の数字「${number ?? ''}」は、非公表にした数字と同じです：「${sentence ?? ''}」。数字を使わない文章にしてください。`,
    'figure-name-unknown': ({ name }) => `${name ?? ''}という名前の数字は、この版にありません。`,
    'erratum-open': '同じところの訂正が、すでに承認を待っています。',
    'erratum-decided': 'この訂正は、すでに決まっています。',
    'own-erratum': '自分が提案した訂正は決められません。別の人が決めてください。',
  },
  en: {
    'edition-not-published': 'Only a published edition is corrected. A draft is made anew.',
    'target-unknown': 'Choose the figure or text to correct.',
    'not-a-number': 'A figure is corrected by a number from 0 with at most four decimals.',
    'nothing-changes': 'This is what is published already.',
    'beside-withheld':
      'A figure of this measure is withheld and could be worked out. Mend what is registered and make the next edition.',
    'few-people':
      'This would tell a number of few people. Decide on an exception under “Small numbers of people” first.',
    'number-untold': ({ sentence, number }) =>
      `Nobody can follow the number “${number ?? ''}”: “${sentence ?? ''}”. A number in a text has to be one of this program, value and unit, or one of the old text.`,
    'number-withheld': ({ sentence, number }) =>
      `“${number ?? ''}” is the same as a withheld figure: “${sentence ?? ''}”. Say it without the number.`,
    'figure-name-unknown': ({ name }) => `This edition has no number named ${name ?? ''}.`,
    'erratum-open': 'A correction of the same thing is waiting for approval already.',
    'erratum-decided': 'This correction was decided already.',
    'own-erratum': 'You proposed this correction yourself. Somebody else has to decide.',
  },
};

export const words = defineWords({
  ja: {
    fieldNames: { summary: '行ったこと', evaluation: '事業評価', nextStep: 'これからの取組み' },
    title: '訂正',
    report: '報告の公表',
    lead: '公表した数字や文章を直すときは、訂正を提案し、別の人が承認します。公開ページには、訂正前の値も並べて示します。',
    newTitle: (name: string) => `訂正を提案する：${name}`,
    target: '訂正するところ',
    figures: '数字',
    texts: '文章',
    newValue: '正しい値または文章',
    newValueHint: '数字は、単位を付けずに入力してください。',
    reason: '訂正の理由（公開ページに載ります）',
    propose: '訂正を提案する',
    proposed: '訂正を提案しました。別の人の承認を待ちます。',
    none: '訂正はありません。',
    noneNext: '公表した版の画面から、事業ごとに提案できます。',
    program: '事業と場所',
    from: '訂正前',
    to: '訂正後',
    why: '理由',
    status: '状態',
    act: '決める',
    publish: '承認して公表する',
    refuse: '却下する',
    published: '訂正を公表しました。',
    refused: '訂正を却下しました。',
    waitingForOther: '別の人が決めます',
    statuses: { proposed: '承認待ち', published: '公表済み', refused: '却下' },
    edition: (year: string, number: number) => `${year} 第${number}版`,
    ofYear: (year: string) => `${year}の結果`,
    now: (value: string) => `（いま：${value}）`,
  },
  en: {
    fieldNames: { summary: 'What was done', evaluation: 'Evaluation', nextStep: 'What comes next' },
    title: 'Corrections',
    report: 'Publishing reports',
    lead: 'A published figure or text is corrected by a proposal and the approval of somebody else. Public pages show the value before it as well.',
    newTitle: (name: string) => `Propose a correction: ${name}`,
    target: 'What is to be corrected',
    figures: 'Figures',
    texts: 'Texts',
    newValue: 'The right value or text',
    newValueHint: 'Numbers without their unit.',
    reason: 'Reason (printed on the public page)',
    propose: 'Propose the correction',
    proposed: 'The correction was proposed and waits for somebody else.',
    none: 'There are no corrections.',
    noneNext: 'Propose one from the page of a published edition, by program.',
    program: 'Program and place',
    from: 'Before',
    to: 'After',
    why: 'Reason',
    status: 'State',
    act: 'Decide',
    publish: 'Approve and publish',
    refuse: 'Refuse',
    published: 'The correction is public.',
    refused: 'The correction was refused.',
    waitingForOther: 'Somebody else decides',
    statuses: { proposed: 'Waiting for approval', published: 'Published', refused: 'Refused' },
    edition: (year: string, number: number) => `${year}, edition ${number}`,
    ofYear: (year: string) => `Results of ${year}`,
    now: (value: string) => ` (now: ${value})`,
  },
});
