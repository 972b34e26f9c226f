import { addDays, fiscalYearOf } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { amountFor } from '../calls/rules.ts';
import type { AmountRule, CallTerms } from '../calls/terms.ts';
import type { Move } from '../ledger/rules.ts';

/** One page each, in this order; the last one shows everything and sends it. */
export const reportSteps = ['work', 'costs', 'receipts', 'papers', 'check'] as const;
export type ReportStep = (typeof reportSteps)[number];

export const settlementStates = ['draft', 'submitted', 'returned', 'inspected', 'fixed'] as const;
export type SettlementState = (typeof settlementStates)[number];

const settlementMoves = {
  write: { from: ['draft', 'returned'], to: null },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  sendBack: { from: ['submitted', 'inspected'], to: 'returned' },
  inspect: { from: ['submitted'], to: 'inspected' },
  fix: { from: ['inspected'], to: 'fixed' },
} as const satisfies Record<string, { from: readonly SettlementState[]; to: SettlementState | null }>;
export type SettlementMove = keyof typeof settlementMoves;

export function isOpenTo(move: SettlementMove, state: string): boolean {
  return (settlementMoves[move].from as readonly string[]).includes(state);
}

export type SettlementRefusal =
  | 'not-now'
  | 'award-not-running'
  | 'work-missing'
  | 'day-missing'
  | 'day-outside'
  | 'done-missing'
  | 'numbers-missing'
  | 'spent-missing'
  | 'receipts-missing'
  | 'papers-missing'
  | 'paid-outside'
  | 'more-than-spent'
  | 'not-inspected'
  | 'same-person'
  | 'payment-open'
  | 'changes-open'
  | 'amount-changed'
  | 'reason-missing';

/** The sooner of: days after the work ended, and the fixed day. */
export function reportDueOn(
  report: Pick<NonNullable<CallTerms['report']>, 'daysAfterEnd' | 'latestOn'>,
  endedOn: string | null,
): string {
  if (!endedOn) return report.latestOn;
  const after = addDays(endedOn, report.daysAfterEnd);
  return after < report.latestOn ? after : report.latestOn;
}

/** 帳簿・証拠書類: N years, counted from the end of the fiscal year in which the amount was fixed. */
export function keepUntil(fixedOn: string, years: number): string {
  return `${fiscalYearOf(fixedOn) + 1 + years}-03-31`;
}

export interface Line {
  readonly id: string;
  readonly spentYen: number | null;
  readonly paidOn: string | null;
  readonly acceptedYen: number | null;
}

export interface ReportFacts {
  readonly state: string;
  readonly awardState: string;
  readonly said: string;
  readonly endedOn: string | null;
  /** Needed where the amount goes by a number. */
  readonly done: number | null;
  readonly byNumber: boolean;
  readonly lines: readonly Line[];
  /** Lines that have a receipt. */
  readonly withReceipt: ReadonlySet<string>;
  readonly missingNumbers: number;
  readonly missingPapers: number;
  readonly period: { readonly startsOn: string | null; readonly endsOn: string | null };
}

/** A report goes when nothing of it is missing; the refusal names the first thing, and `step` the page where it is. */
export function decideSubmit(facts: ReportFacts): Result<'submit', SettlementRefusal> {
  if (!isOpenTo('submit', facts.state)) return refuse('not-now');
  if (!['active', 'abolished', 'reported'].includes(facts.awardState)) return refuse('award-not-running');
  if (!facts.said.trim()) return refuse('work-missing');
  if (!facts.endedOn) return refuse('day-missing');
  if (!isWithin(facts.endedOn, facts.period)) return refuse('day-outside');
  if (facts.byNumber && facts.done === null) return refuse('done-missing');
  if (facts.missingNumbers > 0) return refuse('numbers-missing');
  if (facts.lines.length === 0 || facts.lines.some(({ spentYen }) => spentYen === null))
    return refuse('spent-missing');
  const spent = facts.lines.filter(({ spentYen }) => (spentYen ?? 0) > 0);
  if (spent.some(({ paidOn }) => paidOn !== null && facts.period.startsOn && paidOn < facts.period.startsOn))
    return refuse('paid-outside');
  if (spent.some(({ id }) => !facts.withReceipt.has(id))) return refuse('receipts-missing');
  return facts.missingPapers > 0 ? refuse('papers-missing') : ok('submit');
}

/** On which page what a refusal names is put right. */
export const stepOf: Partial<Record<SettlementRefusal, ReportStep>> = {
  'work-missing': 'work',
  'day-missing': 'work',
  'day-outside': 'work',
  'done-missing': 'work',
  'numbers-missing': 'work',
  'spent-missing': 'costs',
  'paid-outside': 'costs',
  'receipts-missing': 'receipts',
  'papers-missing': 'papers',
};

function isWithin(day: string, { startsOn, endsOn }: ReportFacts['period']): boolean {
  return (!startsOn || day >= startsOn) && (!endsOn || day <= endsOn);
}

/** The office accepts of each cost something between nothing and what was spent. */
export function decideInspect(facts: {
  state: string;
  lines: readonly Line[];
}): Result<'inspect', SettlementRefusal> {
  if (!isOpenTo('inspect', facts.state)) return refuse('not-now');
  const tooMuch = facts.lines.some(({ acceptedYen, spentYen }) => (acceptedYen ?? 0) > (spentYen ?? 0));
  return tooMuch ? refuse('more-than-spent') : ok('inspect');
}

export interface AmountFacts {
  readonly rule: AmountRule;
  readonly decidedYen: number;
  readonly spentYen: number;
  readonly acceptedYen: number;
  readonly incomeYen: number;
  readonly taxYen: number;
  readonly done: number | null;
}

/**
 * 額の確定: what the rule gives for the accepted costs, never more than was decided, and never so much that costs would be
 * covered twice (spent − income). Cut to the rule's unit at the end.
 */
export function fixedAmount(facts: AmountFacts): number {
  const { rule, decidedYen } = facts;
  const base = Math.max(0, facts.acceptedYen - facts.taxYen);
  const uncovered = Math.max(0, facts.spentYen - facts.incomeYen);
  const yen = Math.min(byRule(rule, base, facts.done), uncovered, decidedYen);
  return rule.kind === 'rate' ? yen - (yen % rule.roundDownTo) : yen;
}

function byRule(rule: AmountRule, base: number, done: number | null): number {
  if (rule.kind === 'rate') return amountFor(rule, base);
  return Math.min(amountFor(rule, done ?? 0), base);
}

interface Stand {
  readonly decided: number;
  readonly paid: number;
  readonly settled: number;
}

/** What a decision that a call no longer owes more than `to` moves; what was paid beyond it stays, to be returned. */
export function movesDownTo(awardId: string, stand: Stand, to: number): Move[] {
  const release = stand.decided - Math.max(to, stand.paid);
  const unsettle = stand.settled - to;
  return [
    ...(release > 0 ? [{ awardId, kind: 'release', yen: release } as const] : []),
    ...(unsettle > 0 ? [{ awardId, kind: 'unsettle', yen: unsettle } as const] : []),
  ];
}

export interface Fixing {
  readonly moves: readonly Move[];
  /** Still to be paid, or to come back. At most one is above 0. */
  readonly toPay: number;
  readonly toReturn: number;
}

/** Four eyes: who fixes has not inspected. What was paid is accounted for up to the fixed amount. */
export function decideFix(facts: {
  state: string;
  awardId: string;
  inspectedBy: string | null;
  fixer: string | null;
  stand: Stand;
  fixedYen: number;
  openOrders: number;
  openChanges: number;
}): Result<Fixing, SettlementRefusal> {
  const { stand, fixedYen, awardId } = facts;
  if (!isOpenTo('fix', facts.state)) return refuse('not-now');
  if (facts.fixer !== null && facts.fixer === facts.inspectedBy) return refuse('same-person');
  if (facts.openChanges > 0) return refuse('changes-open');
  if (facts.openOrders > 0) return refuse('payment-open');
  const settle = Math.min(fixedYen, stand.paid) - stand.settled;
  return ok({
    moves: [
      ...movesDownTo(awardId, stand, fixedYen),
      ...(settle > 0 ? [{ awardId, kind: 'settle', yen: settle } as const] : []),
    ],
    toPay: Math.max(0, fixedYen - stand.paid),
    toReturn: Math.max(0, stand.paid - fixedYen),
  });
}

export type CloseRefusal = 'close-not-now' | 'still-owed' | 'still-to-return' | 'still-open';

/**
 * The account is closed when every yen that was decided was paid and kept: after the fixing, after an abolition or a cancellation,
 * and at once where no report is asked. What is not accounted for by a report yet is so by the closing.
 */
export function decideClose(facts: {
  awardId: string;
  state: string;
  reports: boolean;
  stand: Stand;
  openOrders: number;
  openChanges: number;
  openReturns: number;
}): Result<readonly Move[], CloseRefusal> {
  const { state, stand, awardId } = facts;
  const ended =
    ['fixed', 'cancelled'].includes(state) ||
    (state === 'abolished' && stand.decided === 0) ||
    (state === 'active' && !facts.reports);
  if (!ended) return refuse('close-not-now');
  if (facts.openOrders > 0 || stand.paid < stand.decided) return refuse('still-owed');
  if (facts.openReturns > 0) return refuse('still-to-return');
  if (facts.openChanges > 0) return refuse('still-open');
  const settle = stand.paid - stand.settled;
  return ok(settle > 0 ? [{ awardId, kind: 'settle', yen: settle }] : []);
}
