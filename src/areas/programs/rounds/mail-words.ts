import { dayName } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';

type MailKind = 'opened' | 'manual' | 'before-7' | 'before-1' | 'overdue';
interface MailFacts {
  readonly title: string;
  readonly deadlineOn: string;
  readonly days: number;
  readonly left: number;
  readonly link: string;
}

export const mailWords = defineWords({
  ja: {
    subject: (kind: MailKind, facts: MailFacts) =>
      ({
        opened: `【照会】${facts.title}（締切 ${dayName('ja', facts.deadlineOn)}）`,
        manual: `【お願い】${facts.title}（締切 ${dayName('ja', facts.deadlineOn)}）`,
        'before-7': `【締切まで${facts.days}日】${facts.title}`,
        'before-1': `${facts.days === 0 ? '【本日締切】' : '【明日締切】'}${facts.title}`,
        overdue: `【締切超過】${facts.title}`,
      })[kind],
    body: (kind: MailKind, facts: MailFacts & { message: string }) =>
      [
        {
          opened: `「${facts.title}」の回答をお願いします。`,
          manual: `「${facts.title}」の回答が、まだそろっていません。`,
          'before-7': `「${facts.title}」の締切が近づいています。`,
          'before-1': `「${facts.title}」の締切は${facts.days === 0 ? '今日' : '明日'}です。`,
          overdue: `「${facts.title}」の締切を${-facts.days}日過ぎました。できるだけ早く提出してください。`,
        }[kind],
        '',
        ...(facts.message ? [facts.message, ''] : []),
        `締切：${dayName('ja', facts.deadlineOn)}`,
        `残り：${facts.left}件`,
        '',
        'こちらから記入できます。Excelブックでまとめて回答することもできます。',
        facts.link,
        '',
        'このメールは、報告担当として登録されている方に自動でお送りしています。',
      ].join('\n'),
  },
  en: {
    subject: (kind: MailKind, facts: MailFacts) =>
      ({
        opened: `${facts.title}: due ${dayName('en', facts.deadlineOn)}`,
        manual: `Please return: ${facts.title}, due ${dayName('en', facts.deadlineOn)}`,
        'before-7': `${facts.days} days left: ${facts.title}`,
        'before-1': `${facts.days === 0 ? 'Due today' : 'Due tomorrow'}: ${facts.title}`,
        overdue: `Overdue: ${facts.title}`,
      })[kind],
    body: (kind: MailKind, facts: MailFacts & { message: string }) =>
      [
        {
          opened: `Please return your results for “${facts.title}”.`,
          manual: `Your returns for “${facts.title}” are not complete yet.`,
          'before-7': `The deadline of “${facts.title}” is near.`,
          'before-1': `“${facts.title}” is due ${facts.days === 0 ? 'today' : 'tomorrow'}.`,
          overdue: `“${facts.title}” is ${-facts.days} days overdue. Please return it as soon as you can.`,
        }[kind],
        '',
        ...(facts.message ? [facts.message, ''] : []),
        `Deadline: ${dayName('en', facts.deadlineOn)}`,
        `Still missing: ${facts.left}`,
        '',
        'Fill in here, or with an Excel workbook:',
        facts.link,
        '',
        'You get this mail because you are a reporter of your bureau.',
      ].join('\n'),
  },
});
