import { yenFull } from '#platform/money.ts';
import type { RefusalFacts } from '#platform/result.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { refusals as settlementRefusals } from '../../settlements/refusals.ts';
import type { MoveChangeRefusal } from './actions.ts';

type Own = Exclude<MoveChangeRefusal, keyof typeof settlementRefusals.ja>;

const own: RefusalWords<Own> = {
  ja: {
    'change-not-now': 'いまはこの操作ができません。ほかの人が先に進めたかもしれません',
    'already-asked': 'すでに出されています。決まるまでお待ちください',
    'nothing-changes': '何も変わっていません',
    'above-ceiling': ({ ceiling }: RefusalFacts) =>
      `この補助金の上限（${yenFull('ja', Number(ceiling))}）を超えています`,
    'below-paid': ({ paid }: RefusalFacts) =>
      `すでに支払った、または支払いの途中の額（${yenFull('ja', Number(paid))}）より少なくできません`,
    'period-reversed': '終わる日が、始める日より前です',
    'no-advance': 'この補助金には概算払がありません',
    'advance-too-much': ({ most }: RefusalFacts) =>
      `いま請求できるのは${yenFull('ja', Number(most))}までです`,
    'tax-not-yet': '額が確定してから報告します',
    'more-than-decided': '交付決定額を超えています',
  },
  en: {
    'change-not-now': 'This cannot be done now. Somebody else may have been faster',
    'already-asked': 'It was asked for already. Please wait for the decision',
    'nothing-changes': 'Nothing changes',
    'above-ceiling': ({ ceiling }: RefusalFacts) =>
      `Above what this grant allows (${yenFull('en', Number(ceiling))})`,
    'below-paid': ({ paid }: RefusalFacts) =>
      `Not below what was paid or is being paid (${yenFull('en', Number(paid))})`,
    'period-reversed': 'It ends before it begins',
    'no-advance': 'This grant is not paid in advance',
    'advance-too-much': ({ most }: RefusalFacts) => `${yenFull('en', Number(most))} at most for now`,
    'tax-not-yet': 'It is reported once the amount is fixed',
    'more-than-decided': 'More than was decided',
  },
};

export const refusals = {
  ja: { ...settlementRefusals.ja, ...own.ja },
  en: { ...settlementRefusals.en, ...own.en },
};
