import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PayeeRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '団体の振込先',
    lead: '本人に渡すお金を、いったん受け取る口座です。はじめに一度登録します。あとから変えるときは、担当が確かめてから変えます。',
    organisation: '団体',
    number: '法人番号（13けた）',
    numberHint: '法人番号のない団体は、空けておいてください。',
    representative: '代表者',
    postalCode: '郵便番号',
    address: '所在地',
    phone: '電話番号',
    mail: 'メールアドレス',
    groupFacts: '団体のこと',
    account: '口座',
    accountLead: '通帳のとおりに入力してください。名義が違うと振り込めません。',
    save: '登録する',
    saved: '振込先を登録しました',
    known: '登録ずみです。変えるときは、給付の担当に連絡してください。',
    is: '登録の状態',
    none: '未登録',
    registered: '登録ずみ',
    back: '戻る',
  },
  en: {
    title: 'Accounts of groups',
    lead: 'Money for people passes through this account. A group says once where; the office changes it later, after it has looked.',
    organisation: 'Group',
    number: 'Corporate number (13 digits)',
    numberHint: 'Leave this empty if the group has none.',
    representative: 'Representative',
    postalCode: 'Postal code',
    address: 'Address',
    phone: 'Telephone',
    mail: 'E-mail',
    groupFacts: 'The group',
    account: 'Account',
    accountLead: 'As the passbook has it: with another name the transfer comes back.',
    save: 'Register',
    saved: 'The account is registered',
    known: 'It is registered. To change it, ask the grant officer.',
    is: 'State',
    none: 'not registered',
    registered: 'registered',
    back: 'Back',
  },
});

export const refusals: RefusalWords<PayeeRefusal> = {
  ja: {
    'payee-known': 'すでに登録されています。変えるときは、給付の担当に連絡してください',
    'payee-wrong': 'この項目を確かめてください',
    'account-wrong': 'この項目を確かめてください',
  },
  en: {
    'payee-known': 'It is registered already. To change it, ask the grant officer',
    'payee-wrong': 'Look at this field again',
    'account-wrong': 'Look at this field again',
  },
};
