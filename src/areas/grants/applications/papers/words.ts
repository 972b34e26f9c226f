import type { FileRefusal } from '#platform/files/store.ts';
import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PaperRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '添える書類',
    lead: '写真でもかまいません。領収書や書類は、文字が読めるように撮ってください。1つ10MBまでの、JPEG・PNG・WebP・PDFを受け取ります。',
    choose: (paper: string) => `「${paper}」を選ぶ`,
    hint: 'いくつも選べます（合わせて30MBまで）',
    add: 'この書類を加える',
    there: '受け取った書類',
    none: 'まだありません',
    required: '必要',
    optional: 'あれば',
    remove: '外す',
    added: '書類を受け取りました',
    removed: '書類を外しました',
    unscanned: 'この窓口では、ウイルスの検査をまだ行っていません。書類は「検査していません」と表示されます。',
    on: '次へ',
    choosing: '書類を選んでください',
    most: '一度に加えられるのは10個までです',
  },
  en: {
    title: 'Papers',
    lead: 'A photograph will do, as long as its letters can be read. JPEG, PNG, WebP and PDF up to 10 MB each.',
    choose: (paper: string) => `Choose “${paper}”`,
    hint: 'You can choose several (30 MB together)',
    add: 'Add this paper',
    there: 'Papers received',
    none: 'None yet',
    required: 'Required',
    optional: 'If you have it',
    remove: 'Take out',
    added: 'The paper was received',
    removed: 'The paper was taken out',
    unscanned: 'Papers are not looked through for viruses here yet; they are shown as “not scanned”.',
    on: 'Go on',
    choosing: 'Choose a paper',
    most: 'Ten papers at a time at most',
  },
});

export const refusals: RefusalWords<PaperRefusal | FileRefusal> = {
  ja: {
    'not-writable': 'この申請は、いまは書き換えられません',
    'paper-unknown': 'この書類は、この申請では受け取りません',
    'too-many-papers': '書類が多すぎます。まとめて一つのPDFにしてください',
    infected: 'この書類からウイルスが見つかったため、受け取りませんでした。別の端末で作り直してください',
    'scanner-silent':
      'ウイルスの検査がいま動いていないため、書類を受け取れません。しばらくしてから、もう一度お試しください。書いたことは保存されています',
    'already-there': '同じ書類を、もう受け取っています',
    'file-empty': '書類が空です。途中で切れたかもしれません。もう一度選んでください',
    'file-too-large': ({ megabytes }) => `書類は1つ${megabytes}MBまでです`,
    'file-kind-not-taken': 'JPEG・PNG・WebPの写真か、PDFを選んでください',
  },
  en: {
    'not-writable': 'This application cannot be changed now',
    'paper-unknown': 'This paper is not asked for here',
    'too-many-papers': 'These are too many. Please put them into one PDF',
    infected: 'A virus was found in this paper, so it was not taken. Please make it anew on another device',
    'scanner-silent':
      'The virus scanner does not answer, so no papers are taken now. Please try again later; what you wrote is saved',
    'already-there': 'This paper was received already',
    'file-empty': 'The paper is empty; it may have been cut off. Please choose it again',
    'file-too-large': ({ megabytes }) => `A paper may have ${megabytes} MB at most`,
    'file-kind-not-taken': 'Choose a picture (JPEG, PNG, WebP) or a PDF',
  },
};
