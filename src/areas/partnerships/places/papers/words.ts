import { defineWords } from '#platform/i18n.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PaperRefusal } from './rules.ts';

interface Letter {
  readonly name: string;
  readonly paper: string;
  readonly day: string;
  readonly url: string;
}

export const words = defineWords({
  ja: {
    title: '保険と衛生の書類',
    lead: '書類は暗号にして保管し、この居場所の運営者だけが開けます。期限の30日前と7日前にメールでお知らせします。連携の担当には、種類と期限だけが見えます。',
    kinds: {
      insurance: '保険',
      hygiene: '衛生（食品衛生責任者など）',
      kitchen: '調理場の許可・届出',
      other: 'その他の書類',
    },
    none: '書類はまだありません',
    add: '書類を加える',
    kind: '種類',
    kindHint: '同じ種類の書類を加えると、前の書類と入れ替わります（その他を除く）。',
    expiresOn: '有効期限の日',
    file: 'ファイル',
    fileHint: 'PDFか写真、10MBまで',
    choose: 'ファイルを選んでください',
    until: (day: string) => `${day}まで`,
    standings: { good: '有効', month: '30日以内に期限', week: '7日以内に期限', over: '期限切れ' },
    open: '開く',
    end: '取り除く',
    added: '書類を保管しました',
    ended: '書類を取り除きました',
    count: (count: number) => `${count}件`,
    overCount: (count: number) => `期限切れ ${count}件`,
    soonCount: (count: number) => `もうすぐ期限 ${count}件`,
    overview: '居場所の状況',
    overviewLead: '期限が切れた書類と、もうすぐ切れる書類です。書類の中身は見えません。',
    overviewNone: '期限が近い書類はありません',
    place: '居場所',
    standing: '状態',
    figures: (year: string) => `${year}の居場所`,
    shown: '公開している居場所',
    places: 'か所',
    counted: '人数を数えた居場所',
    visitors: '延べ人数',
    people: '人',
  },
  en: {
    title: 'Insurance and hygiene',
    lead: 'Papers are sealed; only who runs this place opens them. You get a mail 30 and 7 days before one ends. The concierge sees what there is and until when.',
    kinds: {
      insurance: 'Insurance',
      hygiene: 'Hygiene',
      kitchen: 'Permit of the kitchen',
      other: 'Another paper',
    },
    none: 'No paper yet',
    add: 'Add a paper',
    kind: 'Kind',
    kindHint: 'A newer one takes the place of the one before it, except for other papers.',
    expiresOn: 'Last day on which it holds',
    file: 'File',
    fileHint: 'PDF or photograph, up to 10 MB',
    choose: 'Choose a file',
    until: (day: string) => `until ${day}`,
    standings: { good: 'Holds', month: 'Ends within 30 days', week: 'Ends within 7 days', over: 'Over' },
    open: 'Open',
    end: 'Remove',
    added: 'The paper is kept',
    ended: 'The paper is removed',
    count: (count: number) => `${count} papers`,
    overCount: (count: number) => `${count} are over`,
    soonCount: (count: number) => `${count} end soon`,
    overview: 'How places stand',
    overviewLead: 'Papers that are over or end soon. What is in them is not shown.',
    overviewNone: 'No paper ends soon',
    place: 'Place',
    standing: 'State',
    figures: (year: string) => `Places in ${year}`,
    shown: 'Places in the directory',
    places: 'places',
    counted: 'Places that counted visitors',
    visitors: 'Visits',
    people: 'visits',
  },
});

export const refusals: RefusalWords<PaperRefusal | FileRefusal> = {
  ja: {
    'over-already': 'すでに期限が切れています。新しい書類を加えてください',
    infected: 'ウイルスが見つかったため、受け取りませんでした',
    'scanner-silent': 'いま検査ができません。しばらくしてからもう一度お試しください',
    'file-empty': 'ファイルが空です。選び直してください',
    'file-too-large': ({ megabytes }) => `ファイルが大きすぎます。${megabytes}MBまでにしてください`,
    'file-kind-not-taken': 'PDFか写真（JPEG・PNG・WebP）を選んでください',
  },
  en: {
    'over-already': 'This one is over already. Add the new paper',
    infected: 'A virus was found in it, so it was not taken',
    'scanner-silent': 'It cannot be checked at the moment. Please try again later',
    'file-empty': 'The file is empty. Choose another one',
    'file-too-large': ({ megabytes }) => `The file is too large: up to ${megabytes} MB`,
    'file-kind-not-taken': 'Choose a PDF or a photograph (JPEG, PNG, WebP)',
  },
};

export const mailWords = defineWords({
  ja: {
    subject: (paper: string) => `書類の期限：${paper}`,
    body: ({ name, paper, day, url }: Letter) =>
      `${name}の書類「${paper}」の期限は${day}です。新しい書類ができたら、次のページで加えてください。\n${url}\n`,
  },
  en: {
    subject: (paper: string) => `A paper ends: ${paper}`,
    body: ({ name, paper, day, url }: Letter) =>
      `The paper “${paper}” of ${name} holds until ${day}. When you have the new one, add it on this page:\n${url}\n`,
  },
});
