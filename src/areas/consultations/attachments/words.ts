import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { AttachmentRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '写真や書類を送る',
    lead: '写真（JPEG、PNG、WebP）かPDFを、1つ8MBまで送れます。写真に入っている場所や日時は、送るときに消します。',
    file: '写真または書類',
    send: 'これを送る',
    sent: '送りました。',
    see: (name: string) => `${name} を見る`,
  },
  en: {
    title: 'Send a picture or a paper',
    lead: 'Pictures (JPEG, PNG, WebP) or PDF, up to 8 MB each. Place and time that a picture carries are removed as it is sent.',
    file: 'Picture or paper',
    send: 'Send it',
    sent: 'Sent.',
    see: (name: string) => `See ${name}`,
  },
});

export const refusals: RefusalWords<AttachmentRefusal> = {
  ja: {
    'attachments-off': 'いまは写真や書類を受け取れません。文字で続けてください。',
    'attachments-too-many': ({ files }) => `1つの相談で送れるのは${String(files)}個までです。`,
    'file-empty': 'ファイルの中身がありません。選び直してください。',
    'file-too-large': ({ megabytes }) =>
      `大きすぎます。${String(megabytes)}MBまでのファイルを選んでください。`,
    'file-kind-not-taken': '写真（JPEG、PNG、WebP）かPDFを選んでください。',
  },
  en: {
    'attachments-off': 'Pictures and papers are not taken now. Please go on in writing.',
    'attachments-too-many': ({ files }) => `In one conversation ${String(files)} can be sent.`,
    'file-empty': 'There is nothing in the file. Please choose another.',
    'file-too-large': ({ megabytes }) =>
      `It is too large. Please choose one of up to ${String(megabytes)} MB.`,
    'file-kind-not-taken': 'Please choose a picture (JPEG, PNG, WebP) or a PDF.',
  },
};
