import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { FollowUpRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '終わったあとの様子',
    lead: '支援が終わった人に様子をたずねる約束の日です。日が近い順に並びます。',
    empty: 'たずねる約束はありません',
    due: 'たずねる日',
    late: '日を過ぎています',
    case: '受付番号',
    worker: '担当',
    nobody: 'まだいない',
    record: '聞いたことを記録する',
    result: '様子',
    results: {
      well: '落ち着いている',
      'so-so': '波がある',
      'needs-help': 'また支援が要る',
      'not-reached': '連絡がとれない',
    },
    note: '聞いたこと',
    next: '次にたずねる日',
    nextHint: '空のままなら、これで終わりです。例：令和9年3月31日',
    saved: '記録しました。',
    again: 'また支援が要るときは、新しく受け付けて続けられます。',
    receive: '新しく受け付ける',
    done: (day: string) => `${day}に聞いた`,
    mail: {
      worker: {
        subject: '終わった支援の様子をたずねる日です',
        body: '支援が終わった人に、様子をたずねる約束の日が来ています。次のページで確かめ、聞いたことを記録してください。',
      },
      supervisor: {
        subject: '様子をたずねる約束の日を過ぎています',
        body: '支援が終わった人に様子をたずねる約束が、日を過ぎたままになっています。次のページで確かめてください。',
      },
    },
  },
  en: {
    title: 'After the end',
    lead: 'Days on which people whose support has ended are asked how things are, the nearest first.',
    empty: 'Nobody waits to be asked',
    due: 'To be asked on',
    late: 'The day is over',
    case: 'Case',
    worker: 'Worker',
    nobody: 'Nobody yet',
    record: 'Record what you heard',
    result: 'How things are',
    results: {
      well: 'Doing well',
      'so-so': 'Up and down',
      'needs-help': 'Needs help again',
      'not-reached': 'Not reached',
    },
    note: 'What you heard',
    next: 'Ask again on',
    nextHint: 'Left empty: this was the last time. For example 2027-03-31',
    saved: 'Recorded.',
    again: 'Who needs help again is received anew, and goes on from there.',
    receive: 'Receive them anew',
    done: (day: string) => `Asked on ${day}`,
    mail: {
      worker: {
        subject: 'Time to ask how things are',
        body: 'Today somebody whose support has ended was to be asked how things are. Please look at the following page, and record what you hear.',
      },
      supervisor: {
        subject: 'A promised follow-up is past its day',
        body: 'Somebody whose support has ended was to be asked how things are, and nobody has. Please look at the following page.',
      },
    },
  },
});

export const refusals: RefusalWords<FollowUpRefusal> = {
  ja: {
    'result-missing': '様子を選んでください',
    'done-before': ({ day }) => `すでに記録されています（${day}）`,
    'next-missing': '連絡がとれなかったときは、次にたずねる日を決めてください',
    'day-order': '次にたずねる日は、明日以降にしてください',
  },
  en: {
    'result-missing': 'Choose how things are',
    'done-before': ({ day }) => `It was recorded before (${day})`,
    'next-missing': 'Somebody who was not reached is asked again: say when',
    'day-order': 'Choose tomorrow or later',
  },
};
