import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { DeadlineRefusal, Deadlines } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '依頼の期日',
    lead: '送った依頼を、どこで催促し、だれに知らせるかを組織ごとに決めます。決めた日より前に送った依頼は、そのときの期日のままです。',
    now: 'いまの期日',
    usual: '決めていないため、標準の期日が使われます。',
    names: {
      answerDays: '返事を待つ日数',
      urgentAnswerHours: '急ぎの依頼で返事を待つ時間',
      escalateDays: '催促してから責任者に知らせるまでの日数',
      contactDays: '引き受けてから本人と会うまでの日数',
      outcomeDays: '支援が終わってからその後をたずねるまでの日数',
      progressDays: '本人と会ったあと、様子を相手にたずねるまでの日数',
      holdDays: '待ってもらっている依頼を、相手にたずねるまでの日数',
      closeDays: '断られた・続けられなかった・取り下げた依頼や下書きを、送り手に知らせるまでの日数',
    },
    day: '日',
    hour: '時間',
    from: 'いつから',
    fromHint: '今日以降の日。例：令和9年4月1日',
    change: '期日を変える',
    save: '期日を決める',
    saved: '期日を決めました。',
    history: 'これまでとこれから',
    organisation: '組織',
  },
  en: {
    title: 'Deadlines of referrals',
    lead: 'When a referral is reminded of, and who is told, is settled by each organisation. Referrals sent before that day keep what held then.',
    now: 'Deadlines now',
    usual: 'Nothing is settled: the usual deadlines hold.',
    names: {
      answerDays: 'Days to wait for an answer',
      urgentAnswerHours: 'Hours to wait for an answer when urgent',
      escalateDays: 'Days from a reminder until the supervisor is told',
      contactDays: 'Days from acceptance to the first meeting',
      outcomeDays: 'Days from the end of support to asking how things are',
      progressDays: 'Days from the first meeting to asking the receiver how it goes',
      holdDays: 'Days on hold until the receiver is asked',
      closeDays:
        'Days until the sender is told of what was declined, could not go on, was taken back or is a draft',
    },
    day: 'days',
    hour: 'hours',
    from: 'From',
    fromHint: 'Today or later. For example 2027-04-01',
    change: 'Change the deadlines',
    save: 'Settle the deadlines',
    saved: 'The deadlines are settled.',
    history: 'Before and after',
    organisation: 'Organisation',
  },
});

export const refusals: RefusalWords<DeadlineRefusal> = {
  ja: {
    'out-of-bounds': ({ name, least, most }) =>
      `${words.ja.names[name as keyof Deadlines]}は${least}から${most}までです`,
    'day-past': '過ぎた日からは変えられません。今日以降の日にしてください',
  },
  en: {
    'out-of-bounds': ({ name, least, most }) =>
      `${words.en.names[name as keyof Deadlines]}: from ${least} to ${most}`,
    'day-past': 'Deadlines cannot be changed for days that have passed. Choose today or later',
  },
};
