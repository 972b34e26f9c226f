import { defineWords } from '../../i18n.ts';
import { refusals as peopleRefusals } from '../words.ts';
import type { OrganisationRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    add: '組織を加える',
    name: '名前',
    nameJa: '名前（日本語）',
    nameEn: '名前（英語）',
    nameEnHint: '空のときは、英語の画面にも日本語の名前が出ます。',
    kind: '種類',
    code: '略号',
    codeHint: '半角の小文字・数字・ハイフン。取り込みのときに組織を見分けるもので、あとから変えられません。',
    codeForm: '半角の小文字・数字・ハイフンで入力してください',
    localGovernmentCode: '全国地方公共団体コード',
    localGovernmentHint: '都道府県と市町村だけ。検査数字を含む6けたです。',
    localGovernmentForm: '6けたの数字が正しくありません。検査数字まで確かめてください',
    state: '状態',
    open: '使用中',
    closed: '閉鎖',
    act: '操作',
    save: '保存',
    saved: '保存しました。',
    added: '組織を加えました。',
    close: '組織を閉じる',
    closeHint: '閉じると、この組織での役割はすべて使えなくなります。記録は残り、あとで開き直せます。',
    closedNow: '組織を閉じました。',
    reopen: '組織を開き直す',
    reopened: '組織を開き直しました。',
    back: '戻る',
    siteLead: 'すべてのページに出る名前です。',
  },
  en: {
    add: 'Add an organisation',
    name: 'Name',
    nameJa: 'Name (Japanese)',
    nameEn: 'Name (English)',
    nameEnHint: 'Left empty, English pages show the Japanese name.',
    kind: 'Kind',
    code: 'Short code',
    codeHint:
      'Small Latin letters, digits and hyphens. Imports know the organisation by it; it cannot be changed later.',
    codeForm: 'Use small Latin letters, digits and hyphens',
    localGovernmentCode: 'Local government code',
    localGovernmentHint: 'For prefectures and municipalities only: six digits with the check digit.',
    localGovernmentForm: 'These six digits are not right. Look at the check digit too',
    state: 'State',
    open: 'open',
    closed: 'closed',
    act: 'Action',
    save: 'Save',
    saved: 'Saved.',
    added: 'The organisation is added.',
    close: 'Close the organisation',
    closeHint: 'All roles held there stop working. Records stay, and it can be opened again.',
    closedNow: 'The organisation is closed.',
    reopen: 'Open the organisation again',
    reopened: 'The organisation is open again.',
    back: 'Back',
    siteLead: 'These names stand on every page.',
  },
});

export const refusals = defineWords<Record<OrganisationRefusal, string>>({
  ja: {
    'code-taken': 'この略号は、ほかの組織が使っています',
    'last-administrator': peopleRefusals.ja['last-administrator'],
  },
  en: {
    'code-taken': 'Another organisation uses this code',
    'last-administrator': peopleRefusals.en['last-administrator'],
  },
});
