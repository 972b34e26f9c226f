import { ok, type Result, refuse } from '#platform/result.ts';
import type { AmountRule, CallTerms } from './terms.ts';

export type CallRefusal =
  | 'year-unknown'
  | 'slug-form'
  | 'slug-taken'
  | 'draft-stands'
  | 'no-draft'
  | 'changed-meanwhile'
  | 'proposed-already'
  | 'not-proposed'
  | 'nothing-changed'
  | 'terms-incomplete'
  | 'note-missing'
  | 'own-work'
  | 'reason-missing'
  | 'not-published'
  | 'over-already'
  | 'decided-already'
  | 'yen-zero'
  | 'budget-too-small';

/** Lower-case letters, digits and single hyphens between them, as in every public URL. */
export function isSlug(slug: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 80;
}

export function decideCall(facts: {
  slug: string;
  taken: boolean;
  yearKnown: boolean;
}): Result<'make', CallRefusal> {
  if (!facts.yearKnown) return refuse('year-unknown');
  if (!isSlug(facts.slug)) return refuse('slug-form');
  return facts.taken ? refuse('slug-taken', { slug: facts.slug }) : ok('make');
}

/** A draft as the rules see it; who is the product itself has no id and is nobody's second person. */
export interface Draft {
  readonly revision: number;
  readonly version: number;
  readonly proposed: boolean;
  readonly editors: readonly string[];
  readonly note: string;
  /** How many things of its terms are still wrong. */
  readonly problems: number;
  /** Its terms are those that hold already. */
  readonly same: boolean;
}

/** A draft is written until it is proposed; two who write at once are told. */
export function decideEdit(
  draft: Pick<Draft, 'revision' | 'proposed'> | undefined,
  revision: number,
): Result<'edit', CallRefusal> {
  if (!draft) return refuse('no-draft');
  if (draft.proposed) return refuse('proposed-already');
  return draft.revision === revision ? ok('edit') : refuse('changed-meanwhile');
}

/** What goes to the approver is whole, and says from the second version on what is new in it. */
export function decidePropose(draft: Draft | undefined, revision: number): Result<'propose', CallRefusal> {
  const edit = decideEdit(draft, revision);
  if (!edit.ok || !draft) return refuse(edit.ok ? 'no-draft' : edit.refusal);
  if (draft.problems > 0) return refuse('terms-incomplete', { problems: draft.problems });
  if (draft.version > 1 && draft.same) return refuse('nothing-changed');
  return draft.version > 1 && !draft.note.trim() ? refuse('note-missing') : ok('propose');
}

/** Published by somebody who wrote nothing of it, as it was when they looked. */
export function decidePublish(
  draft: Draft | undefined,
  { revision, personId }: { revision: number; personId: string | null },
): Result<'publish', CallRefusal> {
  if (!draft) return refuse('no-draft');
  if (!draft.proposed) return refuse('not-proposed');
  if (draft.revision !== revision) return refuse('changed-meanwhile');
  if (draft.problems > 0) return refuse('terms-incomplete', { problems: draft.problems });
  return personId !== null && draft.editors.includes(personId) ? refuse('own-work') : ok('publish');
}

export function decideReturn(draft: Draft | undefined, reason: string): Result<'return', CallRefusal> {
  if (!draft?.proposed) return refuse('not-proposed');
  return reason.trim() ? ok('return') : refuse('reason-missing');
}

/** A published call ends before its last day, or is cancelled, with a reason for everybody. */
export function decideEnd(facts: { state: string; note: string }): Result<'end', CallRefusal> {
  if (facts.state === 'draft') return refuse('not-published');
  if (facts.state !== 'published') return refuse('over-already');
  return facts.note.trim() ? ok('end') : refuse('reason-missing');
}

export function decideBudgetAsk(facts: { yen: number; reason: string }): Result<'ask', CallRefusal> {
  if (facts.yen === 0) return refuse('yen-zero');
  return facts.reason.trim() ? ok('ask') : refuse('reason-missing');
}

export function decideBudgetAnswer(facts: {
  state: string;
  askedBy: string | null;
  personId: string | null;
}): Result<'answer', CallRefusal> {
  if (facts.state !== 'asked') return refuse('decided-already');
  return facts.personId !== null && facts.personId === facts.askedBy ? refuse('own-work') : ok('answer');
}

/**
 * Where a call stands for somebody who wants to apply. `soon`: before its first window; `between`: another window comes; `full`: its
 * window is open, but it is first come and nothing of the budget is free; `closed`: no window comes any more.
 */
export const standings = [
  'draft',
  'soon',
  'open',
  'full',
  'between',
  'closed',
  'ended',
  'cancelled',
] as const;
export interface Standing {
  readonly is: (typeof standings)[number];
  /** The last day of the window that is open now (whole). */
  readonly until?: string;
  /** The first day of the window that comes next. */
  readonly from?: string;
}

export function standingOf(
  call: { state: string; windows: CallTerms['windows']; firstCome: boolean; freeYen: number },
  today: string,
): Standing {
  if (call.state !== 'published')
    return { is: call.state === 'ended' || call.state === 'cancelled' ? call.state : 'draft' };
  const now = call.windows.find(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
  if (now) return { is: call.firstCome && call.freeYen <= 0 ? 'full' : 'open', until: now.closesOn };
  const next = call.windows
    .map(({ opensOn }) => opensOn)
    .toSorted()
    .find((day) => day > today);
  if (!next) return { is: 'closed' };
  return { is: call.windows.some(({ closesOn }) => closesOn < today) ? 'between' : 'soon', from: next };
}

/**
 * What a call pays, in yen. `value`: the number that was answered to the rule's question: of `rate` the eligible costs in yen, of
 * `tiers` what the tiers count; of `fixed` it is not asked.
 */
export function amountFor(rule: AmountRule, value: number): number {
  switch (rule.kind) {
    case 'fixed':
      return rule.yen;
    case 'tiers':
      return (
        rule.tiers
          .filter(({ from }) => from <= value)
          .toSorted((a, b) => a.from - b.from)
          .at(-1)?.yen ?? 0
      );
    case 'rate': {
      const share = Math.floor((Math.max(0, value) * rule.numerator) / rule.denominator);
      const most = Math.min(share, rule.ceiling);
      return most - (most % rule.roundDownTo);
    }
  }
}
