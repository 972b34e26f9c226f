import { fiscalYearName } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';
import type { About } from '../applications/editors/about.ts';

const named = ({ call, year }: About) => `${fiscalYearName('ja', year)}「${call}」`;
const namedEn = ({ call, year }: About) => `${call} (${fiscalYearName('en', year)})`;
const link = ({ url }: About) => `\n\n次のリンクから開けます。\n\n${url}`;
const linkEn = ({ url }: About) => `\n\nOpen it with this link:\n\n${url}`;

/** What goes to a group after the decision: which grant, what to do and where. No amount, and nothing of what was written. */
export const awardLetters = defineWords({
  ja: {
    'report-received': {
      subject: ({ call }: About) => `実績報告を受け付けました（${call}）`,
      body: (about: About) => `${named(about)}の実績報告を受け付けました。窓口で確かめます。${link(about)}`,
    },
    'report-returned': {
      subject: ({ call }: About) => `実績報告に直してほしいところがあります（${call}）`,
      body: (about: About) =>
        `${named(about)}の実績報告に、直してほしいところがあります。書いたことは、すべてそのまま残っています。${link(about)}`,
    },
    'report-fixed': {
      subject: ({ call }: About) => `補助金の額が確定しました（${call}）`,
      body: (about: About) =>
        `${named(about)}の額が確定しました。これからの支払い、または返還について、ページで確かめてください。${link(about)}`,
    },
    'change-returned': {
      subject: ({ call }: About) => `出された書類に直してほしいところがあります（${call}）`,
      body: (about: About) =>
        `${named(about)}について出された書類に、直してほしいところがあります。${link(about)}`,
    },
    'change-decided': {
      subject: ({ call }: About) => `出された書類の結果をお知らせします（${call}）`,
      body: (about: About) => `${named(about)}の決定のあとの手続きに、結果が出ました。${link(about)}`,
    },
    'report-soon': {
      subject: ({ call }: About) => `実績報告の期限まで2週間です（${call}）`,
      body: (about: About) =>
        `${named(about)}の実績報告の期限まで、2週間ほどになりました。領収書は写真でかまいません。途中まで書いて、続きをあとから書けます。${link(about)}`,
    },
    'report-days': {
      subject: ({ call }: About) => `実績報告の期限まで3日です（${call}）`,
      body: (about: About) =>
        `${named(about)}の実績報告の期限まで、あと3日です。間に合わないときは、早めに窓口にご相談ください。${link(about)}`,
    },
    'report-late': {
      subject: ({ call }: About) => `実績報告の期限が過ぎました（${call}）`,
      body: (about: About) =>
        `${named(about)}の実績報告の期限が過ぎました。いまからでも出せます。困っていることがあれば、窓口が一緒に考えます。${link(about)}`,
    },
    'report-later': {
      subject: ({ call }: About) => `実績報告をお待ちしています（${call}）`,
      body: (about: About) =>
        `${named(about)}の実績報告が、まだ届いていません。報告がないと、交付決定を取り消すことがあります。その前に、窓口にご連絡ください。${link(about)}`,
    },
    'return-soon': {
      subject: ({ call }: About) => `返還の期限まで2週間です（${call}）`,
      body: (about: About) => `${named(about)}の返還の期限まで、2週間ほどになりました。${link(about)}`,
    },
    'return-days': {
      subject: ({ call }: About) => `返還の期限まで3日です（${call}）`,
      body: (about: About) =>
        `${named(about)}の返還の期限まで、あと3日です。期限を過ぎると、日数に応じて延滞金がかかります。${link(about)}`,
    },
    'return-late': {
      subject: ({ call }: About) => `返還の期限が過ぎました（${call}）`,
      body: (about: About) =>
        `${named(about)}の返還の期限が過ぎました。日数に応じて延滞金がかかっています。一度に返せないときは、窓口にご相談ください。${link(about)}`,
    },
    'return-later': {
      subject: ({ call }: About) => `返還をお待ちしています（${call}）`,
      body: (about: About) =>
        `${named(about)}の返還が、まだ終わっていません。一度に返せないときは、窓口にご相談ください。${link(about)}`,
    },
  },
  en: {
    'report-received': {
      subject: ({ call }) => `Your report was received (${call})`,
      body: (about) =>
        `Your report on ${namedEn(about)} was received. The office will look at it.${linkEn(about)}`,
    },
    'report-returned': {
      subject: ({ call }) => `Something in your report needs mending (${call})`,
      body: (about) =>
        `The office asks you to mend something in your report on ${namedEn(about)}. Nothing you wrote is lost.${linkEn(about)}`,
    },
    'report-fixed': {
      subject: ({ call }) => `The amount of your grant is fixed (${call})`,
      body: (about) =>
        `The amount of ${namedEn(about)} is fixed. What is paid or returned now stands on its page.${linkEn(about)}`,
    },
    'change-returned': {
      subject: ({ call }) => `Something you sent needs mending (${call})`,
      body: (about) => `The office asks you to mend what you sent about ${namedEn(about)}.${linkEn(about)}`,
    },
    'change-decided': {
      subject: ({ call }) => `What you asked for was decided (${call})`,
      body: (about) => `There is a result of what was asked about ${namedEn(about)}.${linkEn(about)}`,
    },
    'report-soon': {
      subject: ({ call }) => `Your report is due in two weeks (${call})`,
      body: (about) =>
        `Your report on ${namedEn(about)} is due in about two weeks. Photographs of receipts are fine, and you can write it bit by bit.${linkEn(about)}`,
    },
    'report-days': {
      subject: ({ call }) => `Your report is due in three days (${call})`,
      body: (about) =>
        `Your report on ${namedEn(about)} is due in three days. If you need more time, please talk to the office early.${linkEn(about)}`,
    },
    'report-late': {
      subject: ({ call }) => `Your report is overdue (${call})`,
      body: (about) =>
        `The day for your report on ${namedEn(about)} has passed. You can still send it, and the office helps if something is difficult.${linkEn(about)}`,
    },
    'report-later': {
      subject: ({ call }) => `We are waiting for your report (${call})`,
      body: (about) =>
        `Your report on ${namedEn(about)} has not come yet. Without it the award may be cancelled; please talk to the office before that.${linkEn(about)}`,
    },
    'return-soon': {
      subject: ({ call }) => `The return is due in two weeks (${call})`,
      body: (about) =>
        `What is to be returned of ${namedEn(about)} is due in about two weeks.${linkEn(about)}`,
    },
    'return-days': {
      subject: ({ call }) => `The return is due in three days (${call})`,
      body: (about) =>
        `What is to be returned of ${namedEn(about)} is due in three days. Afterwards interest is added for each day.${linkEn(about)}`,
    },
    'return-late': {
      subject: ({ call }) => `The return is overdue (${call})`,
      body: (about) =>
        `The day for the return of ${namedEn(about)} has passed, and interest is added for each day. If you cannot pay at once, talk to the office.${linkEn(about)}`,
    },
    'return-later': {
      subject: ({ call }) => `We are waiting for the return (${call})`,
      body: (about) =>
        `What is to be returned of ${namedEn(about)} is not back yet. If you cannot pay at once, talk to the office.${linkEn(about)}`,
    },
  },
});
