import { defineWords } from '../../i18n.ts';
import type { PasskeyRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    signIn: 'パスキーでサインイン',
    signInHint: 'この端末の指紋・顔・画面ロックや、セキュリティキーを使います。',
    failed:
      'パスキーを使えませんでした。取り消したか、この端末に登録がないときに起こります。もう一度お試しください。',
    label: 'パスキーの名前',
    labelHint:
      'どの端末や鍵のものか、あとで見分けるための名前です。空のままなら、ブラウザーの名前が入ります。',
    add: 'この端末や鍵をパスキーに加える',
    newLabel: (label: string) => `「${label}」の新しい名前`,
    rename: '名前を変える',
    remove: '削除',
    added: 'パスキーを加えました。',
    renamed: 'パスキーの名前を変えました。',
    removed: 'パスキーを削除しました。',
    unnamed: 'パスキー',
    needsScript: 'パスキーの登録には、JavaScriptが動く新しいブラウザーが必要です。',
  },
  en: {
    signIn: 'Sign in with a passkey',
    signInHint: 'Uses the fingerprint, face or screen lock of this device, or a security key.',
    failed:
      'The passkey could not be used. It may have been cancelled, or this device has none for this site. Please try again.',
    label: 'Name of the passkey',
    labelHint: 'To tell your devices and keys apart later. Left empty, it gets the name of the browser.',
    add: 'Add this device or key as a passkey',
    newLabel: (label: string) => `New name for “${label}”`,
    rename: 'Rename',
    remove: 'Remove',
    added: 'The passkey is added.',
    renamed: 'The passkey is renamed.',
    removed: 'The passkey is removed.',
    unnamed: 'Passkey',
    needsScript: 'Adding a passkey needs a recent browser with JavaScript.',
  },
});

export const refusals = defineWords<Record<PasskeyRefusal, string>>({
  ja: {
    'passkey-failed': words.ja.failed,
    'confirm-first':
      'この操作には、いま登録されている二段階認証での確認が必要です。いったんサインアウトし、パスキーまたは確認コードでサインインし直してください。',
  },
  en: {
    'passkey-failed': words.en.failed,
    'confirm-first':
      'This needs the second factor you already have. Sign out, and sign in again with your passkey or code.',
  },
});
