import { defineWords } from '../i18n.ts';

export const words = defineWords({
  ja: {
    title: '止まった処理',
    lead: '送信などの処理が、何度試してもうまくいかなかったものです。原因を直してから、もう一度試すか、取りやめてください。',
    none: '止まった処理はありません。',
    caption: '止まった処理の一覧',
    task: '処理',
    attempts: '試した回数',
    lastTried: '最後に試した時刻',
    decide: '次の一手',
    retry: 'もう一度試す',
    drop: '取りやめる',
    retried: 'もう一度試します。',
    dropped: '取りやめました。',
  },
  en: {
    title: 'Jobs that gave up',
    lead: 'Work such as sending mail that failed however often it was tried. Mend the cause, then try it again or let go of it.',
    none: 'No job has given up.',
    caption: 'List of jobs that gave up',
    task: 'Job',
    attempts: 'Tries',
    lastTried: 'Last tried',
    decide: 'What next',
    retry: 'Try again',
    drop: 'Let go',
    retried: 'It will be tried again.',
    dropped: 'The job was let go.',
  },
});
