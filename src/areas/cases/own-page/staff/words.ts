import { defineWords } from '#platform/i18n.ts';

/** For the worker who gives the slip and answers. */
export const words = defineWords({
  ja: {
    staffTitle: '本人のページ',
    staffLead:
      '本人が自分のプランと、だれに何が伝わっているかを見られるページです。番号と合言葉を紙で渡します。合言葉はここにも残らず、もう一度見ることはできません。',
    none: 'まだ渡していません',
    issued: (day: string) => `${day}に渡しました`,
    revokedOn: (day: string) => `${day}に使えなくしました`,
    lastUsed: (day: string) => `最後に開いた日：${day}`,
    issue: '番号と合言葉を作る',
    issueAgain: '作り直す（前のものは使えなくなります）',
    issueLead:
      '本人の端末や手紙を見る人がいるときは、渡し方を本人と決めてください。紙には組織の名前も支援のことも書きません。',
    revoke: '使えなくする',
    revoked: '使えなくしました。開いている画面もすぐに閉じます。',
    slipTitle: '渡す紙',
    slipLead: 'この画面は一度だけです。印刷するか、書き写して渡してください。',
    slipUrl: 'ひらくところ',
    slipNote: '番号と合言葉は、別々にしまっておくと安心です。なくしたら、すぐに知らせてください。',
    back: '本人のページに戻る',
    requests: '本人からの依頼',
    noRequests: '依頼はありません',
    answerWords: '本人に伝える言葉',
    answerWordsHint: '本人のページにそのまま出ます',
    reply: '返事をする',
    replied: '返事をしました。',
    due: '期限',
    waiting: (count: number) => `本人からの依頼が${count}件、返事を待っています`,
  },
  en: {
    staffTitle: 'The person’s own page',
    staffLead:
      'Here the person sees their plan, and who is told what. Number and passphrase are given on paper. The passphrase is kept nowhere and cannot be shown again.',
    none: 'Not given yet',
    issued: (day: string) => `Given on ${day}`,
    revokedOn: (day: string) => `Closed on ${day}`,
    lastUsed: (day: string) => `Last opened on ${day}`,
    issue: 'Make number and passphrase',
    issueAgain: 'Make new ones (the old ones stop working)',
    issueLead:
      'If somebody reads the person’s telephone or letters, agree on how to hand it over. The slip names neither the organisation nor the support.',
    revoke: 'Close the page',
    revoked: 'Closed, also where it is open now.',
    slipTitle: 'The slip',
    slipLead: 'This is shown once. Print it, or copy it by hand.',
    slipUrl: 'Where',
    slipNote: 'Keep number and passphrase in two places. If you lose them, say so at once.',
    back: 'Back',
    requests: 'Asked by the person',
    noRequests: 'Nothing was asked',
    answerWords: 'What the person is told',
    answerWordsHint: 'Stands on their page as you write it',
    reply: 'Answer',
    replied: 'Answered.',
    due: 'Due',
    waiting: (count: number) =>
      count === 1 ? 'The person waits for an answer' : `The person waits for ${count} answers`,
  },
});

/** Tasks that come of the page: nothing of the person’s words. */
export const taskWords = defineWords({
  ja: {
    correction: '本人のページから：記録を直してほしい（返事をする）',
    withdrawal: '本人のページから：同意の取り消し（確かめる）',
  },
  en: {
    correction: 'From the person’s page: something to put right',
    withdrawal: 'From the person’s page: a consent was withdrawn',
  },
});
