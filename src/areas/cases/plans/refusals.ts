import type { RefusalWords } from '#platform/web/refusals.ts';
import { refusals as caseRefusals } from '../case-files/refusals.ts';
import type { AnyPlanRefusal } from './actions.ts';

export const refusals: RefusalWords<AnyPlanRefusal> = {
  ja: {
    ...caseRefusals.ja,
    'plan-incomplete': 'プランに足りないものがあります。「まだ足りないもの」を見てください',
    'plan-decided': '決定したプランは直せません。変えるときは評価をして、再プランをつくってください',
    'plan-reviewed': 'このプランはもう評価されています',
    'not-agreed': '先に本人の同意を記録してください',
    'not-met': '先に、このプランでよいという支援調整会議の結果を記録してください',
    'why-missing': '直してほしいことを書いてください',
    'period-order': '終わりの日が始まりの日より前です',
    'monitor-outside': '様子を確かめる日は、プランの期間の中にしてください',
    'what-missing': '何をするかを書いてください。使わない行は「外す」を選んでください',
    'related-missing': '担い手が関係機関の行は、どこなのかを選んでください',
    'changed-meanwhile': 'ほかの人が先に保存しました。二つを見比べてください',
  },
  en: {
    ...caseRefusals.en,
    'plan-incomplete': 'Something is missing: look under “Still missing”',
    'plan-decided': 'A decided plan is not changed: review it, and make the next one',
    'plan-reviewed': 'This plan is reviewed already',
    'not-agreed': 'Record the person’s agreement first',
    'not-met': 'Record a meeting that finds the plan fit first',
    'why-missing': 'Write what is to be changed',
    'period-order': 'The last day lies before the first',
    'monitor-outside': 'The day of the next look lies outside the plan’s period',
    'what-missing': 'Write what is done, or tick the row to be removed',
    'related-missing': 'Choose who outside this organisation it is',
    'changed-meanwhile': 'Somebody saved before you. Compare the two',
  },
};
