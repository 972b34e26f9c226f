import { refusals as basisRefusals } from '../bases/words.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusalWords } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { ReferralRefusal } from './rules.ts';

const refusals: RefusalWords<ReferralRefusal> = {
  ja: {
    'answered-before': 'この依頼にはすでに返事がされています。いまの状態を確かめてください',
    'not-now': 'いまの状態ではできません',
    'other-side': 'これは相手側の操作です。電話で聞いたときは「電話で聞いた返事」から記録してください',
    'reason-missing': '理由を選んでください',
    'outcome-missing': 'その後の様子を選んでください',
    'already-referred': 'この相手には、まだ終わっていない依頼があります',
    'case-closed': 'このケースは終わっています',
    'link-over': 'このリンクは使えません',
    'nothing-chosen': '伝えることを一つ以上選ぶか、書いてください',
  },
  en: {
    'answered-before': 'This request was answered before. Look at its state',
    'not-now': 'Not possible in this state',
    'other-side': 'The other side does this. Log what they said by telephone below',
    'reason-missing': 'Choose a reason',
    'outcome-missing': 'Choose how it went',
    'already-referred': 'There is a referral to them that has not ended',
    'case-closed': 'This case has ended',
    'link-over': 'This link no longer works',
    'nothing-chosen': 'Choose or write at least one thing that is told',
  },
};

const all = {
  ja: { ...basisRefusals.ja, ...refusals.ja },
  en: { ...basisRefusals.en, ...refusals.en },
};
type Refused = Parameters<typeof refusedForm<keyof (typeof all)['ja']>>[0]['refused'];

/** The form again as it was typed, with the words of a referral's or a basis's refusal. */
export function refused({ lang }: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'reason-missing': 'reason',
    'outcome-missing': 'outcome',
    'nothing-chosen': 'message',
  } as const;
  return refusedForm({ words: all, lang, refused: answer, typed, fields });
}
