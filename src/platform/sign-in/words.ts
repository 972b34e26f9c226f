import { defineWords } from '../i18n.ts';
import type { SignInRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    title: 'サインイン',
    lead: '業務で使う方の入口です。どなたでも見られるページは、サインインせずにお使いいただけます。',
    email: 'メールアドレス',
    password: 'パスワード',
    submit: 'サインイン',
    withSso: '組織の共通アカウントでサインイン',
    forgotten: 'パスワードを忘れたとき',
    forgottenText:
      '所属する組織のシステム管理者に知らせてください。本人であることを確かめたうえで、新しく設定するためのリンクをお送りします。',
    secondTitle: '確認コードの入力',
    secondLead: '認証アプリに出ている6けたの数字を入力してください。数字は30秒ごとに変わります。',
    code: '確認コード',
    codeHint:
      '認証アプリが使えないときは、控えておいた回復コードを入力できます。回復コードは1つにつき1回だけ使えます。',
    confirm: '確認する',
    startAgain: '最初からやり直す',
    signedOut: 'サインアウトしました。',
  },
  en: {
    title: 'Sign in',
    lead: 'For the people who work here. Public pages need no sign-in.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    withSso: "Sign in with your organisation's account",
    forgotten: 'If you forgot your password',
    forgottenText:
      'Tell an administrator of your organisation. Once they know it is you, they send you a link to set a new one.',
    secondTitle: 'Enter your code',
    secondLead: 'Enter the six digits your authenticator app shows. They change every 30 seconds.',
    code: 'Code',
    codeHint:
      'Without your authenticator app, enter one of the recovery codes you noted down. Each of them works once.',
    confirm: 'Confirm',
    startAgain: 'Start again',
    signedOut: 'You are signed out.',
  },
});

/** The same words whether the address is unknown, the password wrong or the account locked. */
export const refusals = defineWords<Record<SignInRefusal, string>>({
  ja: {
    'sign-in-wrong':
      'メールアドレスまたはパスワードが違います。5回続けて間違えると、15分間サインインできなくなります。',
    'code-wrong':
      'この確認コードは使えません。新しい数字に変わるのを待って、もう一度入力してください。間違いが続くと15分間止まります。',
    'sign-in-expired': '時間がたったため、最初からやり直してください。',
  },
  en: {
    'sign-in-wrong':
      'The e-mail address or the password is wrong. After five wrong tries in a row, signing in stops for 15 minutes.',
    'code-wrong':
      'This code does not work. Wait for the next one and try again. After several wrong codes, signing in stops for 15 minutes.',
    'sign-in-expired': 'This took too long. Please start again.',
  },
});
