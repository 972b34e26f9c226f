import { defineWords } from '#platform/i18n.ts';

export const mailWords = defineWords({
  ja: {
    confirm: {
      subject: '入会の申込みの確認',
      body: (url: string) =>
        `官民連携プラットフォームへの入会の申込みを書いていただきました。\n次のページで「申し込む」を押すと、事務局に届きます。\n\n${url}\n\n押されなかった申込みは、二日で消えます。心当たりがないときは、何もしないでください。\n`,
    },
    ask: {
      subject: '入会の申込みについて、確認したいことがあります',
      body: (url: string) =>
        `入会の申込みについて、事務局から確認したいことがあります。\n次のページで読み、答えてください。前のリンクは使えなくなりました。\n\n${url}\n`,
    },
    refuse: {
      subject: '入会の申込みの結果',
      body: (url: string) =>
        `入会の申込みの結果を、理由とともに次のページでお知らせします。\n前のリンクは使えなくなりました。\n\n${url}\n`,
    },
    accept: {
      subject: '入会の申込みが認められました',
      body: (url: string) =>
        `官民連携プラットフォームの構成員になりました。\n\n${url}\n\nはじめての方には、サインインの方法を決めるための招待を別のメールでお送りします。すでに使っている方は、いつものとおりサインインしてください。\n`,
    },
  },
  en: {
    confirm: {
      subject: 'Confirm your application',
      body: (url: string) =>
        `You wrote an application to join the platform.\nPress the button on this page, and it reaches the office:\n\n${url}\n\nWithout it the application is forgotten within two days. If it was not you, do nothing.\n`,
    },
    ask: {
      subject: 'A question about your application',
      body: (url: string) =>
        `The office has a question about your application to join.\nRead and answer it here; the earlier link no longer works.\n\n${url}\n`,
    },
    refuse: {
      subject: 'The outcome of your application',
      body: (url: string) =>
        `The outcome of your application to join, with its reason, is on this page; the earlier link no longer works.\n\n${url}\n`,
    },
    accept: {
      subject: 'Your application was accepted',
      body: (url: string) =>
        `Your organisation is a member of the platform now.\n\n${url}\n\nIf this is new to you, another mail invites you to choose how you sign in. If you have a sign-in, use it as always.\n`,
    },
  },
});
