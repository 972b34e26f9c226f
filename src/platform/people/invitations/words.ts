import { defineWords } from '../../i18n.ts';
import type { InviteRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    joinTitle: (name: string) => `${name}さん、ようこそ`,
    joinLead: 'サインインの方法を決めると、すぐに使い始められます。',
    account: 'サインインに使うメールアドレス',
    withPassword: 'パスワードを決める',
    join: 'このパスワードで始める',
    resetTitle: '新しいパスワードを決める',
    reset: 'このパスワードに変える',
    resetDone: 'パスワードを変えました。新しいパスワードでサインインしてください。',
    deadTitle: 'このリンクは使えません',
    expired: 'リンクの期限（2日）が過ぎています。',
    accepted: 'このリンクはすでに使われています。登録が済んでいれば、サインインできます。',
    revoked: 'この招待は取り消されています。',
    unknown:
      'リンクが途中で切れているか、新しいリンクに置き換えられています。メールのリンク全体を開いているか、確かめてください。',
    deadHelp: '必要なときは、招待した方かシステム管理者に、新しいリンクを送るよう頼んでください。',
    toSignIn: 'サインインへ',
    firstTitle: 'つなぎを始める',
    firstLead: '最初のシステム管理者を登録し、どの自治体のサイトかを決めます。名称はあとから変えられます。',
    you: 'あなた',
    name: '氏名',
    email: 'メールアドレス',
    whose: 'どこのサイトか',
    start: '始める',
    firstDead:
      '期限が過ぎたか、すでに管理者がいます。まだ誰もいない場合は、サーバーを起動し直すと新しいリンクが表示されます。',
  },
  en: {
    joinTitle: (name: string) => `Welcome, ${name}`,
    joinLead: 'Choose how you sign in, and you can start at once.',
    account: 'E-mail address you sign in with',
    withPassword: 'Choose a password',
    join: 'Start with this password',
    resetTitle: 'Choose a new password',
    reset: 'Change to this password',
    resetDone: 'Your password is changed. Sign in with the new one.',
    deadTitle: 'This link does not work',
    expired: 'Its two days are over.',
    accepted: 'It was used already. If you have registered, you can sign in.',
    revoked: 'The invitation was withdrawn.',
    unknown:
      'It was cut off somewhere, or a newer link took its place. Check that you opened the whole link of the newest mail.',
    deadHelp: 'If you need one, ask the person who invited you, or an administrator, for a new link.',
    toSignIn: 'To the sign-in',
    firstTitle: 'Start Tsunagi',
    firstLead: 'Register the first administrator and say whose site this is. Names can be changed later.',
    you: 'You',
    name: 'Name',
    email: 'E-mail address',
    whose: 'Whose site',
    start: 'Start',
    firstDead:
      'It is too old, or there is an administrator already. If nobody is registered yet, starting the server again prints a new link.',
  },
});

export const inviteRefusals = defineWords<Record<InviteRefusal, string>>({
  ja: {
    'person-exists': 'このメールアドレスの人はすでに登録されています。「利用者」から役割を加えてください',
    'already-invited': 'この人には招待を送ってあります。招待の一覧から再送できます',
    'role-unknown': '選択肢から役割を選んでください',
    'role-unfit': 'この役割は、選んだ組織では使えません',
    'organisation-closed': 'この組織は閉じられています',
  },
  en: {
    'person-exists': 'Somebody with this e-mail address is registered already. Add the role under People',
    'already-invited': 'An invitation is on its way. It can be sent again from the list of invitations',
    'role-unknown': 'Choose one of the roles',
    'role-unfit': 'This role does not exist at the chosen organisation',
    'organisation-closed': 'This organisation is closed',
  },
});
