import { ok, type Result, refuse } from '#platform/result.ts';

/** The way of a case, in the person's order. Source: 自立相談支援機関の支援プロセス. */
export const steps = [
  'received',
  'screened',
  'consented',
  'assessed',
  'planned',
  'met',
  'decided',
  'provided',
  'reviewed',
] as const;
export type WayStep = (typeof steps)[number];
export const ends = ['closed', 'broken-off'] as const;
export type CaseStep = WayStep | (typeof ends)[number];

/** スクリーニングの結果, 1 to 5 of the national form. */
export const screenings = ['informed', 'passed-on', 'toward-consent', 'supported', 'ended-before'] as const;

/** Days and marks of a case, from which its place on the way follows: never set by hand. */
export interface CaseFacts {
  readonly receivedOn: string;
  readonly screening: string | null;
  readonly screenedOn: string | null;
  readonly consentedOn: string | null;
  readonly assessedOn: string | null;
  readonly planRound: number;
  readonly plannedOn: string | null;
  readonly metOn: string | null;
  readonly decidedOn: string | null;
  readonly reviewedOn: string | null;
  readonly closedOn: string | null;
  readonly closeReason: string | null;
}

export interface StepState {
  readonly step: WayStep;
  readonly state: 'done' | 'now' | 'later' | 'not-needed';
  readonly on: string | null;
}

/** Whether a screening leads to a plan here; otherwise the way ends with what was told or passed on. */
export function leadsToPlan(screening: string | null): boolean {
  return screening === null || screening === 'supported' || screening === 'toward-consent';
}

/** Where a case stands: what is done, what is next, what this case does not need. */
export function wayOf(facts: CaseFacts): readonly StepState[] {
  const days: Record<WayStep, string | null> = {
    received: facts.receivedOn,
    screened: facts.screenedOn,
    consented: facts.consentedOn,
    assessed: facts.assessedOn,
    planned: facts.plannedOn,
    met: facts.metOn,
    decided: facts.decidedOn,
    provided: facts.reviewedOn,
    reviewed: facts.reviewedOn,
  };
  const next = facts.closedOn ? undefined : steps.find((step) => days[step] === null);
  return steps.map((step): StepState => {
    const on = days[step];
    if (on !== null) return { step, state: 'done', on };
    if (!leadsToPlan(facts.screening) || facts.closedOn) return { step, state: 'not-needed', on };
    return { step, state: step === next ? 'now' : 'later', on };
  });
}

/** The word under which a case stands in lists. */
export function stepOf(facts: CaseFacts): CaseStep {
  if (facts.closedOn) return facts.closeReason === 'broken-off' ? 'broken-off' : 'closed';
  const done = wayOf(facts).filter(({ state }) => state === 'done');
  return done.at(-1)?.step ?? 'received';
}

export type CaseRefusal =
  | 'case-closed'
  | 'screening-unknown'
  | 'screening-missing'
  | 'consent-missing'
  | 'assessment-missing'
  | 'plan-missing'
  | 'meeting-missing'
  | 'supervisor-decides'
  | 'review-missing'
  | 'reason-missing'
  | 'referrals-open'
  | 'worker-elsewhere'
  | 'day-order'
  | 'changed-meanwhile'
  | 'code-unknown';

/** A step may be taken when what it stands on is there; each refusal names what is missing. */
export function decideStep({
  step,
  facts,
  on,
  supervisor,
  consentStands = false,
}: {
  step: Exclude<WayStep, 'received' | 'provided'>;
  facts: CaseFacts;
  on: string;
  supervisor: boolean;
  /** On that day, in the ledger of bases. */
  consentStands?: boolean;
}): Result<'take', CaseRefusal> {
  if (facts.closedOn) return refuse('case-closed');
  if (on < facts.receivedOn) return refuse('day-order', { day: facts.receivedOn });
  if (step === 'screened') return ok('take');
  if (step === 'consented') return consentStands ? ok('take') : refuse('consent-missing');
  if (!facts.screening) return refuse('screening-missing');
  if (!facts.consentedOn) return refuse('consent-missing');
  if (step === 'assessed') return ok('take');
  if (!facts.assessedOn) return refuse('assessment-missing');
  if (step === 'planned') return ok('take');
  if (!facts.plannedOn) return refuse('plan-missing');
  if (step === 'met') return ok('take');
  if (!facts.metOn) return refuse('meeting-missing');
  if (step === 'decided') return supervisor ? ok('take') : refuse('supervisor-decides');
  return facts.decidedOn ? ok('take') : refuse('plan-missing');
}

/** 終結の理由; 中断 (broken-off) is no success and is counted apart. */
export const closeReasons = [
  'settled',
  'mostly-settled',
  'informed',
  'passed-on',
  'moved',
  'died',
  'broken-off',
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** A case that had a plan is closed after its review; one that was only told something, at once. Nothing ends without a reason. */
export function decideClose({
  facts,
  reason,
  waiting,
}: {
  facts: CaseFacts;
  reason: string;
  /** To whom referrals have not ended, in both languages. */
  waiting: readonly { readonly ja: string; readonly en: string }[];
}): Result<'close', CaseRefusal> {
  if (facts.closedOn) return refuse('case-closed');
  if (waiting.length > 0)
    return refuse('referrals-open', {
      ja: waiting.map(({ ja }) => ja).join('、'),
      en: waiting.map(({ en }) => en).join(', '),
    });
  if (!reason) return refuse('reason-missing');
  if (!closeReasons.includes(reason as CloseReason)) return refuse('code-unknown');
  if (!facts.screening) return reason === 'broken-off' ? ok('close') : refuse('screening-missing');
  if (!leadsToPlan(facts.screening) || reason === 'broken-off' || reason === 'moved' || reason === 'died')
    return ok('close');
  return facts.planRound > 0 && !facts.reviewedOn ? refuse('review-missing') : ok('close');
}

/** What is promised first; nothing promised is nothing to wait for. */
export function nextPromise(days: readonly (string | null)[]): string | null {
  return days.flatMap((day) => day ?? []).sort((a, b) => a.localeCompare(b))[0] ?? null;
}
