import { defineWords } from '#platform/i18n.ts';

/** Names nobody: a mail lies in inboxes for years. */
export const mailWords = defineWords({
  ja: {
    proposed: {
      subject: '就労訓練の受入れのご相談が届きました',
      body: (url: string) => `受入れのご相談が届いています。次のページでご覧ください。\n\n${url}`,
    },
    answered: {
      subject: '就労訓練の受入れについて、事業所から返事がありました',
      body: (url: string) => `事業所からの返事を、次のページでご覧ください。\n\n${url}`,
    },
    withdrawn: {
      subject: '就労訓練のご相談が一つ終わりました',
      body: (url: string) =>
        `ご本人の意思により、ご相談またはご訓練が一つ終わりました。いまの一覧は次のページです。\n\n${url}`,
    },
    agree: {
      subject: '就労訓練の合意に、確認がありました',
      body: (url: string) => `合意の内容が確認されました。次のページでご覧ください。\n\n${url}`,
    },
    incident: {
      subject: '就労訓練で記録されたことがあります',
      body: (url: string) => `訓練中のできごとが記録されました。次のページで確かめてください。\n\n${url}`,
    },
  },
  en: {
    proposed: {
      subject: 'You are asked for a work training',
      body: (url: string) => `A place is asked for. Look at it here:\n\n${url}`,
    },
    answered: {
      subject: 'A workplace has answered',
      body: (url: string) => `Its answer stands here:\n\n${url}`,
    },
    withdrawn: {
      subject: 'A work training is over',
      body: (url: string) => `By the person’s own wish one is over. What goes on stands here:\n\n${url}`,
    },
    agree: {
      subject: 'An agreement on a work training was confirmed',
      body: (url: string) => `Look at it here:\n\n${url}`,
    },
    incident: {
      subject: 'Something happened in a work training',
      body: (url: string) => `It was written down here:\n\n${url}`,
    },
  },
});
