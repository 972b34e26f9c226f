import { ok, type Result, refuse } from '#platform/result.ts';

export type ReviewRefusal =
  | 'plan-missing'
  | 'plan-not-decided'
  | 'reviewed-before'
  | 'outcome-missing'
  | 'reason-missing'
  | 'changes-missing'
  | 'changes-contradict'
  | 'reached-missing'
  | 'day-order'
  | 'supervisor-decides'
  | 'confirmed-before'
  | 'code-unknown'
  | 'changed-meanwhile';

export interface ReviewFacts {
  readonly plan: { readonly decidedOn: string | null; readonly reviewedOn: string | null } | undefined;
  readonly outcome: string;
  readonly reason: string;
  readonly changes: readonly string[];
  readonly reached: string;
  readonly heldOn: string;
  readonly today: string;
}

/** 中断 may come at any time; closing and going on look back at a plan that was decided. What has changed is said, even if nothing. */
export function decideReview({
  plan,
  outcome,
  reason,
  changes,
  reached,
  heldOn,
  today,
}: ReviewFacts): Result<'write', ReviewRefusal> {
  if (!plan) return refuse('plan-missing');
  if (plan.reviewedOn) return refuse('reviewed-before');
  if (outcome === '') return refuse('outcome-missing');
  if (!plan.decidedOn && outcome !== 'break-off') return refuse('plan-not-decided');
  if (heldOn > today) return refuse('day-order', { day: today });
  if (plan.decidedOn && heldOn < plan.decidedOn) return refuse('day-order', { day: plan.decidedOn });
  if (outcome === 'close' && reason === '') return refuse('reason-missing');
  if (changes.length === 0) return refuse('changes-missing');
  if (changes.includes('none') && changes.length > 1) return refuse('changes-contradict');
  return reached === '' ? refuse('reached-missing') : ok('write');
}

/** 支援調整会議（評価）・確認: the supervisor's, once. */
export function decideConfirmation({
  confirmedOn,
  supervisor,
}: {
  confirmedOn: string | null;
  supervisor: boolean;
}): Result<'confirm', ReviewRefusal> {
  if (confirmedOn) return refuse('confirmed-before');
  return supervisor ? ok('confirm') : refuse('supervisor-decides');
}

/** The way a review proposes to end the case, in the words of case-files/rules. */
export function closeReasonOf({
  outcome,
  reason,
}: {
  outcome: string;
  reason: string | null;
}): string | undefined {
  if (outcome === 'break-off') return 'broken-off';
  return outcome === 'close' ? (reason ?? undefined) : undefined;
}
