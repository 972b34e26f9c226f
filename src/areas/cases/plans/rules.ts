import { ok, type Result, refuse } from '#platform/result.ts';

/** Days of a plan, from which follows where it stands: never set by hand. */
export interface PlanFacts {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly monitorOn: string | null;
  readonly agreedOn: string | null;
  readonly metOn: string | null;
  readonly metResult: string | null;
  readonly decidedOn: string | null;
  readonly reviewedOn: string | null;
}

export const planStates = ['draft', 'agreed', 'met', 'decided', 'running', 'reviewed'] as const;
export type PlanState = (typeof planStates)[number];

/** A plan that the meeting wants changed is a draft again: its agreement has lapsed. */
export function planState(plan: PlanFacts, today: string): PlanState {
  if (plan.reviewedOn) return 'reviewed';
  if (plan.decidedOn) return (plan.startsOn ?? plan.decidedOn) <= today ? 'running' : 'decided';
  if (plan.agreedOn && plan.metOn && plan.metResult === 'fits') return 'met';
  return plan.agreedOn ? 'agreed' : 'draft';
}

/** What a plan needs before the person can agree to it, in the order of the form. */
export const planParts = ['issues', 'goal', 'items', 'own-step', 'period', 'monitor'] as const;
export type PlanPart = (typeof planParts)[number];

export interface PlanContent {
  readonly issues: string;
  readonly goal: string;
  readonly bearers: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly monitorOn: string | null;
}

/** What is missing still. A plan in which the person does nothing themselves is not their plan. */
export function missingParts(content: PlanContent): readonly PlanPart[] {
  const has: Record<PlanPart, boolean> = {
    issues: content.issues !== '',
    goal: content.goal !== '',
    items: content.bearers.length > 0,
    'own-step': content.bearers.includes('person'),
    period: content.startsOn !== null && content.endsOn !== null,
    monitor: content.monitorOn !== null,
  };
  return planParts.filter((part) => !has[part]);
}

export type PlanRefusal =
  | 'plan-missing'
  | 'plan-incomplete'
  | 'plan-decided'
  | 'plan-reviewed'
  | 'not-agreed'
  | 'not-met'
  | 'supervisor-decides'
  | 'why-missing'
  | 'period-order'
  | 'monitor-outside'
  | 'day-order'
  | 'code-unknown'
  | 'what-missing'
  | 'related-missing'
  | 'changed-meanwhile';

/** 期間 and モニタリング fit together; half of a draft may still be open. */
export function decidePeriod({
  startsOn,
  endsOn,
  monitorOn,
}: Pick<PlanFacts, 'startsOn' | 'endsOn' | 'monitorOn'>): Result<'fits', PlanRefusal> {
  if (startsOn && endsOn && endsOn < startsOn) return refuse('period-order');
  const outside = (day: string) => (startsOn && day < startsOn) || (endsOn && day > endsOn);
  if (monitorOn && outside(monitorOn)) return refuse('monitor-outside');
  return ok('fits');
}

/** A row says what, and who outside this organisation it is when it is somebody outside. */
export function decideItem({
  what,
  bearer,
  related,
}: {
  what: string;
  bearer: string;
  related: string;
}): Result<'fits', PlanRefusal> {
  if (what === '') return refuse('what-missing');
  if (bearer === 'related' && related === '') return refuse('related-missing');
  return ok('fits');
}

/** What was decided stands; what the person agreed to may be changed, but then they are asked again. */
export function decideEdit(
  plan: PlanFacts | undefined,
): Result<{ readonly lapses: boolean; readonly starts: boolean }, PlanRefusal> {
  if (!plan) return ok({ lapses: false, starts: true });
  if (plan.reviewedOn) return ok({ lapses: false, starts: true });
  if (plan.decidedOn) return refuse('plan-decided');
  return ok({ lapses: plan.agreedOn !== null, starts: false });
}

/** A decided plan gets no program of the Act any more: that is for a new plan and a new decision. */
export function decideAddition(
  plan: PlanFacts | undefined,
  { program }: { program: string },
): Result<{ readonly lapses: boolean }, PlanRefusal> {
  if (!plan) return refuse('plan-missing');
  if (plan.reviewedOn) return refuse('plan-reviewed');
  if (plan.decidedOn && program) return refuse('plan-decided');
  return ok({ lapses: !plan.decidedOn && plan.agreedOn !== null });
}

export const planMoves = ['agree', 'meet', 'decide', 'return'] as const;
export type PlanMove = (typeof planMoves)[number];

export interface Moving {
  readonly move: PlanMove;
  readonly plan: PlanFacts;
  readonly missing: readonly PlanPart[];
  readonly supervisor: boolean;
  readonly on: string;
  readonly today: string;
  /** Of a return: what is to be changed. */
  readonly why?: string;
}

/** The person agrees, the meeting looks, the supervisor decides; each stands on the one before. */
export function decidePlanMove({
  move,
  plan,
  missing,
  supervisor,
  on,
  today,
  why = '',
}: Moving): Result<'take', PlanRefusal> {
  if (plan.decidedOn) return refuse('plan-decided');
  if (on > today) return refuse('day-order', { day: today });
  if (missing.length > 0) return refuse('plan-incomplete');
  if (move === 'agree') return ok('take');
  if (!plan.agreedOn) return refuse('not-agreed');
  if (on < plan.agreedOn) return refuse('day-order', { day: plan.agreedOn });
  if (move === 'meet') return ok('take');
  if (!supervisor) return refuse('supervisor-decides');
  if (move === 'return') return why === '' ? refuse('why-missing') : ok('take');
  if (!plan.metOn || plan.metResult !== 'fits') return refuse('not-met');
  return on < plan.metOn ? refuse('day-order', { day: plan.metOn }) : ok('take');
}

/** 支援決定 when the plan uses a program that the municipality decides on, otherwise 確認. */
export function decisionOf(
  programs: readonly (string | null)[],
  decided: readonly string[],
): 'decided' | 'confirmed' {
  return programs.some((program) => program !== null && decided.includes(program)) ? 'decided' : 'confirmed';
}
