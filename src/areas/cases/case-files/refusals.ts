import type { FormState } from '#platform/web/form-state.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { CaseRefusal } from './rules.ts';
import { words } from './words.ts';

export const refusals: RefusalWords<CaseRefusal> = {
  ja: {
    'case-closed': 'このケースは終わっています',
    'screening-unknown': 'スクリーニングの結果を選んでください',
    'screening-missing': '先にスクリーニングの結果を記録してください',
    'consent-missing': '先に本人の同意を記録してください。同意のないまま先へは進めません',
    'assessment-missing': '先にアセスメントを記録してください',
    'plan-missing': '先にプランを作ってください',
    'meeting-missing': '先に支援調整会議を記録してください',
    'supervisor-decides': 'これは責任者が行います',
    'review-missing': '先に評価を記録してください',
    'reason-missing': '理由を選んでください',
    'referrals-open': ({ ja }) =>
      `まだ終わっていない依頼があります：${ja}。どうなったかを聞いて、先に終えてください`,
    'worker-elsewhere': 'この組織の支援員を選んでください',
    'day-order': ({ day }) => `日付が合いません（${day}）`,
    'changed-meanwhile': 'ほかの人が先に変更しました。内容を見比べてください',
    'code-unknown': '選択肢から選んでください',
  },
  en: {
    'case-closed': 'This case has ended',
    'screening-unknown': 'Choose the result of the screening',
    'screening-missing': 'Record the screening first',
    'consent-missing': 'Record the person’s consent first: nothing goes on without it',
    'assessment-missing': 'Record the assessment first',
    'plan-missing': 'Make the plan first',
    'meeting-missing': 'Record the support meeting first',
    'supervisor-decides': 'The supervisor does this',
    'review-missing': 'Record the review first',
    'reason-missing': 'Choose a reason',
    'referrals-open': ({ en }) => `Referrals have not ended: ${en}. Hear how they went, and close them first`,
    'worker-elsewhere': 'Choose a worker of this organisation',
    'day-order': ({ day }) => `The day does not fit (${day})`,
    'changed-meanwhile': 'Somebody else changed this meanwhile. Please compare',
    'code-unknown': 'Choose one of the options',
  },
};

/** The form again, with a day of it that cannot be read. */
export function wrongDay(
  { lang }: Pick<Visit, 'lang'>,
  field: string,
  typed: FormState['values'],
): FormState {
  return { values: typed, problems: [{ field, message: words[lang].dayWrong }] };
}
