import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { MoveRefusal } from '../rules.ts';
import type { SubmitRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    check: '見直して出す',
    checkLead: 'いまの内容です。直したいところは「直す」から戻れます。',
    change: '直す',
    gaps: (count: number) => `あと${count}か所、書くところがあります`,
    gapsLead: '次のところが終わると、出せるようになります。',
    declare: '書いたことに、間違いはありません',
    declareHint: '出したあとは、直すよう頼まれるまで書き換えられません。取り下げはいつでもできます。',
    submit: '申請を出す',
    resubmit: 'もう一度出す',
    noPapers: '書類はありません',
    file: '書類',
    size: '大きさ',
    scan: 'ウイルスの検査',
    scans: { clean: '検査済み', unscanned: '検査していません' } as Readonly<Record<string, string>>,
    hash: 'SHA-256',
    receipt: '受付票',
    receiptLead: '申請を受け付けました。この受付票は、いつでもこのページで見ることと印刷ができます。',
    receivedAt: '受け付けた日時',
    resentAt: '最後に出した日時',
    whole: '内容全体のハッシュ（SHA-256）',
    wholeHint:
      'ハッシュは、書類と内容の指紋です。受け取ったものが変わっていないかを毎晩確かめていて、違えば担当者に知らされます。お手元のファイルのハッシュと見くらべることもできます。',
    files: '受け取った書類',
    print: '印刷する',
    withdraw: '申請を取り下げる',
    withdrawLead: '取り下げると、審査は終わります。もう一度申請するときは、新しく書きはじめます。',
    discard: '書くのをやめて消す',
    discardLead: '書いたことと書類を、すべて消します。元には戻せません。',
    reason: '理由（書かなくてもかまいません）',
    gone: '申請を消しました',
    goneLead: '書いたことと書類は、すべて消えました。',
  },
  en: {
    check: 'Check and send',
    checkLead: 'This is what you wrote. “Change” leads back to each part.',
    change: 'Change',
    gaps: (count: number) => `${count} ${count === 1 ? 'part is' : 'parts are'} still open`,
    gapsLead: 'When these are done you can send it.',
    declare: 'What I wrote is true',
    declareHint:
      'Once sent, nothing can be changed until you are asked to. You can withdraw it at any time.',
    submit: 'Send the application',
    resubmit: 'Send it again',
    noPapers: 'No papers',
    file: 'Paper',
    size: 'Size',
    scan: 'Virus scan',
    scans: { clean: 'Scanned', unscanned: 'Not scanned' },
    hash: 'SHA-256',
    receipt: 'Receipt',
    receiptLead: 'Your application was received. You can read and print this receipt here at any time.',
    receivedAt: 'Received',
    resentAt: 'Last sent',
    whole: 'Hash of the whole content (SHA-256)',
    wholeHint:
      'A hash is a fingerprint. What we received is held against it every night, and a difference is reported. You can compare it with your own files as well.',
    files: 'Papers received',
    print: 'Print',
    withdraw: 'Withdraw the application',
    withdrawLead: 'Its review ends. To apply again you begin a new one.',
    discard: 'Stop and delete it',
    discardLead: 'Everything you wrote and all papers are deleted. This cannot be undone.',
    reason: 'Reason (not required)',
    gone: 'The application is deleted',
    goneLead: 'Everything you wrote and all papers are gone.',
  },
});

export const refusals: RefusalWords<SubmitRefusal | MoveRefusal> = {
  ja: {
    'not-writable': 'この申請は、いまは出せません',
    'call-not-open': '受付の期間が終わったか、予算に達したため、いまは出せません。書いたことは残っています',
    incomplete: ({ gaps }) => `あと${gaps}か所、書くところがあります`,
    'not-declared': '間違いがないことを確かめて、印を付けてください',
    'scan-missing': '紙の申請書を写したもの（スキャン）を付けてください',
    'unit-taken': ({ number }) =>
      `同じ申請が、もう出ています（受付番号 ${number}）。直したいときは窓口に連絡してください。新しいものに替えるときは、前の申請を取り下げてから出してください`,
    'move-not-now': 'いまの状態では、これはできません',
    'reason-missing': '理由を書いてください',
  },
  en: {
    'not-writable': 'This application cannot be sent now',
    'call-not-open': 'The time to apply is over or the budget is used up. What you wrote is kept',
    incomplete: ({ gaps }) => `${gaps} parts are still open`,
    'not-declared': 'Please confirm that it is true',
    'scan-missing': 'Attach a scan of the form on paper',
    'unit-taken': ({ number }) =>
      `The same application was sent already (receipt ${number}). To change it ask the office; to replace it withdraw the first one`,
    'move-not-now': 'This cannot be done in its present state',
    'reason-missing': 'Give a reason',
  },
};
