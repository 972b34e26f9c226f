import { defineWords } from '#platform/i18n.ts';
import type { ContentProblemName } from '../services/content-checks/problem.ts';

type Words = Readonly<Record<ContentProblemName | 'not-a-number', (limit: number) => string>>;

/** What is wrong with a field, and how to mend it. A problem without words does not compile. */
export const problemWords = defineWords({
  ja: {
    missing: () => '入力してください',
    'too-long': (limit) => `${limit}文字以内にしてください`,
    'unknown-code': () => '選択肢から選んでください',
    formula: () =>
      '表計算ソフトが式とみなすため、= + - @ から始めることはできません。ほかの文字から始めてください',
    'not-a-url': () => 'https:// から始まるアドレスを入力してください',
    'not-a-mail-address': () => 'メールアドレスの形で入力してください（例：desk@example.jp）',
    'not-a-phone-number': () => '電話番号を数字とハイフンで入力してください（例：0120-000-001）',
    'not-a-postal-code': () => '郵便番号を7桁の数字で入力してください',
    'not-a-day': () => '暦にある日を入力してください（例：12-29、2026-08-13）',
    'not-a-time': () => '時刻を入力してください（例：9:00、17:15）',
    'not-a-number': () => '数字で入力してください',
    'no-weekday': () => '曜日を選んでください',
    'wrong-order': () => '終わりは、始まりより後にしてください',
    'out-of-range': (limit) =>
      limit ? `0から${limit}までの数で入力してください` : '正しい範囲の数で入力してください',
    'too-precise': () => '場所をくわしく公開しないときは、ここを空けてください',
    'not-kana': () => 'かなで入力してください',
    twice: () => '同じものが2つあります。1つにしてください',
    'too-many': (limit) => `${limit}件までにしてください`,
    'invented-number': () => '実在しない番号です。正しい番号にするか、例示の印を付けてください',
  } as Words,
  en: {
    missing: () => 'Fill in this field',
    'too-long': (limit) => `Use at most ${limit} characters`,
    'unknown-code': () => 'Choose one of the options',
    formula: () => 'A spreadsheet would run this: begin with another character than = + - @',
    'not-a-url': () => 'Enter an address that begins with https://',
    'not-a-mail-address': () => 'Enter a mail address (for example desk@example.jp)',
    'not-a-phone-number': () => 'Enter a telephone number in digits and hyphens (for example 0120-000-001)',
    'not-a-postal-code': () => 'Enter the seven digits of a postal code',
    'not-a-day': () => 'Enter a day of the calendar (for example 12-29 or 2026-08-13)',
    'not-a-time': () => 'Enter a time (for example 9:00 or 17:15)',
    'not-a-number': () => 'Enter a number',
    'no-weekday': () => 'Choose a weekday',
    'wrong-order': () => 'The end comes after the beginning',
    'out-of-range': (limit) =>
      limit ? `Enter a number from 0 to ${limit}` : 'Enter a number within the range',
    'too-precise': () => 'Leave this empty where the place is not public in detail',
    'not-kana': () => 'Write it in kana',
    twice: () => 'The same thing stands there twice',
    'too-many': (limit) => `At most ${limit}`,
    'invented-number': () => 'This number can be nobody’s. Mend it, or mark the entry as an example',
  } as Words,
});
