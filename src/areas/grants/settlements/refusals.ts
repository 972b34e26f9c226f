import { yenFull } from '#platform/money.ts';
import type { RefusalFacts } from '#platform/result.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { WriteRefusal } from './writing.ts';
import type { CloseRefusal } from './rules.ts';
import type { ReturnRefusal } from './returns/rules.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import type { OrderRefusal } from '../payments/rules.ts';
import type { PaperRefusal } from '../applications/papers/rules.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import { words } from './words.ts';

export type Refusal =
  | WriteRefusal
  | CloseRefusal
  | ReturnRefusal
  | MoveRefusal
  | OrderRefusal
  | PaperRefusal
  | FileRefusal;

/** Every refusal that a page of this slice may have to say. */
export const refusals: RefusalWords<Refusal> = {
  ja: {
    'not-now': 'いまはこの操作ができません。ほかの人が先に進めたかもしれません',
    'no-report': 'この補助金には実績報告がありません',
    'no-award': 'まだ交付決定がありません',
    unknown: 'リンクが正しくありません',
    ended: 'リンクは使えなくなっています',
    'changed-meanwhile': words.ja.changed,
    'award-not-running': 'この交付決定は、報告を受け付ける状態ではありません',
    'work-missing': '「したこと」を書いてください',
    'day-missing': '事業が終わった日を書いてください',
    'day-outside': '事業が終わった日が、補助の期間の外です',
    'done-missing': '実際に行った数を書いてください',
    'numbers-missing': '数えた数を、すべて書いてください（なかったときは0）',
    'spent-missing': 'すべての費用に、使った金額を書いてください（使わなかったものは0円）',
    'paid-outside': '補助の期間が始まる前に払った費用があります',
    'receipts-missing': '領収書のない費用があります',
    'papers-missing': '必要な書類が足りません',
    'more-than-spent': '認める額は、使った金額までです',
    'not-inspected': 'さきに検査を終えてください',
    'same-person': '検査した人とは別の人が確定します',
    'payment-open': '支払いの途中の金額があります。支払いを終えるか取り消してから、もう一度行ってください',
    'changes-open': '決まっていない変更などの申請があります',
    'amount-changed': '額が、表示されたあとで変わりました。確かめて、もう一度行ってください',
    'reason-missing': '理由を書いてください',
    'close-not-now': 'まだ閉じられません',
    'still-owed': 'まだ支払いが終わっていません',
    'still-to-return': 'まだ返還が終わっていません',
    'still-open': '決まっていない変更などの申請があります',
    'return-done': 'この返還は終わっています',
    'more-than-due': ({ total }: RefusalFacts) =>
      `その日に返すことになる額（${yenFull('ja', Number(total))}）を超えています`,
    'day-before-order': '返還を命じた日、または前の入金の日より前の日です',
    'day-ahead': 'まだ来ていない日です',
    'yen-missing': '1円以上の金額を書いてください',
    'waived-already': 'すでに免除されています',
    'waive-reason-missing': '免除の理由を書いてください',
    'yen-not-positive': '1円以上の金額を書いてください',
    'budget-too-small': '予算が足りません',
    'more-than-free': '予算の残りが足りません',
    'more-than-owed': '支払う予定の額を超えています',
    'more-than-unsettled': '精算していない額を超えています',
    'more-than-settled': '精算した額を超えています',
    'award-ended': 'この交付決定は終わっています',
    'payee-missing': '支払先がありません',
    'not-writable': 'いまは書けません',
    'paper-unknown': 'この書類は求められていません',
    'too-many-papers': '付けられる数を超えています',
    infected: 'ウイルスが見つかったため、受け取りませんでした',
    'scanner-silent':
      'ウイルス検査ができないため、いまは受け取れません。しばらくしてから、もう一度お試しください',
    'already-there': '同じファイルがすでにあります',
    'file-empty': 'ファイルが空です',
    'file-too-large': ({ megabytes }: RefusalFacts) => `ファイルは${megabytes}MBまでです`,
    'file-kind-not-taken': 'JPEG・PNG・WebP・PDFのファイルにしてください',
  },
  en: {
    'not-now': 'This cannot be done now. Somebody else may have been faster',
    'no-report': 'This grant asks for no report',
    'no-award': 'There is no award yet',
    unknown: 'The link is not right',
    ended: 'The link does not work any more',
    'changed-meanwhile': words.en.changed,
    'award-not-running': 'This award takes no report now',
    'work-missing': 'Say what you did',
    'day-missing': 'Say on which day the work ended',
    'day-outside': 'The work ended outside the period of the grant',
    'done-missing': 'Say how many there really were',
    'numbers-missing': 'Fill in all the numbers (0 where there was nothing)',
    'spent-missing': 'Say of every cost what was spent (0 yen if nothing was)',
    'paid-outside': 'A cost was paid before the period of the grant began',
    'receipts-missing': 'A cost has no receipt',
    'papers-missing': 'A required paper is missing',
    'more-than-spent': 'No more can be accepted than was spent',
    'not-inspected': 'Finish the inspection first',
    'same-person': 'Somebody else than who inspected fixes the amount',
    'payment-open': 'A payment is under way. Finish or cancel it first',
    'changes-open': 'Something that was asked for is not decided yet',
    'amount-changed': 'The amount changed since it was shown. Look again',
    'reason-missing': 'Give a reason',
    'close-not-now': 'It cannot be closed yet',
    'still-owed': 'Not everything is paid yet',
    'still-to-return': 'Not everything is returned yet',
    'still-open': 'Something that was asked for is not decided yet',
    'return-done': 'This return is finished',
    'more-than-due': ({ total }: RefusalFacts) =>
      `More than is due on that day (${yenFull('en', Number(total))})`,
    'day-before-order': 'That is before the return was ordered, or before an earlier payment',
    'day-ahead': 'That day has not come yet',
    'yen-missing': 'Write an amount of 1 yen or more',
    'waived-already': 'It was waived already',
    'waive-reason-missing': 'Say why it is waived',
    'yen-not-positive': 'Write an amount of 1 yen or more',
    'budget-too-small': 'The budget is too small',
    'more-than-free': 'Not enough of the budget is free',
    'more-than-owed': 'More than is owed',
    'more-than-unsettled': 'More than is to be accounted for',
    'more-than-settled': 'More than was accounted for',
    'award-ended': 'This award has ended',
    'payee-missing': 'There is nobody to pay',
    'not-writable': 'It cannot be changed now',
    'paper-unknown': 'This paper is not asked for',
    'too-many-papers': 'There are too many papers',
    infected: 'A virus was found: the file was not taken',
    'scanner-silent': 'Files cannot be scanned for viruses now. Please try again later',
    'already-there': 'The same file is there already',
    'file-empty': 'The file is empty',
    'file-too-large': ({ megabytes }: RefusalFacts) => `A file may have ${megabytes} MB at most`,
    'file-kind-not-taken': 'Use a JPEG, PNG, WebP or PDF file',
  },
};
