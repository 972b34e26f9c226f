import { defineWords } from '#platform/i18n.ts';

interface Told {
  readonly when: string;
  readonly place: string;
  readonly url: string;
}

export const mailWords = defineWords({
  ja: {
    held: {
      subject: '予約を確定してください',
      body: ({ when, place, url }: Told) =>
        `まだ予約は終わっていません。2時間以内に、次のページで確定してください。\n${url}\n\n日時：${when}\n場所：${place}\n\n心当たりがないときは、何もしないでください。\n`,
    },
    waiting: {
      subject: 'キャンセル待ちを受け付けました',
      body: ({ when, place, url }: Told) =>
        `枠が空いたら、このアドレスにお知らせします。\n日：${when}\n場所：${place}\n\n取り消すときは次のページから。\n${url}\n`,
    },
    movedUp: {
      subject: '枠が空きました',
      body: ({ when, place, url }: Told) =>
        `枠が空きました。24時間以内に、次のページで確定してください。過ぎると次の方に移ります。\n${url}\n\n日時：${when}\n場所：${place}\n`,
    },
    booked: {
      subject: '予約が確定しました',
      body: ({ when, place, url }: Told) =>
        `予約が確定しました。\n日時：${when}\n場所：${place}\n\n都合が悪くなったときは、次のページから取り消せます。\n${url}\n`,
    },
    cancelled: {
      subject: '予約を取り消しました',
      body: ({ when, place }: Told) => `予約を取り消しました。\n日時：${when}\n場所：${place}\n`,
    },
    dayCancelled: {
      subject: '予約の日が中止になりました',
      body: ({ when, place }: Told) =>
        `申し訳ありません。次の日が中止になりました。\n日時：${when}\n場所：${place}\n`,
    },
    reminder: {
      subject: '明日の予約のお知らせ',
      body: ({ when, place, url }: Told) =>
        `明日の予約です。\n日時：${when}\n場所：${place}\n\n都合が悪くなったときは、次のページから取り消せます。\n${url}\n`,
    },
  },
  en: {
    held: {
      subject: 'Please confirm your booking',
      body: ({ when, place, url }: Told) =>
        `Your booking is not finished. Confirm it on this page within two hours:\n${url}\n\n${when}\n${place}\n\nIf you did not ask for it, do nothing.\n`,
    },
    waiting: {
      subject: 'You are on the waiting list',
      body: ({ when, place, url }: Told) =>
        `We write to this address when a slot comes free.\n${when}\n${place}\n\nTo leave the list:\n${url}\n`,
    },
    movedUp: {
      subject: 'A slot has come free',
      body: ({ when, place, url }: Told) =>
        `A slot has come free. Confirm it on this page within 24 hours; after that it goes to the next person.\n${url}\n\n${when}\n${place}\n`,
    },
    booked: {
      subject: 'Your booking stands',
      body: ({ when, place, url }: Told) =>
        `Your booking stands.\n${when}\n${place}\n\nIf you cannot come, cancel it on this page:\n${url}\n`,
    },
    cancelled: {
      subject: 'Your booking was cancelled',
      body: ({ when, place }: Told) => `Your booking was cancelled.\n${when}\n${place}\n`,
    },
    dayCancelled: {
      subject: 'The day of your booking was cancelled',
      body: ({ when, place }: Told) => `We are sorry: this day was cancelled.\n${when}\n${place}\n`,
    },
    reminder: {
      subject: 'Your booking is tomorrow',
      body: ({ when, place, url }: Told) =>
        `Your booking is tomorrow.\n${when}\n${place}\n\nIf you cannot come, cancel it on this page:\n${url}\n`,
    },
  },
});
