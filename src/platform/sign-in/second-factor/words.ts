import { defineWords } from '../../i18n.ts';
import { refusals as passkeyRefusals } from '../passkeys/words.ts';
import type { SecondFactorRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    title: '二段階認証',
    lead: 'パスワードのほかに、手元の端末でも本人だと確かめます。パスワードが漏れても、ほかの人は入れません。',
    asked: '次の役割は、二段階認証を設定すると使えるようになります。',
    askedTitle: 'もう少しで使えます',
    setUp: '二段階認証を設定する',
    withApp: '認証アプリを使う',
    withAppLead:
      'スマートフォンなどの認証アプリ（TOTP）に登録し、サインインのたびに6けたの数字を入力します。',
    begin: '認証アプリの登録を始める',
    withPasskey: 'パスキーを使う',
    withPasskeyLead:
      'この端末の指紋・顔・画面ロックや、セキュリティキーで確かめます。数字の入力は要りません。',
    stepAdd:
      '認証アプリで「アカウントを追加」を選び、次のキーを入力してください。種類を聞かれたら「時間ベース」を選びます。',
    key: 'セットアップキー',
    account: 'アカウント名',
    openApp: 'この端末の認証アプリで開く',
    stepCode: 'アプリに出た6けたの数字を入力してください。',
    code: '確認コード',
    turnOn: '有効にする',
    on: '認証アプリ：有効',
    off: '認証アプリ：設定していません',
    codesLeft: (count: number) => `使っていない回復コードが${count}個あります。`,
    renew: '回復コードを新しく作る',
    renewHint: '新しく作ると、前の回復コードは使えなくなります。',
    turnOffTitle: '認証アプリを使うのをやめる',
    turnOffLead: '確認コードまたは回復コードを入力してください。回復コードも使えなくなります。',
    turnOff: 'やめる',
    turnedOff: '認証アプリを使うのをやめました。',
    codesTitle: '回復コード',
    codesLead:
      '認証アプリが使えなくなったときの入口です。この画面を閉じると、二度と表示できません。印刷するか、安全な場所に書き写してください。',
    codesOnce: '1つのコードは1回だけ使えます。',
    saved: '控えました。次へ進む',
  },
  en: {
    title: 'Second factor',
    lead: 'Besides your password, a device in your hands confirms that it is you. A leaked password alone opens nothing.',
    asked: 'These roles of yours can be used once you have a second factor:',
    askedTitle: 'Almost there',
    setUp: 'Set up a second factor',
    withApp: 'Use an authenticator app',
    withAppLead: 'You register once in an app (TOTP) on your telephone and enter six digits at each sign-in.',
    begin: 'Register an authenticator app',
    withPasskey: 'Use a passkey',
    withPasskeyLead:
      'The fingerprint, face or screen lock of this device, or a security key. There are no digits to enter.',
    stepAdd:
      'Add an account in your authenticator app and enter this key. If asked for a kind, choose “time-based”.',
    key: 'Set-up key',
    account: 'Account name',
    openApp: 'Open in the authenticator app of this device',
    stepCode: 'Enter the six digits that the app shows.',
    code: 'Code',
    turnOn: 'Turn on',
    on: 'Authenticator app: on',
    off: 'Authenticator app: not set up',
    codesLeft: (count: number) =>
      count === 1 ? 'One recovery code is left.' : `${count} recovery codes are left.`,
    renew: 'Make new recovery codes',
    renewHint: 'The old ones stop working.',
    turnOffTitle: 'Stop using the authenticator app',
    turnOffLead: 'Enter a code of the app or a recovery code. Your recovery codes stop working too.',
    turnOff: 'Stop using it',
    turnedOff: 'The authenticator app is no longer used.',
    codesTitle: 'Recovery codes',
    codesLead:
      'Your way in when the app is out of reach. They are never shown again: print this page or write them down in a safe place.',
    codesOnce: 'Each code works once.',
    saved: 'I have kept them. Go on',
  },
});

export const refusals = defineWords<Record<SecondFactorRefusal, string>>({
  ja: {
    'code-wrong': 'この確認コードは使えません。新しい数字に変わるのを待って、もう一度入力してください',
    'confirm-first': passkeyRefusals.ja['confirm-first'],
  },
  en: {
    'code-wrong': 'This code does not work. Wait for the next one and try again',
    'confirm-first': passkeyRefusals.en['confirm-first'],
  },
});
