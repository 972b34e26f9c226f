import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { RequirementRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '受講の要件',
    lead: '役割ごとに、修了していなければならない研修を決めます。修了証のない人の役割は、その日から閉じ、修了するとすぐに開きます。',
    none: '要件はまだありません',
    role: '役割',
    course: '研修',
    since: 'いつから',
    closedNow: 'いま閉じている人',
    people: (count: string) => `${count}人`,
    end: 'やめる',
    ended: '要件をやめました。役割はすぐに開きます。',
    new: '要件を決める',
    newLead:
      'まだ修了していない人がいるときは、30日より先の日を選びます。次の画面で、だれに効くかを確かめてから決めます。',
    preview: '効き方を確かめる',
    previewTitle: '要件の効き方',
    previewLead: (role: string, course: string, day: string) =>
      `${day}から、役割「${role}」には研修「${course}」の修了が必要になります。`,
    holders: 'この役割を持つ人',
    closes: 'いまのままだと閉じる人',
    unit: '人',
    leftTitle: 'この役割の人がいなくなる組織',
    leftLead: 'この組織では、だれもこの役割で働けなくなります。先に研修を受けてもらってください。',
    nobody: 'いま閉じる人はいません。',
    confirm: (count: string) => `${count}人の役割が閉じることを確かめました`,
    set: 'この要件を決める',
    done: '要件を決めました。期限の30日前から、本人に知らせます。',
    back: '戻る',
  },
  en: {
    title: 'Required courses',
    lead: 'Which course a role needs. Without a valid certificate the role is closed from that day on, and opens as soon as the course is taken.',
    none: 'Nothing is required yet',
    role: 'Role',
    course: 'Course',
    since: 'From',
    closedNow: 'Closed now',
    people: (count: string) => `${count} people`,
    end: 'End it',
    ended: 'It is required no more. The role is open.',
    new: 'Require a course',
    newLead:
      'If somebody has not taken it, choose a day that is 30 days away or more. The next page shows whom it concerns.',
    preview: 'See what it does',
    previewTitle: 'What it does',
    previewLead: (role: string, course: string, day: string) =>
      `From ${day} on the role “${role}” needs the course “${course}”.`,
    holders: 'Hold this role',
    closes: 'Would be closed as things stand',
    unit: 'people',
    leftTitle: 'Organisations that would have nobody',
    leftLead: 'Nobody there could work in this role. Let somebody take the course first.',
    nobody: 'Nobody would be closed as things stand.',
    confirm: (count: string) => `I have seen that the role of ${count} people would be closed`,
    set: 'Require it',
    done: 'It is required. People are told from 30 days before.',
    back: 'Back',
  },
});

export const refusals: RefusalWords<RequirementRefusal> = {
  ja: {
    'role-unfit': 'この役割は、研修によって閉じることができません',
    'course-closed': 'この研修は終わりになっています',
    'already-set': 'この役割とこの研修の要件は、すでにあります',
    'too-soon': ({ earliest }) => `まだ修了していない人がいるため、${earliest} 以降の日を選んでください`,
    'not-confirmed': ({ closed }) => `${closed}人の役割が閉じることを確かめてください`,
    'already-ended': 'この要件は、もうやめています',
  },
  en: {
    'role-unfit': 'This role cannot be closed by a course',
    'course-closed': 'This course is closed',
    'already-set': 'This role needs this course already',
    'too-soon': ({ earliest }) => `Some have not taken it: choose ${earliest} or later`,
    'not-confirmed': ({ closed }) => `Confirm that the role of ${closed} people would be closed`,
    'already-ended': 'It was ended before',
  },
};
