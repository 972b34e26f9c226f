import { defineWords } from '#platform/i18n.ts';

export const alarmMail = defineWords({
  ja: {
    subject: '【確認してください】受け取った申請の書類が、受け付けたときと違います',
    body: (count: number, url: string) =>
      `夜の確認で、受け付けたときと違うものが${count}件見つかりました。\n\n次のページから、どの申請かを見て、何が起きたかを調べてください。\n\n${url}`,
  },
  en: {
    subject: 'Please look: papers of applications are not what was received',
    body: (count: number, url: string) =>
      `The nightly check found ${count} ${count === 1 ? 'thing that is' : 'things that are'} not what was received.\n\nSee here which applications it is about, and find out what happened:\n\n${url}`,
  },
});
