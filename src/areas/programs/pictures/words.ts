import type { FileRefusal } from '#platform/files/store.ts';
import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { entryClosed } from '../programs/words.ts';
import type { PictureTextRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '写真・図',
    add: '写真・図を加える',
    edit: '説明を直す',
    lead: '写っている人の了解を得たものだけを載せます。',
    file: 'ファイル',
    fileHint: 'JPEG・PNG・WebP、8MBまで',
    alternative: '画像の説明（見えない人のための文）',
    alternativeHint: '何が写っているかを、読み上げられてもわかるように書きます',
    caption: '添え書き',
    none: 'まだありません',
    remove: 'この画像を外す',
    choose: 'ファイルを選んでください',
    added: '画像を加えました。',
    saved: '説明を保存しました。',
    removed: '画像を外しました。',
  },
  en: {
    title: 'Pictures',
    add: 'Add a picture',
    edit: 'Edit the text',
    lead: 'Only pictures whose people agreed to be shown.',
    file: 'File',
    fileHint: 'JPEG, PNG or WebP, up to 8 MB',
    alternative: 'Text for those who do not see it',
    alternativeHint: 'Say what is to be seen, so that it is understood when read aloud',
    caption: 'Caption',
    none: 'None yet',
    remove: 'Take this picture off',
    choose: 'Choose a file',
    added: 'The picture was added.',
    saved: 'The text is saved.',
    removed: 'The picture was taken off.',
  },
});

export const refusals: RefusalWords<PictureTextRefusal | FileRefusal> = {
  ja: {
    'entry-closed': entryClosed.ja,
    'alternative-missing': '画像の説明を入力してください',
    'file-empty': 'ファイルが空です。選び直してください',
    'file-too-large': ({ megabytes }) => `ファイルが大きすぎます。${megabytes}MBまでにしてください`,
    'file-kind-not-taken': 'JPEG・PNG・WebPの画像ではありません。選び直してください',
  },
  en: {
    'entry-closed': entryClosed.en,
    'alternative-missing': 'Enter the text for those who do not see the picture',
    'file-empty': 'The file is empty. Choose another one',
    'file-too-large': ({ megabytes }) => `The file is too large: up to ${megabytes} MB`,
    'file-kind-not-taken': 'This is no JPEG, PNG or WebP picture. Choose another one',
  },
};
