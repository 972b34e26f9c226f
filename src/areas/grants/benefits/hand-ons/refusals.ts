import type { RefusalWords } from '#platform/web/refusals.ts';
import type { OrderRefusal } from '../../payments/rules.ts';
import type { PayRefusal } from '../instalments/rules.ts';
import { moneyRefusals } from '../refusals.ts';
import type { ReceiptRefusal } from './receipts.ts';
import type {
  ConfirmRefusal,
  DonationRefusal,
  HandOnRefusal,
  OutcomeRefusal,
  ReturnRefusal,
} from './rules.ts';

export const refusals: RefusalWords<
  | HandOnRefusal
  | ReceiptRefusal
  | ConfirmRefusal
  | ReturnRefusal
  | OutcomeRefusal
  | DonationRefusal
  | PayRefusal
  | OrderRefusal
> = {
  ja: {
    'yen-not-positive': moneyRefusals.ja['yen-not-positive'],
    'more-than-owed': moneyRefusals.ja['more-than-owed'],
    'not-paid-yet': 'まだ支払われていません',
    'more-than-held': ({ held }) =>
      `団体の手もとにあるのは${Number(held).toLocaleString('ja-JP')}円です。それより多くは渡せません`,
    'held-changed':
      '団体の手もとの額が、表示されたあとで変わりました。もう記録されていないか確かめて、もう一度行ってください',
    'day-to-come': '先の日付は入力できません',
    'before-payment': ({ on }) => `支払った日（${on}）より前の日付です`,
    'receipt-missing': '受領書をつけてください',
    'file-empty': 'ファイルの中身がありません',
    'file-too-large': ({ megabytes }) => `ファイルは${megabytes}MBまでです`,
    'file-kind-not-taken': 'JPEG、PNG、WebP、PDFのどれかにしてください',
    infected: 'ウイルスが見つかったので、受け取れません。別のファイルにしてください',
    'scanner-silent':
      'ウイルスの検査がいま動いていないので、受け取れません。しばらくしてから、もう一度お試しください',
    'confirmed-before': 'すでに確かめられています',
    'own-hand-on': '渡した人とは別の人が確かめてください',
    'outcome-unknown': 'どうなったかを選んでください',
    'not-handed-yet': '本人に渡してから報告してください',
    'donor-missing': '寄附をした団体の名前を入力してください',
    'not-due-yet': ({ on }) => `支払日（${on}）がまだ来ていません`,
    'paid-before': 'すでに支払に回しています',
    'nothing-to-pay': '支払う利息がありません',
    'not-seen-yet': '本人が払ったことを、まだだれも確かめていません',
    'award-ended': '支給決定が終わっています',
    'payee-missing': '振込先がありません',
  },
  en: {
    'yen-not-positive': moneyRefusals.en['yen-not-positive'],
    'more-than-owed': moneyRefusals.en['more-than-owed'],
    'not-paid-yet': 'Nothing was paid yet',
    'more-than-held': ({ held }) =>
      `The group holds ${Number(held).toLocaleString('en-GB')} yen: no more can be handed on`,
    'held-changed':
      'What the group holds has changed since it was shown. See whether this stands there already, and try again',
    'day-to-come': 'This day is still to come',
    'before-payment': ({ on }) => `This is before the payment (${on})`,
    'receipt-missing': 'Add the receipt',
    'file-empty': 'The file is empty',
    'file-too-large': ({ megabytes }) => `A file may have ${megabytes} MB`,
    'file-kind-not-taken': 'Use JPEG, PNG, WebP or PDF',
    infected: 'A virus was found in it. Please send another file',
    'scanner-silent': 'Files cannot be scanned for viruses now. Please try again later',
    'confirmed-before': 'It was confirmed before',
    'own-hand-on': 'Somebody else than who handed it over has to look',
    'outcome-unknown': 'Choose what came of it',
    'not-handed-yet': 'Tell this when the person has it',
    'donor-missing': 'Enter the name of the organisation',
    'not-due-yet': ({ on }) => `Its day (${on}) is still to come`,
    'paid-before': 'It was ordered before',
    'nothing-to-pay': 'There is no interest to pay',
    'not-seen-yet': 'Nobody has seen yet that the person paid',
    'award-ended': 'The award has ended',
    'payee-missing': 'There is no account',
  },
};
