import { ok, type Result, refuse } from '#platform/result.ts';

export type RiskRefusal =
  | 'risk-level-missing'
  | 'risk-code-unknown'
  | 'risk-erased'
  | 'call-not-there'
  | 'call-open-already'
  | 'call-answered'
  | 'call-over'
  | 'call-supervisor-only'
  | 'call-outcome-missing'
  | 'call-steps-missing'
  | 'call-same-person';

/** From this level on a supervisor is called by itself: 3 high, 4 now. */
export const callsFrom = 3;

/** The level is what a person chose. Answers are taken as they are: nothing is added up, nothing suggested. */
export function decideAssessment(facts: {
  level: number | null;
  known: boolean;
  erased: boolean;
  callOpen: boolean;
}): Result<'keep' | 'keep-and-call', RiskRefusal> {
  if (facts.erased) return refuse('risk-erased');
  if (facts.level === null) return refuse('risk-level-missing');
  if (!facts.known) return refuse('risk-code-unknown');
  return ok(facts.level >= callsFrom && !facts.callOpen ? 'keep-and-call' : 'keep');
}

interface Call {
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly level: number | null;
}

/** Once is enough: whoever acknowledged has it. Joining and sharing out go on until it is resolved. */
export function decideAcknowledge(facts: {
  call: Call | undefined;
  supervisor: boolean;
}): Result<'acknowledge', RiskRefusal> {
  const { call, supervisor } = facts;
  if (!call) return refuse('call-not-there');
  if (!supervisor) return refuse('call-supervisor-only');
  if (call.resolvedAt) return refuse('call-over');
  return call.acknowledgedAt ? refuse('call-answered') : ok('acknowledge');
}

export function decideGoOn(facts: {
  call: Call | undefined;
  supervisor: boolean;
}): Result<'go-on', RiskRefusal> {
  if (!facts.call) return refuse('call-not-there');
  if (!facts.supervisor) return refuse('call-supervisor-only');
  return facts.call.resolvedAt ? refuse('call-over') : ok('go-on');
}

/** Where danger was now (4), what was done has to stand in the list of steps before anybody calls it settled. */
export function decideResolve(facts: {
  call: Call | undefined;
  supervisor: boolean;
  outcome: string;
  risk: number | null;
  steps: number;
}): Result<'resolve', RiskRefusal> {
  const goes = decideGoOn(facts);
  if (!goes.ok) return goes;
  if (!facts.outcome) return refuse('call-outcome-missing');
  const level = Math.max(facts.risk ?? 0, facts.call?.level ?? 0);
  if (level === 4 && facts.steps === 0 && facts.outcome !== 'unneeded') return refuse('call-steps-missing');
  return ok('resolve');
}

/** One talks, another reports: never the same person. */
export function decideShare(facts: {
  call: Call | undefined;
  talks: string;
  reports: string;
}): Result<'share', RiskRefusal> {
  if (!facts.call) return refuse('call-not-there');
  if (facts.call.resolvedAt) return refuse('call-over');
  return facts.talks && facts.talks === facts.reports ? refuse('call-same-person') : ok('share');
}

export type ClockState = 'running' | 'over' | 'acknowledged' | 'resolved';

/** How a call stands: minutes since it was made, and how many beyond the desk's limit. */
export function clockOf(facts: {
  raisedAt: Date;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
  limitMinutes: number;
  now: Date;
}): { state: ClockState; minutes: number; over: number } {
  const until = facts.acknowledgedAt ?? facts.resolvedAt ?? facts.now;
  const minutes = Math.max(0, Math.floor((until.getTime() - facts.raisedAt.getTime()) / 60_000));
  const over = Math.max(0, minutes - facts.limitMinutes);
  if (facts.resolvedAt) return { state: 'resolved', minutes, over };
  if (facts.acknowledgedAt) return { state: 'acknowledged', minutes, over };
  const late = until.getTime() - facts.raisedAt.getTime() >= facts.limitMinutes * 60_000;
  return { state: late ? 'over' : 'running', minutes, over };
}

/** Reminders of one call; after them somebody has to look by themselves. */
export const mostReminders = 12;

/** Whose turn it is when nobody has acknowledged: those at the desk first, each in turn; undefined when there is nobody. */
export function nextSupervisor(facts: {
  supervisors: readonly { readonly personId: string; readonly present: boolean }[];
  before: string | null;
}): string | undefined {
  const turn = facts.supervisors.toSorted((a, b) => Number(b.present) - Number(a.present));
  const at = turn.findIndex(({ personId }) => personId === facts.before);
  return turn[(at + 1) % Math.max(1, turn.length)]?.personId;
}

export interface PastCall {
  readonly cause: string;
  readonly level: number | null;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly outcome: string | null;
}

/** Calls of a span in numbers. Minutes until a supervisor was there: the median of those that were acknowledged. */
export function callNumbers(
  calls: readonly PastCall[],
  limitMinutes: number,
): {
  raised: number;
  byRisk: number;
  inTime: number;
  acknowledged: number;
  medianMinutes: number | null;
  open: number;
} {
  const waits = calls
    .flatMap(({ acknowledgedAt, raisedAt }) =>
      acknowledgedAt ? [(acknowledgedAt.getTime() - raisedAt.getTime()) / 60_000] : [],
    )
    .toSorted((a, b) => a - b);
  const middle = waits[Math.floor((waits.length - 1) / 2)];
  return {
    raised: calls.length,
    byRisk: calls.filter(({ cause }) => cause === 'risk').length,
    acknowledged: waits.length,
    inTime: waits.filter((minutes) => minutes <= limitMinutes).length,
    medianMinutes: middle === undefined ? null : Math.round(middle * 10) / 10,
    open: calls.filter(({ resolvedAt }) => !resolvedAt).length,
  };
}
