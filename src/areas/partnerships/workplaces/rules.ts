import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** 作業: what people do there, in words that a plan uses too. */
export const tasks = [
  'sorting',
  'packing',
  'cleaning',
  'office',
  'kitchen',
  'farm',
  'assembly',
  'laundry',
  'delivery',
  'care',
] as const;
export const kinds = ['employed', 'unemployed'] as const;
/** Only legal persons are certified. */
export const legalForms = ['company', 'npo', 'welfare', 'cooperative', 'public', 'other'] as const;

/** 添える書類 of a first request; a renewal brings the first alone. */
export const paperCodes = ['registry', 'plan-of-place', 'outline', 'finances'] as const;
export const paperCodesOf = (kind: string) => (kind === 'first' ? paperCodes : paperCodes.slice(0, 1));
/** What the officer looks at, at the desk and at the visit. */
export const checks = [
  'legal-person',
  'responsible',
  'safety',
  'insurance',
  'no-substitute',
  'rules',
] as const;

export type RequestState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'proposed'
  | 'certified'
  | 'refused'
  | 'revoked'
  | 'withdrawn';
export type RequestMove =
  | 'submit'
  | 'return'
  | 'propose'
  | 'send-back'
  | 'certify'
  | 'refuse'
  | 'revoke'
  | 'withdraw';

/** Everything that is not in it is refused. */
export const moves: Readonly<Record<RequestMove, Partial<Record<RequestState, RequestState>>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  return: { submitted: 'returned' },
  propose: { submitted: 'proposed' },
  'send-back': { proposed: 'submitted' },
  certify: { proposed: 'certified' },
  refuse: { proposed: 'refused' },
  revoke: { proposed: 'revoked' },
  withdraw: { draft: 'withdrawn', submitted: 'withdrawn', returned: 'withdrawn' },
};

/** Still on its way: one at a time for a workplace. */
export function isOpenRequest({ state }: { readonly state: string }): boolean {
  return ['draft', 'submitted', 'returned', 'proposed'].includes(state);
}

export type WorkplaceRefusal =
  | 'move-not-now'
  | 'corporate-number-form'
  | 'hours-order'
  | 'days-missing'
  | 'tasks-missing'
  | 'kinds-missing'
  | 'changed-meanwhile'
  | 'papers-missing'
  | 'checks-missing'
  | 'visit-missing'
  | 'visit-later'
  | 'reason-missing'
  | 'until-missing'
  | 'until-too-far'
  | 'same-person'
  | 'request-open'
  | 'too-early'
  | 'not-certified'
  | 'call-closed'
  | 'money-begun';

export function decideMove(state: string, move: RequestMove): Result<RequestState, WorkplaceRefusal> {
  const next = moves[move][state as RequestState];
  return next ? ok(next) : refuse('move-not-now');
}

/** 法人番号: its first digit is the check digit of the twelve others. */
export function isCorporateNumber(text: string): boolean {
  if (!/^[1-9]\d{12}$/.test(text)) return false;
  const sum = Array.from(text.slice(1), Number).reduce(
    (all, digit, at) => all + digit * (at % 2 === 0 ? 2 : 1),
    0,
  );
  return Number(text[0]) === 9 - (sum % 9);
}

export interface Offer {
  readonly corporateNumber: string;
  readonly tasks: readonly string[];
  readonly days: readonly string[];
  readonly kinds: readonly string[];
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Times are HH:MM; a place that is open over midnight says so by two places. */
export function decideOffer(offer: Offer): Result<'fits', WorkplaceRefusal> {
  if (!isCorporateNumber(offer.corporateNumber)) return refuse('corporate-number-form');
  if (!offer.tasks.some((each) => (tasks as readonly string[]).includes(each)))
    return refuse('tasks-missing');
  if (!offer.days.some((each) => (weekdays as readonly string[]).includes(each)))
    return refuse('days-missing');
  if (!offer.kinds.some((each) => (kinds as readonly string[]).includes(each)))
    return refuse('kinds-missing');
  return offer.closesAt > offer.opensAt ? ok('fits') : refuse('hours-order');
}

export function decideSubmit(
  { state, kind }: { state: string; kind: string },
  papers: readonly string[],
): Result<RequestState, WorkplaceRefusal> {
  const missing = paperCodesOf(kind).filter((code) => !papers.includes(code));
  return missing.length > 0
    ? refuse('papers-missing', { count: missing.length })
    : decideMove(state, 'submit');
}

export interface Proposal {
  readonly state: string;
  readonly proposal: 'certify' | 'refuse';
  readonly ticked: readonly string[];
  readonly visitedOn: string | null;
  readonly validUntil: string | null;
  readonly reason: string;
  readonly today: string;
}

/** Three years at most, then somebody looks again. */
export const longestYears = 3;

/** To certify, everything was looked at and somebody was there; to refuse, a reason is enough. */
export function decideProposal(facts: Proposal): Result<RequestState, WorkplaceRefusal> {
  const move = decideMove(facts.state, 'propose');
  if (!move.ok) return move;
  if (facts.proposal === 'refuse') return facts.reason.trim() ? move : refuse('reason-missing');
  const open = checks.filter((check) => !facts.ticked.includes(check));
  if (open.length > 0) return refuse('checks-missing', { count: open.length });
  if (!facts.visitedOn) return refuse('visit-missing');
  if (facts.visitedOn > facts.today) return refuse('visit-later');
  if (!facts.validUntil || facts.validUntil <= facts.today) return refuse('until-missing');
  const latest = `${Number(facts.today.slice(0, 4)) + longestYears}${facts.today.slice(4)}`;
  return facts.validUntil > latest ? refuse('until-too-far', { years: longestYears }) : move;
}

/** Nobody certifies, refuses or revokes what they proposed themselves. */
export function decideConfirm(
  { state, proposal, proposedBy }: { state: string; proposal: string | null; proposedBy: string | null },
  { by, agree }: { by: string; agree: boolean },
): Result<RequestState, WorkplaceRefusal> {
  if (!proposal) return refuse('move-not-now');
  if (by === proposedBy) return refuse('same-person');
  return decideMove(state, agree ? (proposal as 'certify' | 'refuse' | 'revoke') : 'send-back');
}

export interface Certification {
  readonly certifiedOn: string | null;
  readonly validUntil: string | null;
  readonly endedOn: string | null;
}

export type Standing = 'none' | 'certified' | 'ending' | 'lapsed' | 'ended';
/** Days before its end from which it may be renewed, and from which its page says so. */
export const renewalDays = 90;

export function standingOf({ certifiedOn, validUntil, endedOn }: Certification, today: string): Standing {
  if (!certifiedOn || !validUntil) return 'none';
  if (endedOn && endedOn <= today) return 'ended';
  if (validUntil < today) return 'lapsed';
  return validUntil <= addDays(today, renewalDays) ? 'ending' : 'certified';
}

export function isCertified(certification: Certification, today: string): boolean {
  return ['certified', 'ending'].includes(standingOf(certification, today));
}

/** What the workplace may ask for now: a first certification, or from 90 days before its end the next. */
export function decideRequest(
  certification: Certification,
  { open, today }: { open: boolean; today: string },
): Result<'first' | 'renewal', WorkplaceRefusal> {
  if (open) return refuse('request-open');
  const standing = standingOf(certification, today);
  if (standing === 'certified') return refuse('too-early', { days: renewalDays });
  return ok(standing === 'ending' || standing === 'lapsed' ? 'renewal' : 'first');
}
