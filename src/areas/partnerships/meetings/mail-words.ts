import { defineWords } from '#platform/i18n.ts';

interface Told {
  readonly name: string;
  readonly when: string;
  readonly where: string;
  readonly url: string;
}

export const mailWords = defineWords({
  ja: {
    entered: {
      subject: 'パートナーミーティングのご案内',
      body: ({ name, when, where, url }: Told) =>
        `「${name}」の参加を受け付けました。\n\n日時：${when}\n場所：${where}\n\n席の確認と取り消しは、次のページからできます。\n${url}\n`,
    },
    cancelled: {
      subject: 'パートナーミーティングの中止',
      body: ({ name, when }: Told) =>
        `「${name}」（${when}）は中止になりました。申し込んでいただき、ありがとうございました。\n`,
    },
  },
  en: {
    entered: {
      subject: 'Your place at the partner meeting',
      body: ({ name, when, where, url }: Told) =>
        `You are entered for “${name}”.\n\nWhen: ${when}\nWhere: ${where}\n\nYour seat, and how to cancel:\n${url}\n`,
    },
    cancelled: {
      subject: 'The partner meeting is cancelled',
      body: ({ name, when }: Told) => `“${name}” (${when}) is cancelled. Thank you for your entry.\n`,
    },
  },
});
