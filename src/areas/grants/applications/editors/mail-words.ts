import { fiscalYearName } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';
import type { About } from './about.ts';
import { awardLetters } from '../../settlements/mail-words.ts';

const named = ({ call, year, number }: About) =>
  `${fiscalYearName('ja', year)}「${call}」${number ? `（受付番号 ${number}）` : ''}`;
const namedEn = ({ call, year, number }: About) =>
  `${call} (${fiscalYearName('en', year)}${number ? `, receipt ${number}` : ''})`;

/** What goes to a mailbox says which call it is about and where to go on: nothing of what was written. */
const own = defineWords({
  ja: {
    started: {
      subject: ({ call }: About) => `申請の続きを書くためのリンク（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請を書きはじめました。\n\n次のリンクから、いつでも続きを書けます。書いたことは、そのつど保存されています。\n\n${about.url}\n\nこのリンクを知っている人は、だれでも申請を書き換えられます。転送しないでください。\n一緒に書く人には、申請のページの「一緒に書く人」から、その人のリンクを送れます。`,
    },
    invited: {
      subject: ({ call }: About) => `申請を一緒に書くためのリンク（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請を一緒に書く人として、あなたの名前が入りました。\n\n次のリンクは、あなたのものです。だれがどこを書いたかが分かるように、一人ずつ別のリンクになっています。\n\n${about.url}\n\n心当たりがないときは、このメールを消してください。`,
    },
    lost: {
      subject: ({ call }: About) => `申請のリンクをもう一度送ります（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請のリンクです。\n\n${about.url}\n\n頼んだ覚えがないときは、このメールを消してください。何も変わりません。`,
    },
    received: {
      subject: ({ call }: About) => `申請を受け付けました（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請を受け付けました。\n\n受付票（出した書類の一覧）は、次のページで見ることと印刷ができます。審査のようすも、このページで分かります。\n\n${about.url}`,
    },
    returned: {
      subject: ({ call }: About) => `申請に直してほしいところがあります（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請に、直してほしいところがあります。書いたことは、すべてそのまま残っています。\n\n次のページに、直すところが書いてあります。直したら、もう一度出してください。\n\n${about.url}`,
    },
    decided: {
      subject: ({ call }: About) => `申請の結果をお知らせします（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請の結果が決まりました。\n\n結果と理由は、次のページと、お送りする通知書で確かめられます。\n\n${about.url}`,
    },
    opened: {
      subject: ({ call }: About) => `申請のページへのリンク（${call}）`,
      body: (about: About) =>
        `${named(about)}の申請を、窓口で受け取りました。\n\n次のリンクから、内容を見ることと、直すよう頼まれたときに直すことができます。\n\n${about.url}`,
    },
  },
  en: {
    started: {
      subject: ({ call }) => `Your link to go on with the application (${call})`,
      body: (about) =>
        `You began an application for ${namedEn(about)}.\n\nWith this link you can go on at any time. Everything you wrote is saved.\n\n${about.url}\n\nWhoever has this link can change the application: please do not forward it. Under “People who write” you can send others a link of their own.`,
    },
    invited: {
      subject: ({ call }) => `A link to write an application together (${call})`,
      body: (about) =>
        `Somebody named you as a person who writes on the application for ${namedEn(about)}.\n\nThis link is yours alone, so that everybody sees who wrote what.\n\n${about.url}\n\nIf you know nothing about it, delete this mail.`,
    },
    lost: {
      subject: ({ call }) => `Your link to the application again (${call})`,
      body: (about) =>
        `Here is a link to your application for ${namedEn(about)}.\n\n${about.url}\n\nIf you did not ask for it, delete this mail. Nothing changes.`,
    },
    received: {
      subject: ({ call }) => `Your application was received (${call})`,
      body: (about) =>
        `Your application for ${namedEn(about)} was received.\n\nThe receipt with the list of papers is here, to read and to print, and so is where your application stands:\n\n${about.url}`,
    },
    returned: {
      subject: ({ call }) => `Something in your application needs mending (${call})`,
      body: (about) =>
        `The office asks you to mend something in your application for ${namedEn(about)}. Nothing you wrote is lost.\n\nWhat to mend stands here; then send it again:\n\n${about.url}`,
    },
    decided: {
      subject: ({ call }) => `Your application was decided (${call})`,
      body: (about) =>
        `Your application for ${namedEn(about)} was decided.\n\nThe result stands here, and in the letter that is sent to you:\n\n${about.url}`,
    },
    opened: {
      subject: ({ call }) => `A link to your application (${call})`,
      body: (about) =>
        `The office has taken your application for ${namedEn(about)}.\n\nWith this link you can read it, and mend it when you are asked to:\n\n${about.url}`,
    },
  },
});

/** Of the application, and of what follows its decision. */
export const mailWords = {
  ja: { ...own.ja, ...awardLetters.ja },
  en: { ...own.en, ...awardLetters.en },
} as const;
