import { defineWords } from '../../../i18n.ts';

/** Words of the administrators' side of invitations. */
export const words = defineWords({
  ja: {
    title: '利用者を招待する',
    lead: '2日間、1回だけ使えるリンクをメールで送ります。受け取った人がサインインの方法を決めます。',
    moreRoles: '2つ目からの役割は、本人が登録したあとで「利用者」から加えられます。',
    send: '招待を送る',
    back: '戻る',
    sent: '招待を送りました。',
    none: '待っている招待はありません',
    until: '期限',
    expired: '期限切れ',
    resend: '再送',
    resent: '新しいリンクで招待を送り直しました。前のリンクは使えません。',
    revoke: '取り消す',
    revoked: '招待を取り消しました。',
  },
  en: {
    title: 'Invite somebody',
    lead: 'They get a link by mail that works once, for two days, and choose how they sign in.',
    moreRoles: 'Further roles can be added under People once they have joined.',
    send: 'Send the invitation',
    back: 'Back',
    sent: 'The invitation is on its way.',
    none: 'No invitation is waiting',
    until: 'Until',
    expired: 'expired',
    resend: 'Send again',
    resent: 'Sent again with a new link. The old one no longer works.',
    revoke: 'Withdraw',
    revoked: 'The invitation is withdrawn.',
  },
});
