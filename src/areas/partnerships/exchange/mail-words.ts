import { defineWords } from '#platform/i18n.ts';

export const mailWords = defineWords({
  ja: {
    subject: '【つなぎ】受付の期限が過ぎた投稿があります',
    body: (titles: string, url: string) =>
      `期限が過ぎたため、次の「求めること・できること」の受付を終わりました。\n\n${titles}\n\n続けるときは、新しい期限で作り直してください。\n${url}\n`,
  },
  en: {
    subject: '[Tsunagi] Needs or offers have reached their last day',
    body: (titles: string, url: string) =>
      `These needs and offers have ended, because their last day is over.\n\n${titles}\n\nTo go on, make them anew with a later day.\n${url}\n`,
  },
});
