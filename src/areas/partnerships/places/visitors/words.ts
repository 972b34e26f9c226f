import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { CountRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '来た人の数',
    lead: '開いた日ごとに、年代別の人数だけを数えます。名前は書きません。',
    year: (year: string) => `${year}の延べ人数`,
    yearLine: (visitors: string, sessions: number) => `${visitors}人（${sessions}回）`,
    sessions: '数える回',
    none: 'まだ開いた日がありません',
    count: '数える',
    again: '数え直す',
    people: '人',
    total: '合計',
    bands: {
      preschool: '未就学の子ども',
      primary: '小学生',
      'junior-high': '中学生',
      high: '高校生の年代',
      youth: '若者（18歳から39歳）',
      adult: '大人（40歳から64歳）',
      senior: '65歳以上',
      unknown: 'わからない',
    },
    save: '記録する',
    saved: (total: number) => `${total}人を記録しました`,
    before: (total: number) => `この回は、すでに${total}人と記録されています`,
    way: 'この数をどうしますか',
    ways: { add: '別の人が数えた人たちなので、足す', replace: '前の数が違っていたので、直す' },
    reason: '直す理由',
    history: 'これまでの記録',
    how: { first: '最初の記録', add: '足した', replace: '直した' },
    caption: '年代別の人数',
    band: '年代',
    waiting: (count: number) => `数えていない回が${count}回あります`,
    allCounted: 'すべて数えました',
  },
  en: {
    title: 'Visitors',
    lead: 'For each session only how many people of which age. No names.',
    year: (year: string) => `Visits in ${year}`,
    yearLine: (visitors: string, sessions: number) => `${visitors} visits (${sessions} sessions)`,
    sessions: 'Sessions to count',
    none: 'There was no session yet',
    count: 'Count',
    again: 'Count again',
    people: 'people',
    total: 'Total',
    bands: {
      preschool: 'Before school',
      primary: 'Primary school',
      'junior-high': 'Junior high school',
      high: 'High school age',
      youth: 'Young people (18 to 39)',
      adult: 'Adults (40 to 64)',
      senior: '65 and older',
      unknown: 'Not known',
    },
    save: 'Record it',
    saved: (total: number) => `${total} people are recorded`,
    before: (total: number) => `This session is recorded with ${total} people already`,
    way: 'What is this number?',
    ways: {
      add: 'Other people, counted by somebody else: add them',
      replace: 'The number before was wrong: correct it',
    },
    reason: 'Why it is corrected',
    history: 'What was recorded',
    how: { first: 'First count', add: 'Added', replace: 'Corrected' },
    caption: 'People by age',
    band: 'Age',
    waiting: (count: number) => `${count} sessions are not counted yet`,
    allCounted: 'Everything is counted',
  },
});

export const refusals: RefusalWords<CountRefusal> = {
  ja: {
    'nobody-counted': '人数を入れてください。だれも来なかったときは、どこかに0を入れてください',
    'session-not-begun': 'まだ始まっていません',
    'already-counted': ({ total }) =>
      `この回は、すでに${total}人と記録されています。足すか直すかを選んでください`,
    'reason-missing': '直す理由を書いてください',
  },
  en: {
    'nobody-counted': 'Enter how many came. If nobody did, write 0 somewhere',
    'session-not-begun': 'It has not begun',
    'already-counted': ({ total }) =>
      `${total} people are recorded already: choose whether to add or to correct`,
    'reason-missing': 'Say why it is corrected',
  },
};
