import { defineWords } from '#platform/i18n.ts';

/** Neither person nor case nor agenda: only that there is a meeting, and where to promise secrecy. */
export const mailWords = defineWords({
  ja: {
    asked: {
      subject: '会議のご案内',
      body: (time: string) =>
        `会議にお招きします。日時：${time}\n次のページで秘密を守ることを約束すると、会議が開いているあいだ、議題を見られます。このメールを転送しないでください。`,
    },
    moved: {
      subject: '会議の日時が変わりました',
      body: (time: string) => `お招きしている会議の日時が変わりました。新しい日時：${time}`,
    },
    cancelled: {
      subject: '会議が取りやめになりました',
      body: (time: string) => `${time} の会議は取りやめになりました。`,
    },
  },
  en: {
    asked: {
      subject: 'You are asked to a meeting',
      body: (time: string) =>
        `You are asked to a meeting. Time: ${time}\nOnce you promise secrecy on the following page, you see the agenda while the meeting is open. Do not forward this mail.`,
    },
    moved: {
      subject: 'A meeting has another time',
      body: (time: string) => `The meeting that you are asked to has another time: ${time}`,
    },
    cancelled: {
      subject: 'A meeting was cancelled',
      body: (time: string) => `The meeting of ${time} was cancelled.`,
    },
  },
});
