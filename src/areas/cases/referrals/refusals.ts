import { refusals as basisRefusals } from '../bases/words.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { type RefusalWords, type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { By } from './moving.ts';
import type { ReferralRefusal, ReferralState } from './rules.ts';
import { words } from './words.ts';

const refusals: RefusalWords<ReferralRefusal> = {
  ja: {
    'answered-before': ({ state, by, at }) =>
      `この依頼にはすでに返事がされています：${at} ${words.ja.by[by as By]}、いまの状態は「${words.ja.state[state as ReferralState]}」です。何も変わっていません`,
    'not-now': 'いまの状態ではできません',
    'other-side': 'これは相手側の操作です。電話で聞いたときは「電話で聞いた返事」から記録してください',
    'reason-missing': '理由を選んでください',
    'outcome-missing': 'その後の様子を選んでください',
    'already-referred': 'この相手には、まだ終わっていない依頼があります',
    'case-closed': 'このケースは終わっています',
    'link-over': 'このリンクは使えません',
    'nothing-chosen': '伝えることを一つ以上選ぶか、書いてください',
    'receiver-twice': '同じ組織が二度選ばれています。順番に頼む相手は、別の組織から選んでください',
    'no-next': '次に頼める相手がいません。つなぐ先を新しく選んでください',
  },
  en: {
    'answered-before': ({ state, by, at }) =>
      `This request was answered before: ${at}, ${words.en.by[by as By]}. Its state is “${words.en.state[state as ReferralState]}”. Nothing has changed`,
    'not-now': 'Not possible in this state',
    'other-side': 'The other side does this. Log what they said by telephone below',
    'reason-missing': 'Choose a reason',
    'outcome-missing': 'Choose how it went',
    'already-referred': 'There is a referral to them that has not ended',
    'case-closed': 'This case has ended',
    'link-over': 'This link no longer works',
    'nothing-chosen': 'Choose or write at least one thing that is told',
    'receiver-twice': 'One organisation was chosen twice. Choose different ones to be asked in order',
    'no-next': 'There is nobody left to ask. Choose anew whom to refer to',
  },
};

const all = {
  ja: { ...basisRefusals.ja, ...refusals.ja },
  en: { ...basisRefusals.en, ...refusals.en },
};
type Refused = RefusedBy<typeof all>;

/** The form again as it was typed, with the words of a referral's or a basis's refusal. */
export function refused({ lang }: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'reason-missing': 'reason',
    'outcome-missing': 'outcome',
    'nothing-chosen': 'message',
    'receiver-twice': 'next1',
  } as const;
  return refusedForm({ words: all, lang, refused: answer, typed, fields });
}
