import { fiscalYearOf } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

/** draft and returned: the officer writes · proposed: the approver looks · decided: it stays as it is. */
export type PackState = 'draft' | 'proposed' | 'decided' | 'returned';
export type Proposal = 'award' | 'refuse';
export type Outcome = Proposal | 'defer';

export type PackRefusal =
  | 'pack-empty'
  | 'pack-not-writable'
  | 'not-proposed'
  | 'changed-meanwhile'
  | 'not-checked'
  | 'yen-missing'
  | 'more-than-asked'
  | 'reason-missing'
  | 'title-missing'
  | 'own-work'
  | 'quorum-form'
  | 'quorum-missing'
  | 'met-missing'
  | 'met-later'
  | 'day-ahead'
  | 'all-deferred'
  | 'more-than-free';

/** What a pack says of one application. */
export interface Item {
  readonly number: string;
  /** State of the application. */
  readonly state: string;
  readonly proposal: Proposal;
  readonly yen: number;
  /** Null: the call's rule names no amount. */
  readonly askedYen: number | null;
  readonly hasReason: boolean;
}

/** How the board stood. members 0: no board is heard, the approver decides alone. */
export interface Board {
  readonly members: number;
  readonly quorum: number;
  readonly present: number;
  /** YYYY-MM-DD */
  readonly metOn: string | null;
}

export function decideEdit(
  pack: { state: string; revision: number },
  revision: number,
): Result<'edit', PackRefusal> {
  if (pack.state !== 'draft' && pack.state !== 'returned') return refuse('pack-not-writable');
  return pack.revision === revision ? ok('edit') : refuse('changed-meanwhile');
}

/** Quorum and attendance are possible numbers. */
export function decideBoard({ members, quorum, present }: Board): Result<'board', PackRefusal> {
  if (members === 0) return quorum === 0 && present === 0 ? ok('board') : refuse('quorum-form', { members });
  return quorum >= 1 && quorum <= members && present >= 0 && present <= members
    ? ok('board')
    : refuse('quorum-form', { members });
}

/** A pack is whole before an approver sees it: each application checked, each amount within what was asked, each refusal with a reason. */
export function decidePropose(
  pack: { state: string; revision: number },
  { items, revision }: { items: readonly Item[]; revision: number },
): Result<'propose', PackRefusal> {
  const edit = decideEdit(pack, revision);
  if (!edit.ok) return edit;
  if (items.length === 0) return refuse('pack-empty');
  for (const item of items) {
    const problem = problemOfItem(item);
    if (problem) return refuse(problem, { number: item.number });
  }
  return ok('propose');
}

function problemOfItem({ state, proposal, yen, askedYen, hasReason }: Item): PackRefusal | undefined {
  if (state !== 'checked') return 'not-checked';
  if (proposal === 'refuse') return hasReason ? undefined : 'reason-missing';
  if (!Number.isSafeInteger(yen) || yen <= 0) return 'yen-missing';
  return askedYen !== null && yen > askedYen ? 'more-than-asked' : undefined;
}

export interface Deciding {
  readonly pack: { readonly state: string; readonly revision: number };
  readonly board: Board;
  readonly revision: number;
  /** Those that are decided now; the others of the pack are put off. */
  readonly items: readonly Item[];
  /** Everybody who had a hand in the pack or in the checking of its applications. */
  readonly preparers: readonly string[];
  readonly personId: string | null;
  readonly decidedOn: string;
  readonly today: string;
  readonly freeYen: number;
}

/** 決裁: by somebody who prepared nothing of it, after a board with its quorum, on a day that is not ahead, within the money that is free. */
export function decideDecision(facts: Deciding): Result<{ needed: number }, PackRefusal> {
  const { pack, board, items } = facts;
  if (pack.state !== 'proposed') return refuse('not-proposed');
  if (pack.revision !== facts.revision) return refuse('changed-meanwhile');
  if (facts.personId !== null && facts.preparers.includes(facts.personId)) return refuse('own-work');
  if (board.members > 0) {
    if (!board.metOn) return refuse('met-missing');
    if (board.present < board.quorum)
      return refuse('quorum-missing', { present: board.present, quorum: board.quorum });
    if (board.metOn > facts.decidedOn) return refuse('met-later');
  }
  if (facts.decidedOn > facts.today) return refuse('day-ahead');
  if (items.length === 0) return refuse('all-deferred');
  for (const item of items) {
    const problem = problemOfItem(item);
    if (problem) return refuse(problem, { number: item.number });
  }
  const needed = items
    .filter(({ proposal }) => proposal === 'award')
    .reduce((total, { yen }) => total + yen, 0);
  return needed > facts.freeYen
    ? refuse('more-than-free', { needed, free: facts.freeYen, over: needed - facts.freeYen })
    : ok({ needed });
}

/** Back to the officer, with what is to be looked at again. */
export function decideReturn(
  pack: { state: string; revision: number },
  { revision, reason }: { revision: number; reason: string },
): Result<'return', PackRefusal> {
  if (pack.state !== 'proposed') return refuse('not-proposed');
  if (pack.revision !== revision) return refuse('changed-meanwhile');
  return reason.trim() ? ok('return') : refuse('reason-missing');
}

/** 補助の期間: from the decision to the end of the call's fiscal year; of the decision's own, where it comes after that. */
export function periodOf(
  decidedOn: string,
  { fiscalYear }: { fiscalYear: number },
): { startsOn: string; endsOn: string } {
  const year = Math.max(fiscalYear, fiscalYearOf(decidedOn));
  return { startsOn: decidedOn, endsOn: `${year + 1}-03-31` };
}
