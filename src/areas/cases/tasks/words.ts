import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { TaskRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: 'やること',
    mineLead:
      '約束したことを、期日の近い順に並べます。期日を過ぎたものは、翌日に担当する人へ、一週間たつと責任者へも知らせます。',
    lead: 'このケースで約束したことと、いつまでにだれがするか。',
    ranges: { mine: '自分のもの', all: '組織のすべて' },
    rangesLabel: 'どのやることか',
    empty: 'いま、やることはありません',
    what: 'すること',
    whatHint: '例：住居確保給付金の書類を一緒にそろえる',
    dueOn: '期日',
    owner: '担当する人',
    case: 'ケース',
    state: '状態',
    states: { overdue: '期日を過ぎています', today: '今日まで', later: 'これから', done: '済み' },
    add: 'やることを加える',
    added: 'やることを加えました。',
    finish: '済んだ',
    finished: '済みにしました。',
    move: '期日か担当を変える',
    moved: '変えました。',
    doneOn: (day: string) => `${day}に済み`,
    open: 'これからのこと',
    done: '済んだこと',
  },
  en: {
    title: 'Tasks',
    mineLead:
      'What was promised, by its day. The day after, its owner hears of it; a week later the supervisors too.',
    lead: 'What was promised on this case, by when and by whom.',
    ranges: { mine: 'Mine', all: 'All of the organisation' },
    rangesLabel: 'Which tasks',
    empty: 'Nothing to do now',
    what: 'What',
    whatHint: 'For example: gather the papers for the housing benefit together',
    dueOn: 'By',
    owner: 'Owner',
    case: 'Case',
    state: 'State',
    states: { overdue: 'Overdue', today: 'Due today', later: 'To come', done: 'Done' },
    add: 'Add a task',
    added: 'The task is added.',
    finish: 'Done',
    finished: 'Marked as done.',
    move: 'Change day or owner',
    moved: 'Changed.',
    doneOn: (day: string) => `Done on ${day}`,
    open: 'To do',
    done: 'Done',
  },
});

export const refusals: RefusalWords<TaskRefusal> = {
  ja: {
    'what-missing': 'することを書いてください',
    'due-past': '期日が過ぎています',
    'owner-elsewhere': 'この組織の支援員から選んでください',
    'done-before': 'もう済んでいます',
    'case-closed': 'このケースは終わっています',
    'changed-meanwhile': 'ほかの人が先に変えました。いまの期日と担当を確かめて、もう一度変えてください',
  },
  en: {
    'what-missing': 'Say what is to be done',
    'due-past': 'This day has passed',
    'owner-elsewhere': 'Choose somebody of this organisation',
    'done-before': 'It is done already',
    'case-closed': 'This case has ended',
    'changed-meanwhile': 'Somebody changed it before you. Look at day and owner, and change it again',
  },
};

/** Nothing of the person, nor of what is to be done: a mail lies in inboxes for years. */
export const mailWords = defineWords({
  ja: {
    owner: {
      subject: '期日を過ぎた「やること」があります',
      body: (count: number, url: string) =>
        `担当している「やること」のうち、${count}件が期日を過ぎています。済んでいれば「済んだ」を、難しければ期日か担当を変えてください。\n\n${url}\n`,
    },
    supervisors: {
      subject: '一週間以上そのままの「やること」があります',
      body: (count: number, url: string) =>
        `組織の「やること」のうち、${count}件が期日から一週間以上たっています。担当する人に様子を聞き、必要なら担当を変えてください。\n\n${url}\n`,
    },
  },
  en: {
    owner: {
      subject: 'Tasks are overdue',
      body: (count: number, url: string) =>
        `${count} of your tasks are overdue. Mark what is done, or change day or owner.\n\n${url}\n`,
    },
    supervisors: {
      subject: 'Tasks have waited for more than a week',
      body: (count: number, url: string) =>
        `${count} tasks of your organisation have been overdue for more than a week. Ask their owners, and change the owner if need be.\n\n${url}\n`,
    },
  },
});
