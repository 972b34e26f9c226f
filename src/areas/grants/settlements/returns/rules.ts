import { ok, type Result, refuse } from '#platform/result.ts';

/**
 * 返還命令, 加算金, 延滞金. 10.95 % a year is 3 yen a day for 10,000 yen, exactly, also in leap years.
 * 加算金: of a decision that was cancelled, from the day the money was received to the day it came back, both counted.
 * 延滞金: of what is late, from the day after the due day. What comes in goes to the grant first, then 加算金, then 延滞金.
 */
const perTenThousandADay = 3;

export const returnKinds = ['unspent', 'tax', 'cancel'] as const;
export type ReturnKind = (typeof returnKinds)[number];
export type ReturnRefusal =
  | 'return-done'
  | 'amount-changed'
  | 'more-than-due'
  | 'day-before-order'
  | 'day-ahead'
  | 'yen-missing'
  | 'waived-already'
  | 'waive-reason-missing';

export interface Dated {
  readonly on: string;
  readonly yen: number;
}

export interface ReturnFacts {
  readonly yen: number;
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly surcharge: boolean;
  readonly waived: boolean;
  /** When the group received what it got. */
  readonly received: readonly Dated[];
  /** What came back, and how it was shared out. */
  readonly refunds: readonly (Dated & { readonly surchargeYen: number; readonly lateYen: number })[];
}

export interface Due {
  readonly yen: number;
  readonly surchargeYen: number;
  readonly lateYen: number;
  readonly total: number;
}

/** What is still due if it comes in on `day`. */
export function dueOnDay(facts: ReturnFacts, day: string): Due {
  const yen = facts.yen - sum(facts.refunds, (refund) => refund.yen);
  const surcharge = facts.surcharge && !facts.waived ? surchargeUntil(facts, day) : 0;
  const late = facts.waived ? 0 : lateUntil(facts, day);
  const surchargeYen = Math.max(0, surcharge - sum(facts.refunds, (refund) => refund.surchargeYen));
  const lateYen = Math.max(0, late - sum(facts.refunds, (refund) => refund.lateYen));
  return { yen, surchargeYen, lateYen, total: yen + surchargeYen + lateYen };
}

/** What is returned was received last: from the last payment backwards. */
export function lastReceived(received: readonly Dated[], yen: number): Dated[] {
  let left = yen;
  const parts: Dated[] = [];
  for (const each of received.toSorted((one, other) => other.on.localeCompare(one.on))) {
    const part = Math.min(left, each.yen);
    if (part > 0) parts.push({ on: each.on, yen: part });
    left -= part;
  }
  return parts;
}

function surchargeUntil({ yen, received, refunds }: ReturnFacts, day: string): number {
  const held = sum(
    lastReceived(received, yen),
    (part) => part.yen * Math.max(0, daysBetween(part.on, day) + 1),
  );
  const back = sum(refunds, (refund) => refund.yen * Math.max(0, daysBetween(refund.on, day)));
  return interest(held - back);
}

function lateUntil({ yen, dueOn, refunds }: ReturnFacts, day: string): number {
  if (day <= dueOn) return 0;
  const held = yen * daysBetween(dueOn, day);
  const back = sum(
    refunds,
    (refund) => refund.yen * Math.max(0, daysBetween(refund.on > dueOn ? refund.on : dueOn, day)),
  );
  return interest(held - back);
}

/** Yen × days to yen, cut to a whole one. */
function interest(yenDays: number): number {
  return Math.floor((Math.max(0, yenDays) * perTenThousandADay) / 10_000);
}

export type Share = Omit<Due, 'total'>;

/** How money that came in is shared out; more than is due is not taken. `seen`: how many parts of it had come in when it was shown. */
export function decideRefund(
  facts: ReturnFacts & { readonly state: string },
  { on, yen, seen }: Dated & { readonly seen: number },
  today: string,
): Result<Share & { done: boolean }, ReturnRefusal> {
  if (facts.state !== 'ordered') return refuse('return-done');
  if (seen !== facts.refunds.length) return refuse('amount-changed');
  if (!Number.isSafeInteger(yen) || yen <= 0) return refuse('yen-missing');
  if (on < facts.orderedOn || facts.refunds.some((refund) => refund.on > on))
    return refuse('day-before-order');
  if (on > today) return refuse('day-ahead');
  const due = dueOnDay(facts, on);
  if (yen > due.total) return refuse('more-than-due', { total: due.total });
  const principal = Math.min(yen, due.yen);
  const surchargeYen = Math.min(yen - principal, due.surchargeYen);
  const lateYen = yen - principal - surchargeYen;
  return ok({ yen: principal, surchargeYen, lateYen, done: yen === due.total });
}

/** 免除: once, with a reason; it ends a return of which only interest was left. */
export function decideWaive(facts: {
  state: string;
  waived: boolean;
  reason: string;
  yenLeft: number;
}): Result<{ done: boolean }, ReturnRefusal> {
  if (facts.state !== 'ordered') return refuse('return-done');
  if (facts.waived) return refuse('waived-already');
  if (!facts.reason.trim()) return refuse('waive-reason-missing');
  return ok({ done: facts.yenLeft === 0 });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function sum<Each>(list: readonly Each[], of: (each: Each) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
