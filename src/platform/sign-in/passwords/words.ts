import { defineWords } from '../../i18n.ts';
import { longestPassword, type PasswordRefusal, shortestPassword } from './rules.ts';

export const words = defineWords({
  ja: {
    password: '新しいパスワード',
    hint: `${shortestPassword}文字以上。いくつかの言葉をつなげた、長くて自分だけが思い出せるものが安全です。記号や大文字は必須ではありません。`,
    again: 'もう一度同じパスワード',
    notSame: '2つのパスワードが同じではありません',
  },
  en: {
    password: 'New password',
    hint: `At least ${shortestPassword} characters. Several words in a row that only you would think of are safe; signs and capitals are not needed.`,
    again: 'The same password again',
    notSame: 'The two passwords are not the same',
  },
});

export const passwordRefusals = defineWords<Record<PasswordRefusal, string>>({
  ja: {
    'password-short': `パスワードは${shortestPassword}文字以上にしてください`,
    'password-long': `パスワードは${longestPassword}文字以内にしてください`,
    'password-common': '推測されやすいパスワードです。よくある言葉や数字の並びだけのものは使えません',
    'password-personal':
      '名前やメールアドレスから推測されやすいパスワードです。関係のない言葉を加えてください',
  },
  en: {
    'password-short': `Use at least ${shortestPassword} characters`,
    'password-long': `Use at most ${longestPassword} characters`,
    'password-common': 'This password is easy to guess. Common words and rows of digits alone are not enough',
    'password-personal':
      'This password can be guessed from your name or e-mail address. Add words that have nothing to do with you',
  },
});
