import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { entryClosed } from '../programs/words.ts';
import type { ResultRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '実績と評価',
    edit: '実績と評価を書く',
    lead: '数字では伝わらない取組と、その評価を書きます。公表する文章です。',
    summary: '取組の実績',
    summaryHint: '何をしたか。数字は「実績の指標」に入れます',
    evaluation: '事業の評価',
    evaluationHint: '何が良くなり、何が残ったか',
    rating: '評価の段階',
    noRating: 'まだ決めない',
    nextStep: '次に取り組むこと',
    empty: 'まだ書かれていません',
    saved: '実績と評価を保存しました。',
    now: 'いま保存されている内容',
    nowLead:
      'ほかの人が保存した内容です。下の欄には、あなたが入力した文がそのまま残っています。必要なところを写してから、もう一度保存してください。',
  },
  en: {
    title: 'Results and evaluation',
    edit: 'Write results and evaluation',
    lead: 'What figures do not say: the work and what came of it. This text is published.',
    summary: 'What was done',
    summaryHint: 'Figures belong to the measures',
    evaluation: 'Evaluation',
    evaluationHint: 'What became better, and what remains',
    rating: 'Rating',
    noRating: 'Not decided yet',
    nextStep: 'Next step',
    empty: 'Nothing written yet',
    saved: 'Results and evaluation are saved.',
    now: 'What is stored now',
    nowLead:
      'Somebody else saved this. The fields below still hold what you typed: take over what you need and save again.',
  },
});

export const refusals: RefusalWords<ResultRefusal> = {
  ja: {
    'entry-closed': entryClosed.ja,
    'rating-unknown': 'この評価は、この年度の用語にありません。選び直してください',
    'changed-meanwhile':
      'あなたが開いたあとに、ほかの人が保存しました。まだ保存していません。内容を見比べてから、もう一度保存してください',
  },
  en: {
    'entry-closed': entryClosed.en,
    'rating-unknown': 'This rating is not one of the year’s terms. Choose another one',
    'changed-meanwhile':
      'Somebody else saved after you opened this page. Your text is not saved yet: compare, then save again',
  },
};
