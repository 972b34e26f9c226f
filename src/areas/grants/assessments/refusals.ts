import type { RefusalWords } from '#platform/web/refusals.ts';
import type { AssessmentRefusal } from './rules.ts';

export const refusals: RefusalWords<AssessmentRefusal> = {
  ja: {
    'nobody-chosen': '審査員を選んでください',
    'nothing-chosen': '審査員が決まっていない申請はありません',
    'nobody-left': '選んだ審査員には、すでにお願いしたことがあります。別の方を選んでください',
    'reviewer-unknown': '選んだ人は、いま審査員ではありません',
    'not-in-review': '決定が済んだか取り下げられたため、いまは審査できません',
    'declared-already': 'すでにお答えいただいています',
    'not-declared': '先に、利害関係がないかをお答えください',
    ended: 'このお願いは取り消されています',
    'changed-meanwhile': '別の画面で先に保存されました。いまの内容を確かめて、もう一度行ってください',
    'points-missing': ({ criterion }) => `「${criterion}」の評点を入力してください`,
    'points-form': ({ criterion, most }) =>
      `「${criterion}」の評点は、0から${most}までの整数で入力してください`,
    'comment-missing': '意見を入力してください',
    'checks-missing': ({ check }) => `「${check}」がまだ確認されていません`,
    'reason-missing': '直してほしいところを書いてください',
    'move-not-now': 'いまの状態では、この操作はできません',
  },
  en: {
    'nobody-chosen': 'Choose reviewers',
    'nothing-chosen': 'No application is without a reviewer',
    'nobody-left': 'The chosen were asked for it before. Choose somebody else',
    'reviewer-unknown': 'Somebody you chose is no reviewer now',
    'not-in-review': 'It is decided or withdrawn and cannot be reviewed',
    'declared-already': 'You have answered already',
    'not-declared': 'First tell whether something speaks against it',
    ended: 'This was taken back',
    'changed-meanwhile': 'It was saved in another window first. Look at it as it stands and try again',
    'points-missing': ({ criterion }) => `Give points for “${criterion}”`,
    'points-form': ({ criterion, most }) => `Points for “${criterion}” are whole numbers from 0 to ${most}`,
    'comment-missing': 'Write what you think',
    'checks-missing': ({ check }) => `“${check}” is not ticked`,
    'reason-missing': 'Say what has to be mended',
    'move-not-now': 'This cannot be done in its state',
  },
};
