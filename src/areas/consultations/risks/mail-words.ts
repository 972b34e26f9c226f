import { defineWords } from '#platform/i18n.ts';

/** A mail may lie open anywhere: it says that somebody is waited for, and nothing of whom it is about. */
export const mailWords = defineWords({
  ja: {
    subject: '急ぎの確認が1件あります',
    body: (link: string) =>
      `窓口で責任者の確認を待っている件があります。\n次の画面を開いて「確認した」を押してください。\n\n${link}\n\n内容はこのメールには書いていません。確認されないときは、次の責任者へ順に知らせます。\n`,
  },
  en: {
    subject: 'One urgent matter waits for you',
    body: (link: string) =>
      `A matter at the desk waits for a supervisor.\nOpen this page and press “Seen”.\n\n${link}\n\nThis mail says nothing of what it is about. If nobody answers, the next supervisor is told.\n`,
  },
});
