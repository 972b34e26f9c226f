import type { RefusalWords } from '#platform/web/refusals.ts';
import type { DeadLink } from './enter.ts';
import type { MatchRefusal } from './rules.ts';

export const refusals: RefusalWords<MatchRefusal | DeadLink> = {
  ja: {
    'step-not-now': '状態が変わったため、いまはこの操作ができません。やりとりを確かめてください',
    'not-your-step': 'この操作は、相手の側が行います',
    'words-missing': '内容を入力してください',
    'reason-missing': '理由を入力してください',
    'own-agreement': '自分の案は、相手に確かめてもらいます',
    'agreement-changed': '合意の案が書き直されました。新しい内容を確かめてください',
    'nothing-delivered': '受け取りが、まだ一つも記録されていません',
    'amount-missing': '受け取った量を入力してください',
    'day-not-possible':
      'この日は選べません。合意の日から今日までの日（予定は今日から先の日）を選んでください',
    'offer-ended':
      'ちょうど期限が来たか公開が終わったため、このまま進めることができません。申し訳ありません。相手には、ほかのシーズを探すようお伝えください',
    'month-full': '今月受けられる件数に達しています。来月にもう一度押すか、シーズの件数を増やしてください',
    resting: 'お休み中です。先に「再開する」を押してください',
    'not-so-much': '残りの数量が足りません。数量を減らして、合意の案を書き直してください',
    'link-dead': 'このリンクは使えません',
  },
  en: {
    'step-not-now': 'The state has changed, so this cannot be done now. See the thread',
    'not-your-step': 'This is done by the other side',
    'words-missing': 'Write something',
    'reason-missing': 'Enter the reason',
    'own-agreement': 'Your own text is confirmed by the other side',
    'agreement-changed': 'The agreement was written anew. Read it first',
    'nothing-delivered': 'Nothing has been written down as arrived',
    'amount-missing': 'Enter how much arrived',
    'day-not-possible': 'Choose a day between the agreement and today (for a plan: from today on)',
    'offer-ended':
      'It has just ended or is no longer public, so this cannot go on. We are sorry. Please tell the other side to look further',
    'month-full': 'This month is full. Try again next month, or raise the number of your offer',
    resting: 'You are at rest. First press «Come back»',
    'not-so-much': 'There is not so much left. Write the agreement anew with less',
    'link-dead': 'This link does not work',
  },
};
