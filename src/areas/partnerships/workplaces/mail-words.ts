import { defineWords } from '#platform/i18n.ts';

export const mailWords = defineWords({
  ja: {
    submitted: {
      subject: '就労訓練事業所の認定の申請が届きました',
      body: (url: string) => `認定の申請が届いています。次のページで確認してください。\n\n${url}`,
    },
    returned: {
      subject: '認定の申請について、直していただきたいことがあります',
      body: (url: string) =>
        `申請をお返ししました。書かれたものは消えていません。直していただきたいことは次のページにあります。\n\n${url}`,
    },
    certified: {
      subject: '就労訓練事業所として認定されました',
      body: (url: string) => `認定の番号と期間は、次のページで確かめられます。\n\n${url}`,
    },
    refused: {
      subject: '認定の申請の結果をお知らせします',
      body: (url: string) => `今回は認定に至りませんでした。理由は次のページにあります。\n\n${url}`,
    },
    revoked: {
      subject: '就労訓練事業所の認定が取り消されました',
      body: (url: string) => `理由は次のページにあります。\n\n${url}`,
    },
    ending: {
      subject: '認定の期間が終わりに近づいています',
      body: (url: string) =>
        `続けるときは、期間が終わる前に更新を申請してください。次のページから申請できます。\n\n${url}`,
    },
  },
  en: {
    submitted: {
      subject: 'A workplace asks to be certified',
      body: (url: string) => `A request for certification has come in. Look at it here:\n\n${url}`,
    },
    returned: {
      subject: 'Something in your request has to be mended',
      body: (url: string) =>
        `Your request was returned. Nothing that was written is lost. What to mend stands here:\n\n${url}`,
    },
    certified: {
      subject: 'Your workplace is certified for work training',
      body: (url: string) => `Number and term stand here:\n\n${url}`,
    },
    refused: {
      subject: 'The result of your request for certification',
      body: (url: string) => `It was not certified this time. The reason stands here:\n\n${url}`,
    },
    revoked: {
      subject: 'The certification of your workplace was taken back',
      body: (url: string) => `The reason stands here:\n\n${url}`,
    },
    ending: {
      subject: 'Your certification ends soon',
      body: (url: string) => `To go on, ask for its renewal before it ends:\n\n${url}`,
    },
  },
});
