import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { refusals as caseRefusals } from '../case-files/refusals.ts';
import type { CaseRefusal } from '../case-files/rules.ts';
import type { ScaleRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: 'いまの様子',
    lead: '暮らしは、困っているか、いないかの二つには分けられません。本人と一緒に、いまいちばん近いものを選びます。点数をつけるものではなく、足し合わせません。言いたくないところは、選ばなくてかまいません。',
    on: 'たずねた日',
    at: 'いつ',
    ats: { intake: '支援のはじめ', review: '評価のとき' },
    with: '本人と一緒に選んだ',
    withNot: '支援員が見立てた',
    remark: '本人の言葉や、気づいたこと',
    notAsked: 'たずねていない',
    save: '記録する',
    saved: 'いまの様子を記録しました。',
    first: 'はじめ',
    last: 'いま',
    change: '変化',
    changes: { better: 'よくなった', same: '変わらない', worse: 'つらくなった', unknown: '—' },
    chart: 'はじめといま（1がいちばん大変、5がいちばん落ち着いている）',
    stage: '段階',
    history: 'これまでにたずねたもの',
    none: 'まだたずねていません',
    ask: 'いまの様子をたずねる',
    byDomain: '分野',
  },
  en: {
    title: 'How things stand',
    lead: 'Nobody is simply in trouble or not. Together with the person, choose what is closest now. These are no marks, and they are never added up. What they do not want to say stays open.',
    on: 'Asked on',
    at: 'When',
    ats: { intake: 'At the beginning', review: 'At a review' },
    with: 'Chosen together with the person',
    withNot: 'As the worker sees it',
    remark: 'The person’s words, and what was noticed',
    notAsked: 'Not asked',
    save: 'Record',
    saved: 'Recorded how things stand.',
    first: 'First',
    last: 'Now',
    change: 'Change',
    changes: { better: 'Better', same: 'The same', worse: 'Harder', unknown: '—' },
    chart: 'First and now (1 hardest, 5 most settled)',
    stage: 'Stage',
    history: 'Asked before',
    none: 'Not asked yet',
    ask: 'Ask how things stand',
    byDomain: 'Domain',
  },
});

export const refusals: RefusalWords<ScaleRefusal | CaseRefusal> = {
  ja: {
    ...caseRefusals.ja,
    'nothing-asked': '一つ以上選んでください。どれも言いたくないときは、記録しなくてかまいません',
    'stage-unknown': '選択肢から選んでください',
  },
  en: {
    ...caseRefusals.en,
    'nothing-asked': 'Choose at least one. If nothing is to be said, nothing needs to be recorded',
    'stage-unknown': 'Choose one of the options',
  },
};
