import { dayName } from '#platform/dates.ts';
import { defineWords } from '#platform/i18n.ts';

interface Told {
  readonly name: string;
  readonly url: string;
  readonly until: string;
}

export const mailWords = defineWords({
  ja: {
    remind: {
      subject: '構成員の更新のお知らせ',
      body: ({ name, url, until }: Told) =>
        `${name}の構成員の期間は、${dayName('ja', until)}までです。\n続けるときは、次のページで「更新する」を押してください。\n\n${url}\n\n更新されないときは、ニーズとシーズの掲載も終わります。\n`,
    },
    lapse: {
      subject: '構成員の期間が終わりました',
      body: ({ name, url, until }: Told) =>
        `${name}の構成員の期間は、${dayName('ja', until)}で終わりました。\n60日のあいだは、次のページから続けることができます。\n\n${url}\n`,
    },
  },
  en: {
    remind: {
      subject: 'Your membership can be renewed',
      body: ({ name, url, until }: Told) =>
        `The membership of ${name} lasts until ${dayName('en', until)}.\nTo stay, press “Renew” on this page:\n\n${url}\n\nIf it is not renewed, its needs and offers end with it.\n`,
    },
    lapse: {
      subject: 'Your membership has ended',
      body: ({ name, url, until }: Told) =>
        `The membership of ${name} ended on ${dayName('en', until)}.\nFor 60 days it can be taken up again here:\n\n${url}\n`,
    },
  },
});
