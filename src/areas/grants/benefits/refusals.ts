import type { RefusalWords } from '#platform/web/refusals.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import type { BenefitStepRefusal } from './actions.ts';
import type { BenefitRefusal } from './weigh.ts';

export const moneyRefusals: RefusalWords<MoveRefusal> = {
  ja: {
    'yen-not-positive': '金額は1円以上の整数で入力してください',
    'budget-too-small': '予算が足りません',
    'more-than-free': '予算の残りが足りません。予算を増やすか、件数を減らしてください',
    'more-than-owed': '支払う残りの額を超えています',
    'more-than-unsettled': '確かめていない額を超えています',
    'more-than-settled': '確かめた額を超えています',
  },
  en: {
    'yen-not-positive': 'Enter a whole number of yen above 0',
    'budget-too-small': 'The budget is too small',
    'more-than-free': 'Not enough of the budget is left. Ask for more, or choose fewer',
    'more-than-owed': 'This is more than what is still owed',
    'more-than-unsettled': 'This is more than what is still to be accounted for',
    'more-than-settled': 'This is more than what was accounted for',
  },
};

export const refusals: RefusalWords<BenefitRefusal | BenefitStepRefusal> = {
  ja: {
    ...moneyRefusals.ja,
    'not-for-persons': 'この募集は、個人への給付ではありません',
    'call-closed': 'この給付は、いま受け付けていません',
    'consent-missing': '本人の同意を確かめてください。同意のないまま申請はできません',
    'name-missing': '名前を入力してください',
    'use-unknown': '使いみちを選んでください',
    'account-missing': '本人の振込先を入力してください',
    'not-eligible': '条件に合わないところがあります',
    'over-ceiling': ({ ceiling }) => `上限は${Number(ceiling).toLocaleString('ja-JP')}円です`,
    'over-limit': ({ yen }) =>
      `一人あたりの上限を超えます。残りは${Number(yen).toLocaleString('ja-JP')}円です`,
    'times-reached': ({ times }) => `一人${times}回までです。すでに申請されています`,
    'item-unknown': '対象の品目から選んでください',
    'no-interest-here': 'この給付に、利子補給はありません',
    'rate-too-high': ({ percent }) => `年率は${percent}%までです`,
    'too-many-instalments': ({ most }) => `支払回数は${most}回までです`,
    'credit-wrong': '分割払いの金額、年率、回数、最初の支払日を入力してください',
    'step-not-now': '状態が変わったため、いまはこの操作ができません',
    'reason-missing': '理由を入力してください',
    'same-person': '内容を確かめた人とは別の人が決めてください',
    'paid-already': '支払ったあとは取り消せません。返還の手続きをしてください',
    'payee-missing': '振込先がありません。先に登録してください',
  },
  en: {
    ...moneyRefusals.en,
    'not-for-persons': 'This call is not for persons',
    'call-closed': 'This benefit cannot be asked for now',
    'consent-missing': 'The person has to agree: nothing is asked for without it',
    'name-missing': 'Enter the name',
    'use-unknown': 'Choose what it is for',
    'account-missing': 'Enter the account of the person',
    'not-eligible': 'Some conditions are not met',
    'over-ceiling': ({ ceiling }) => `At most ${Number(ceiling).toLocaleString('en-GB')} yen`,
    'over-limit': ({ yen }) =>
      `This is beyond what one person may have: ${Number(yen).toLocaleString('en-GB')} yen are left`,
    'times-reached': ({ times }) => `One person may have it ${times} times, and has asked already`,
    'item-unknown': 'Choose from the list',
    'no-interest-here': 'There is no interest subsidy here',
    'rate-too-high': ({ percent }) => `The yearly rate may be ${percent} % at most`,
    'too-many-instalments': ({ most }) => `At most ${most} instalments`,
    'credit-wrong': 'Enter amount, rate, number of instalments and the first day',
    'step-not-now': 'It is in another state now, so this cannot be done',
    'reason-missing': 'Enter the reason',
    'same-person': 'Somebody else than who looked at it has to decide',
    'paid-already': 'What is paid cannot be cancelled: it has to be returned',
    'payee-missing': 'There is no account. Register it first',
  },
};
