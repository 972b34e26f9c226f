import { defineWords } from '#platform/i18n.ts';

interface Letter {
  readonly url: string;
  readonly end: string;
  readonly name: string;
  readonly summary: string;
  readonly when: string;
}

export const mailWords = defineWords({
  ja: {
    confirmSubject: 'お知らせを受け取るための確認',
    confirm: (url: string) =>
      `補助金・支援金のお知らせを受け取りますか。\n次のページで「受け取る」を押すと、お知らせが始まります。\n\n${url}\n\n心当たりがないときは、何もしないでください。二日のうちに、このアドレスは消えます。\n`,
    subjects: {
      published: (name: string) => `新しい募集：${name}`,
      opened: (name: string) => `受付が始まりました：${name}`,
      closing: (name: string) => `まもなく締切：${name}`,
    },
    body: ({ url, end, name, summary, when }: Letter) =>
      `${name}\n\n${summary}\n\n受付期間\n${when}\n\nくわしくは、次のページをご覧ください。\n${url}\n\n--\nお知らせをやめるとき（一度押すだけです）\n${end}\n`,
  },
  en: {
    confirmSubject: 'Confirm that you want to hear of grants',
    confirm: (url: string) =>
      `Do you want to hear of grants?\nPress the button on this page, and it begins:\n\n${url}\n\nIf you did not ask for this, do nothing. This address is forgotten within two days.\n`,
    subjects: {
      published: (name: string) => `New call: ${name}`,
      opened: (name: string) => `Open now: ${name}`,
      closing: (name: string) => `Closes soon: ${name}`,
    },
    body: ({ url, end, name, summary, when }: Letter) =>
      `${name}\n\n${summary}\n\nOpen\n${when}\n\nMore on this page:\n${url}\n\n--\nTo stop these mails (one press):\n${end}\n`,
  },
});
