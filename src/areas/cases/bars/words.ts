import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { BarRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '入れない人',
    lead: '相手方の親族など、このケースを見てはならない人を名前で閉め出します。その人には、このケースは無いものとして扱われます。一覧にも検索にも、会議にも、緊急に開くことでも出ません。つなぐ先の組織の人なら、その人にはつないだことも見えません。',
    empty: '閉め出している人はいません',
    person: '名前',
    reason: '理由',
    reasonHint: '封をして残します。閉め出された人には見えません',
    since: '始まり',
    until: '終わり',
    standing: '続いています',
    bar: '閉め出す',
    barTitle: '名前で閉め出す',
    barLead:
      '担当している人と責任者ができます。担当している人を閉め出すときは、先に担当を替えてください。アカウントのない組織の人は閉め出せません。つなぐ前に、だれが受け取るかを電話で確かめてください。',
    barred: '閉め出しました。',
    lift: '入れるようにする',
    lifted: '入れるようにしました。',
    liftNote: 'もう一度入れるようにできるのは責任者だけです。',
  },
  en: {
    title: 'Shut out by name',
    lead: 'Shuts out people who must not see this case, like kin of the other party. For them there is no such case: not in lists, search or meetings, and not by breaking the glass. Of a referral to their organisation they see nothing either.',
    empty: 'Nobody is shut out',
    person: 'Name',
    reason: 'Reason',
    reasonHint: 'Kept sealed. Whoever is shut out does not see it',
    since: 'From',
    until: 'Until',
    standing: 'Stands',
    bar: 'Shut out',
    barTitle: 'Shut somebody out',
    barLead:
      'By those named on the case and by supervisors. Whoever carries the case hands it on first. People of an organisation without accounts cannot be shut out: ask by telephone who will receive it.',
    barred: 'Shut out.',
    lift: 'Let in again',
    lifted: 'Let in again.',
    liftNote: 'Only a supervisor lets somebody in again.',
  },
});

export const refusals: RefusalWords<BarRefusal> = {
  ja: {
    'person-unknown': '支援員から選んでください',
    oneself: '自分を閉め出すことはできません',
    'carries-it': '担当している人です。先に担当を替えてください',
    'barred-before': 'すでに閉め出されています',
    'reason-missing': '理由を5文字以上で書いてください',
    'supervisor-decides': 'これは責任者が行います',
    'lifted-before': 'すでに入れるようになっています',
  },
  en: {
    'person-unknown': 'Choose somebody who carries cases',
    oneself: 'Nobody shuts themselves out',
    'carries-it': 'They carry the case. Hand it on first',
    'barred-before': 'Shut out already',
    'reason-missing': 'Write a reason of 5 characters or more',
    'supervisor-decides': 'The supervisor does this',
    'lifted-before': 'Let in already',
  },
};
