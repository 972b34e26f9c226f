import { ok, type Result, refuse } from '#platform/result.ts';
import type { CallTerms } from '../calls/terms.ts';

/** asked → free (nothing speaks against it) → done; or conflicted, which never reads. */
export type AssignmentState = 'asked' | 'free' | 'conflicted' | 'done';
/** Why somebody does not read: they belong to the group, a relative does, money, something else. Codes, so that nothing is told. */
export const conflicts = ['member', 'family', 'money', 'other'] as const;
export type Conflict = (typeof conflicts)[number];

export type AssessmentRefusal =
  | 'nobody-chosen'
  | 'nothing-chosen'
  | 'nobody-left'
  | 'reviewer-unknown'
  | 'not-in-review'
  | 'declared-already'
  | 'not-declared'
  | 'ended'
  | 'changed-meanwhile'
  | 'points-missing'
  | 'points-form'
  | 'comment-missing'
  | 'checks-missing'
  | 'reason-missing'
  | 'move-not-now';

export interface Reviewer {
  readonly id: string;
  /** How many applications of the call they have to read already. */
  readonly load: number;
}

/**
 * Who reads what: each application gets `each` of the chosen who were never asked for it, those with the least to read first. Whoever
 * is named first is asked first among equals, so the same choice always gives the same answer.
 */
export function spreadReviewers({
  applications,
  reviewers,
  each,
}: {
  applications: readonly { readonly id: string; readonly asked: readonly string[] }[];
  reviewers: readonly Reviewer[];
  each: number;
}): readonly { applicationId: string; reviewerId: string }[] {
  const load = new Map(reviewers.map(({ id, load: held }) => [id, held]));
  return applications.flatMap(({ id: applicationId, asked }) => {
    const chosen = reviewers
      .filter(({ id }) => !asked.includes(id))
      .toSorted((one, other) => (load.get(one.id) ?? 0) - (load.get(other.id) ?? 0))
      .slice(0, each);
    for (const { id } of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    return chosen.map(({ id: reviewerId }) => ({ applicationId, reviewerId }));
  });
}

/** Before anything is read: whether something speaks against it. Said once; a conflict may still be said later. */
export function decideDeclare(
  { state, ended }: { state: string; ended: boolean },
  conflict: Conflict | null,
): Result<AssignmentState, AssessmentRefusal> {
  if (ended) return refuse('ended');
  if (state === 'conflicted') return refuse('declared-already');
  if (conflict) return ok('conflicted');
  return state === 'asked' ? ok('free') : refuse('declared-already');
}

/** What a reviewer wrote. `points` by the code of the criterion, as typed. */
export interface Assessment {
  readonly points: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly comment: string;
}

export const noAssessment: Assessment = { points: {}, words: {}, comment: '' };

/** Sum of the points, and the most that the criteria give. Only whole points within each criterion count. */
export function sumOf(
  { criteria }: Pick<CallTerms, 'criteria'>,
  { points }: Pick<Assessment, 'points'>,
): { points: number; most: number } {
  return {
    points: criteria.reduce((sum, { code, most }) => sum + (pointsOf(points[code], most) ?? 0), 0),
    most: criteria.reduce((sum, { most }) => sum + most, 0),
  };
}

function pointsOf(typed: string | undefined, most: number): number | undefined {
  if (!typed || !/^\d{1,4}$/.test(typed)) return undefined;
  return Number(typed) <= most ? Number(typed) : undefined;
}

/** A draft may be half; what is handed in has points for every criterion, and a sentence where none are given. */
export function decideAssessment(
  terms: Pick<CallTerms, 'criteria'>,
  facts: {
    readonly state: string;
    readonly ended: boolean;
    /** The office has decided: what was said stays. */
    readonly inReview: boolean;
    readonly version: number;
    readonly from: number;
    readonly assessment: Assessment;
    readonly done: boolean;
  },
): Result<'save', AssessmentRefusal> {
  if (facts.ended) return refuse('ended');
  if (facts.state !== 'free' && facts.state !== 'done') return refuse('not-declared');
  if (!facts.inReview) return refuse('not-in-review');
  if (facts.version !== facts.from) return refuse('changed-meanwhile');
  const { points, comment } = facts.assessment;
  for (const { code, label, most } of terms.criteria) {
    const typed = points[code] ?? '';
    if (typed !== '' && pointsOf(typed, most) === undefined)
      return refuse('points-form', { criterion: label.ja, most });
    if (facts.done && typed === '') return refuse('points-missing', { criterion: label.ja });
  }
  return facts.done && terms.criteria.length === 0 && !comment.trim()
    ? refuse('comment-missing')
    : ok('save');
}

export interface Spread {
  readonly count: number;
  /** Shares of the points from 0 to 1. */
  readonly mean: number;
  readonly least: number;
  readonly greatest: number;
  /** They are so far apart that somebody should talk about it. */
  readonly apart: boolean;
}

/** 30 of 100 points between the least and the greatest. */
const farApart = 0.3;

export function spreadOf(sums: readonly { points: number; most: number }[]): Spread | undefined {
  const shares = sums.filter(({ most }) => most > 0).map(({ points, most }) => points / most);
  if (shares.length === 0) return undefined;
  const [least, greatest] = [Math.min(...shares), Math.max(...shares)];
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { count: shares.length, mean, least, greatest, apart: greatest - least >= farApart };
}

/** The officer has ticked everything of the call's list before an application counts as checked. */
export function decideChecked(
  { checks }: Pick<CallTerms, 'checks'>,
  ticked: readonly string[],
): Result<'checked', AssessmentRefusal> {
  const open = checks.find(({ code }) => !ticked.includes(code));
  return open ? refuse('checks-missing', { check: open.label.ja }) : ok('checked');
}

/** Submitted or checked: it is looked at, and nobody has decided. */
export function isInReview(state: string): boolean {
  return state === 'submitted' || state === 'checked' || state === 'returned';
}

/** What people write now so and now so: spaces, width, case, and the words around a thing. */
export function costKey(what: string): string {
  return what
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・、,.()（）「」ー－-]/g, '')
    .replace(/(代|費|料|購入|の)/g, '');
}
