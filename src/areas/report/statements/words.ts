import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { StatementRefusal } from './actions.ts';

export const words = defineWords({
  ja: {
    title: '元の文書',
    lead: '数字がこのシステムの外の文書に書かれている時は、どの文書のどこかを残します。公表すると、「数字の道すじ」に示されます。',
    docTitle: '文書の名前',
    issuer: '発行した機関',
    place: 'ページや節',
    file: '文書のファイル',
    fileHint: 'PDFか画像（JPEG・PNG・WebP）、20MBまで。写真にある場所や時刻の情報は残しません。',
    isPublic: 'この文書は、だれでも受け取れるようにしてよい',
    isPublicHint:
      '印を付けると、この数字を公表した時に、だれでもファイルを受け取れます。付けなければ、担当する局・事務局・承認者だけが見られます。個人のことが書かれた文書には付けません。',
    remove: 'いまのファイルを取り除く',
    filed: '保管しているファイル',
    open: '受け取る',
    hash: '検証値（SHA-256）',
    stated: (name: string, at: string) => `${name}が${at}に残しました。`,
    none: 'まだ残していません。',
    write: '元の文書を残す',
    change: '元の文書を直す',
    save: '保存する',
    saved: '元の文書を保存しました。',
  },
  en: {
    title: 'The document behind it',
    lead: 'Where the number stands in a document outside the system: which, and where in it. Once published, the path of the number shows it.',
    docTitle: 'Title of the document',
    issuer: 'Issued by',
    place: 'Page or section',
    file: 'The document itself',
    fileHint: 'PDF or picture (JPEG, PNG, WebP), up to 20 MB. Place and time in photographs are not kept.',
    isPublic: 'Everybody may have this document',
    isPublicHint:
      'With a mark, everybody may fetch it once this number is published. Without one, only the bureau, the secretariat and approvers see it. Do not mark a document that tells of persons.',
    remove: 'Take the present file away',
    filed: 'The file that is kept',
    open: 'Fetch',
    hash: 'SHA-256',
    stated: (name: string, at: string) => `Kept by ${name}, ${at}.`,
    none: 'None is kept yet.',
    write: 'Name the document',
    change: 'Change the document',
    save: 'Save',
    saved: 'The document was saved.',
  },
});

export const refusals: RefusalWords<StatementRefusal> = {
  ja: {
    infected: 'ウイルスが見つかったため、受け取りませんでした',
    'scanner-silent': 'いま検査ができません。しばらくしてからもう一度お試しください',
    'file-empty': 'ファイルが空です。選び直してください',
    'file-too-large': ({ megabytes }) => `ファイルが大きすぎます。${megabytes}MBまでにしてください`,
    'file-kind-not-taken': 'PDFか画像（JPEG・PNG・WebP）を選んでください',
  },
  en: {
    infected: 'A virus was found in it, so it was not taken',
    'scanner-silent': 'It cannot be checked at the moment. Please try again later',
    'file-empty': 'The file is empty. Choose another one',
    'file-too-large': ({ megabytes }) => `The file is too large: up to ${megabytes} MB`,
    'file-kind-not-taken': 'Choose a PDF or a picture (JPEG, PNG, WebP)',
  },
};
