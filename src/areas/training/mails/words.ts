import { defineWords } from '#platform/i18n.ts';

interface Told {
  readonly course: string;
  readonly when: string;
  readonly url: string;
}

/** Mails about sessions and roles. The subject names no person. */
export const mailWords = defineWords({
  ja: {
    entry: {
      asked: {
        subject: '研修の申込みの確認',
        body: ({ course, when, url }: Told) =>
          `「${course}」\n${when}\n\nこの研修に申し込みますか。次のページで「申し込む」を押すと、申込みになります。\n\n${url}\n\n心当たりがないときは、何もしないでください。二日のうちに、このアドレスは消えます。\n`,
      },
      in: {
        subject: '研修の申込みを受け付けました',
        body: ({ course, when, url }: Told) =>
          `「${course}」\n${when}\n\n席をご用意しました。会場またはオンラインの入り口、出席の確認、取り消しは、次のページから行えます。\n\n${url}\n`,
      },
      waiting: {
        subject: '研修のキャンセル待ちに登録しました',
        body: ({ course, when, url }: Told) =>
          `「${course}」\n${when}\n\n定員に達しているため、キャンセル待ちに登録しました。席が空いたときは、メールでお知らせします。\n\n${url}\n`,
      },
      moved: {
        subject: '席が空きました：研修の申込み',
        body: ({ course, when, url }: Told) =>
          `「${course}」\n${when}\n\n席が空き、参加できるようになりました。来られないときは、次のページで取り消してください。次の方に席が回ります。\n\n${url}\n`,
      },
      cancelled: {
        subject: '研修が中止になりました',
        body: ({ course, when, url }: Told) =>
          `「${course}」\n${when}\n\nこの回は中止になりました。ほかの開催は、次のページでご覧ください。\n\n${url}\n`,
      },
    },
    closing: {
      subject: '役割に必要な研修の期限が近づいています',
      body: ({ course, when, url }: Told) =>
        `あなたの役割には、研修「${course}」の修了が必要です。\n${when} を過ぎると、修了するまでその役割の画面は使えなくなります。\n\n開催の予定と申込みは、次のページにあります。\n${url}\n`,
    },
    closed: {
      subject: '必要な研修が済んでいないため、役割が閉じました',
      body: ({ course, when, url }: Told) =>
        `あなたの役割には、研修「${course}」の修了が必要です。${when} から、その役割の画面は使えなくなっています。\n修了すると、すぐにまた使えます。\n\n開催の予定と申込みは、次のページにあります。\n${url}\n`,
    },
  },
  en: {
    entry: {
      asked: {
        subject: 'Confirm your entry for a training',
        body: ({ course, when, url }: Told) =>
          `“${course}”\n${when}\n\nDo you want to come? Press the button on this page, and you are entered:\n\n${url}\n\nIf you did not ask for this, do nothing. This address is forgotten within two days.\n`,
      },
      in: {
        subject: 'You have a place in a training',
        body: ({ course, when, url }: Told) =>
          `“${course}”\n${when}\n\nYou have a place. Where it is, how to join online, attendance and giving the place back are on this page:\n\n${url}\n`,
      },
      waiting: {
        subject: 'You are on the waiting list of a training',
        body: ({ course, when, url }: Told) =>
          `“${course}”\n${when}\n\nAll places are taken, so you are on the waiting list. You are told by mail when one falls free.\n\n${url}\n`,
      },
      moved: {
        subject: 'A place fell free in a training',
        body: ({ course, when, url }: Told) =>
          `“${course}”\n${when}\n\nA place fell free, and it is yours. If you cannot come, give it back on this page: the next one gets it.\n\n${url}\n`,
      },
      cancelled: {
        subject: 'A training was cancelled',
        body: ({ course, when, url }: Told) =>
          `“${course}”\n${when}\n\nThis session was cancelled. Other dates are on this page:\n\n${url}\n`,
      },
    },
    closing: {
      subject: 'The training that your role needs ends soon',
      body: ({ course, when, url }: Told) =>
        `Your role needs the training “${course}”.\nAfter ${when} the pages of that role cannot be used until you have taken it.\n\nDates and entry are on this page:\n${url}\n`,
    },
    closed: {
      subject: 'A role is closed until its training is taken',
      body: ({ course, when, url }: Told) =>
        `Your role needs the training “${course}”. The pages of that role cannot be used since ${when}.\nThey open again as soon as you have taken it.\n\nDates and entry are on this page:\n${url}\n`,
    },
  },
});
