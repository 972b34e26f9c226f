import type { RefusalWords } from '#platform/web/refusals.ts';
import type { PayeeRefusal } from './accounts/rules.ts';
import type { OrderRefusal, StepRefusal } from './rules.ts';

export const refusals: RefusalWords<OrderRefusal | StepRefusal | PayeeRefusal> = {
  ja: {
    'yen-not-positive': '1円以上の金額にしてください',
    'more-than-owed': (facts) => `まだ支払っていない額（${String(facts['yen'] ?? 0)}円）を超えています`,
    'award-ended': 'この決定は終わっているため、支払えません',
    'payee-missing': '支払先が登録されていません',
    'step-not-now': '状態が変わったため、いまはこの操作ができません',
    'same-person': 'この支払に関わった人は、次の段階を行えません。ほかの人に頼んでください',
    'account-missing': '口座の届け出がない支払があります。担当が口座を確かめます',
    'account-broken': '振り込めない口座の支払があります。担当が口座を直します',
    'payee-unchecked': '名義を人が確かめていない支払があります。担当が口座を確かめます',
    'delegation-missing': '申請者と別の人の口座です。委任状を確かめてください',
  },
  en: {
    'yen-not-positive': 'The amount has to be 1 yen or more',
    'more-than-owed': (facts) => `More than is still owed (${String(facts['yen'] ?? 0)} yen)`,
    'award-ended': 'This decision has ended, so nothing is paid',
    'payee-missing': 'Nobody is registered as payee',
    'step-not-now': 'Its state has changed, so this cannot be done now',
    'same-person': 'Whoever had a part in it does not take the next step. Ask somebody else',
    'account-missing': 'A payment has no account. An officer checks it first',
    'account-broken': 'A payment has an account to which nothing can be sent. An officer corrects it first',
    'payee-unchecked': 'A payee’s name has to be looked at by an officer first',
    'delegation-missing': 'The account is not the applicant’s. A power of attorney is needed',
  },
};
