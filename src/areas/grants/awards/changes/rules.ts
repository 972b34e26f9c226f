import { ok, type Result, refuse } from '#platform/result.ts';
import type { CallTerms } from '../../calls/terms.ts';
import type { Move } from '../../ledger/rules.ts';
import { movesDownTo } from '../../settlements/rules.ts';

/** 変更承認 · 中止・廃止 · 概算払 · 消費税仕入控除税額の報告, which a group asks for or tells; 取消, which only the office does. */
export const changeKinds = ['change', 'abolish', 'advance', 'tax', 'cancel'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const groupKinds = ['change', 'abolish', 'advance', 'tax'] as const;

export const changeStates = ['asked', 'returned', 'checked', 'approved', 'refused', 'withdrawn'] as const;
export type ChangeState = (typeof changeStates)[number];

/** The officer checks, sends back or refuses nothing: refusing, like approving, is the approver's. */
const changeMoves = {
  ask: { from: ['returned'], to: 'asked' },
  check: { from: ['asked'], to: 'checked' },
  sendBack: { from: ['asked', 'checked'], to: 'returned' },
  approve: { from: ['checked'], to: 'approved' },
  refuse: { from: ['checked'], to: 'refused' },
  withdraw: { from: ['asked', 'returned', 'checked'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ChangeState[]; to: ChangeState }>;
export type ChangeMove = keyof typeof changeMoves;

export type ChangeRefusal =
  | 'change-not-now'
  | 'award-not-running'
  | 'already-asked'
  | 'reason-missing'
  | 'nothing-changes'
  | 'above-ceiling'
  | 'below-paid'
  | 'period-reversed'
  | 'day-outside'
  | 'no-advance'
  | 'advance-too-much'
  | 'yen-missing'
  | 'tax-not-yet'
  | 'same-person'
  | 'payment-open'
  | 'more-than-decided';

export interface AwardFacts {
  readonly id: string;
  readonly state: string;
  readonly decided: number;
  readonly paid: number;
  readonly settled: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Ordered and not paid yet, in yen. */
  readonly ordered: number;
}

export interface Asked {
  readonly kind: ChangeKind;
  readonly yen: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly reason: string;
}

export const runsIn: Record<ChangeKind, readonly string[]> = {
  change: ['active'],
  abolish: ['active'],
  advance: ['active'],
  tax: ['fixed', 'closed'],
  cancel: ['active', 'reported', 'fixed', 'closed', 'abolished'],
};

/** Whether it can be asked for as it stands; the same is asked again when it is approved. */
export function decideAsk(
  award: AwardFacts,
  asked: Asked,
  terms: Pick<CallTerms, 'advance' | 'amount'>,
): Result<'ask', ChangeRefusal> {
  if (!runsIn[asked.kind].includes(award.state))
    return refuse(asked.kind === 'tax' ? 'tax-not-yet' : 'award-not-running');
  if (!asked.reason.trim()) return refuse('reason-missing');
  if (!Number.isSafeInteger(asked.yen) || asked.yen < 0) return refuse('yen-missing');
  switch (asked.kind) {
    case 'change':
      return decideChange(award, asked, terms);
    case 'abolish':
      return decideAbolish(award, asked);
    case 'advance':
      return decideAdvance(award, asked.yen, terms);
    case 'tax':
      return asked.yen > award.decided ? refuse('more-than-decided') : ok('ask');
    case 'cancel':
      return asked.yen >= award.decided ? refuse('nothing-changes') : ok('ask');
  }
}

function decideChange(
  award: AwardFacts,
  { yen, startsOn, endsOn }: Asked,
  { amount }: Pick<CallTerms, 'amount'>,
): Result<'ask', ChangeRefusal> {
  if (startsOn && endsOn && endsOn < startsOn) return refuse('period-reversed');
  if (yen === award.decided && startsOn === award.startsOn && endsOn === award.endsOn)
    return refuse('nothing-changes');
  const ceiling = ceilingOf(amount);
  if (yen > ceiling) return refuse('above-ceiling', { ceiling });
  return yen < award.paid + award.ordered ? refuse('below-paid', { paid: award.paid }) : ok('ask');
}

function decideAbolish(award: AwardFacts, { yen, endsOn }: Asked): Result<'ask', ChangeRefusal> {
  if (!endsOn || (award.startsOn && endsOn < award.startsOn) || (award.endsOn && endsOn > award.endsOn))
    return refuse('day-outside');
  if (yen > award.decided) return refuse('more-than-decided');
  return yen < award.paid + award.ordered ? refuse('below-paid', { paid: award.paid }) : ok('ask');
}

function decideAdvance(
  award: AwardFacts,
  yen: number,
  { advance }: Pick<CallTerms, 'advance'>,
): Result<'ask', ChangeRefusal> {
  if (!advance.allowed) return refuse('no-advance');
  if (yen === 0) return refuse('yen-missing');
  const most = mostAdvance(award, advance.upToPercent);
  return yen > most ? refuse('advance-too-much', { most }) : ok('ask');
}

/** What may still be paid in advance: the part that the terms allow, less what was paid or ordered. */
export function mostAdvance(
  award: Pick<AwardFacts, 'decided' | 'paid' | 'ordered'>,
  percent: number,
): number {
  return Math.max(0, Math.floor((award.decided * percent) / 100) - award.paid - award.ordered);
}

export function ceilingOf(rule: CallTerms['amount']): number {
  if (rule.kind === 'rate') return rule.ceiling;
  return rule.kind === 'fixed' ? rule.yen : Math.max(0, ...rule.tiers.map(({ yen }) => yen));
}

export function decideMoveOf(facts: {
  move: ChangeMove;
  state: string;
  answer: string;
}): Result<ChangeState, ChangeRefusal> {
  const { from, to } = changeMoves[facts.move];
  if (!(from as readonly string[]).includes(facts.state)) return refuse('change-not-now');
  const needsWords = facts.move === 'sendBack' || facts.move === 'refuse';
  return needsWords && !facts.answer.trim() ? refuse('reason-missing') : ok(to);
}

export type OfficeMove = Exclude<ChangeMove, 'ask' | 'withdraw'>;

/** What somebody of the office may do with a change now, the likely thing first. */
export function movesFor(
  change: { state: string; checkedBy: string | null },
  by: { officer: boolean; approver: boolean; personId: string },
): readonly OfficeMove[] {
  if (change.state === 'asked' && by.officer) return ['check', 'sendBack'];
  if (change.state === 'checked' && by.approver && change.checkedBy !== by.personId)
    return ['approve', 'sendBack', 'refuse'];
  return [];
}

export interface Approval {
  readonly moves: readonly Move[];
  readonly award: { readonly state?: string; readonly startsOn?: string; readonly endsOn?: string };
  /** Yen to pay in advance, or to return and why. */
  readonly pay: number;
  readonly giveBack: { readonly kind: 'tax' | 'cancel'; readonly yen: number } | null;
}

/** What an approval does. Who checked does not approve; money that is on its way out has to arrive first, unless it is an advance. */
export function decideApproval(
  award: AwardFacts,
  asked: Asked,
  facts: { terms: Pick<CallTerms, 'advance' | 'amount'>; checkedBy: string | null; approver: string | null },
): Result<Approval, ChangeRefusal> {
  if (facts.approver !== null && facts.approver === facts.checkedBy) return refuse('same-person');
  const possible = decideAsk(award, asked, facts.terms);
  if (!possible.ok) return possible;
  const nothing: Approval = { moves: [], award: {}, pay: 0, giveBack: null };
  if (asked.kind === 'advance') return ok({ ...nothing, pay: asked.yen });
  if (asked.kind === 'change')
    return ok({ ...nothing, moves: movesOfChange(award, asked.yen), award: periodOf(asked) });
  if (award.ordered > 0) return refuse('payment-open');
  if (asked.kind === 'tax') return ok({ ...nothing, ...taxBack(award, asked.yen) });
  const moves = movesDownTo(award.id, award, asked.yen);
  if (asked.kind === 'abolish')
    return ok({
      ...nothing,
      moves,
      award: { state: 'abolished', ...periodOf({ ...asked, startsOn: null }) },
    });
  const back = award.paid - asked.yen;
  return ok({
    ...nothing,
    moves,
    award: asked.yen === 0 ? { state: 'cancelled' } : {},
    giveBack: back > 0 ? { kind: 'cancel', yen: back } : null,
  });
}

function movesOfChange(award: AwardFacts, to: number): Move[] {
  if (to > award.decided) return [{ awardId: award.id, kind: 'decide', yen: to - award.decided }];
  return movesDownTo(award.id, award, to);
}

/** Tax goes back from what was accounted for already: that part is open again until it is back. */
function taxBack(award: AwardFacts, yen: number): Pick<Approval, 'moves' | 'giveBack'> {
  if (yen === 0) return { moves: [], giveBack: null };
  return {
    moves: [{ awardId: award.id, kind: 'unsettle', yen: Math.min(yen, award.settled) }],
    giveBack: { kind: 'tax', yen: Math.min(yen, award.settled) },
  };
}

function periodOf({ startsOn, endsOn }: Pick<Asked, 'startsOn' | 'endsOn'>): Approval['award'] {
  return { ...(startsOn && { startsOn }), ...(endsOn && { endsOn }) };
}
