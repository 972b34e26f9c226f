import { defineWords } from '#platform/i18n.ts';

/** Names no group and no person: a mail lies in inboxes for years. */
export const mailWords = defineWords({
  ja: {
    asked: {
      subject: '審査のお願いが届いています',
      body: (count: number, url: string) =>
        `審査をお願いする申請が${count}件あります。\n読む前に、利害関係がないかを次のページでお答えください。\n\n${url}\n\n申請の内容は、このメールには書かれていません。`,
    },
    nobody: {
      subject: '審査員の代わりが見つかりません',
      body: (url: string) =>
        `利害関係があるとの申し出があり、代わりにお願いできる審査員がいませんでした。\n別の方を選んでください。\n\n${url}`,
    },
  },
  en: {
    asked: {
      subject: 'You are asked to review applications',
      body: (count: number, url: string) =>
        `${count} application(s) wait for your review.\nBefore you read them, tell us whether you have a conflict of interest:\n\n${url}\n\nThis mail holds nothing of the applications.`,
    },
    nobody: {
      subject: 'No other reviewer was found',
      body: (url: string) =>
        `A reviewer has a conflict of interest, and nobody is left to be asked instead.\nChoose somebody:\n\n${url}`,
    },
  },
});
