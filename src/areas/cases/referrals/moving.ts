import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type BasisRefusal, decideShare } from '../bases/rules.ts';
import { findBasis } from '../bases/store.ts';
import type { FieldClass } from '../relations/rules.ts';
import {
  decideMove,
  isCoded,
  type ReferralMove,
  type ReferralRefusal,
  type ReferralState,
  type Side,
} from './rules.ts';
import {
  insertMove,
  listMoves,
  listShares,
  type NewReferral,
  type Referral,
  updateReferral,
} from './store.ts';
import { sealReason } from './told.ts';

/** The letter to the other side after a move, written by the product: what it says and to whom, the mover need not know. */
export const referralMail = { name: 'referral.send' } as Job<{
  referralId: string;
  move: ReferralMove;
  /** The move that it tells of: a job that runs again after it was killed tells it once. */
  moveId: string;
}>;
/** The next in order is asked by itself. */
export const referralNext = { name: 'referral.next' } as Job<{ referralId: string }>;

/** By what way a move came: signed in, by the mailed link, or told by telephone and logged by the sender. */
export type By = 'account' | 'link' | 'telephone' | 'product';

export interface Moving {
  readonly referralId: string;
  readonly move: ReferralMove;
  readonly reason?: string;
  readonly outcome?: string;
}

/** One step: state, history, ledger and the letters that follow stand or fall together. The referral is locked. */
export async function applyMove(
  tx: Tx,
  { vault, referral }: { vault: Vault; referral: Referral },
  { move, side, by, reason = '', outcome = '' }: Moving & { side: readonly Side[]; by: By },
  now: Date,
): Promise<Result<ReferralState, ReferralRefusal | BasisRefusal>> {
  const state = referral.state as ReferralState;
  const decision = decideMove({ move, state, side, reason, outcome });
  if (!decision.ok) return decision.refusal === 'answered-before' ? answeredBefore(tx, referral) : decision;
  if (move === 'send') {
    const share = await decideSending(tx, referral, now);
    if (!share.ok) return share;
  }
  const code = isCoded(move) ? reason : null;
  await updateReferral(tx, referral.id, {
    state: decision.value,
    stateAt: now,
    reason: code,
    ...momentsOf(move, outcome, now),
    ...(decision.value === 'closed' ? { closedAt: now } : {}),
  });
  const said = { move, by, code, words: isCoded(move) ? '' : reason };
  const moveId = await writeMove(tx, { vault, referral }, said, now);
  await enqueueAfter(tx, referral, { move, by, moveId });
  const facts = { caseId: referral.caseId, from: state, to: decision.value, by };
  await record(tx, { event: `referral.${move}`, subject: { kind: 'referral', id: referral.id }, facts }, now);
  return decision;
}

/** Whether what a referral tells may go to its receiver now: asked when it is sent, and again before each letter. */
export async function decideSending(
  tx: Tx,
  { id, basisId, toOrganisationId }: Referral,
  now: Date,
): Promise<Result<'share', BasisRefusal>> {
  const consent = await findBasis(tx, basisId);
  const classes = (await listShares(tx, id)).map((share) => share.class as FieldClass);
  return decideShare({ consent, to: toOrganisationId, classes, on: tokyoDay(now) });
}

/** The second answer hears what the first was: state, way and moment. */
async function answeredBefore(tx: Tx, { id, state }: Referral) {
  const answer = (await listMoves(tx, id)).findLast(({ move }) => move === 'accept' || move === 'reject');
  const at = answer ? tokyoMinute(answer.at) : '';
  return refuse('answered-before', { state, by: answer?.by ?? 'product', at });
}

export async function writeMove(
  tx: Tx,
  { vault, referral }: { vault: Vault; referral: Referral },
  { move, by, code, words }: { move: ReferralMove; by: By; code: string | null; words: string },
  now: Date,
): Promise<string> {
  const moveId = crypto.randomUUID();
  const { id: referralId, caseId, toOrganisationId, onwardBy } = referral;
  await insertMove(tx, {
    id: moveId,
    referralId,
    caseId,
    toOrganisationId,
    onwardBy,
    move,
    by,
    personId: tx.who.kind === 'person' ? tx.who.personId : null,
    reason: code,
    sealedReason: words ? sealReason(vault, referral, { moveId, text: words }) : null,
    at: now,
  });
  return moveId;
}

/** Who has to know is told, in the same transaction; and who said that the next is asked by itself, is taken at their word. */
async function enqueueAfter(
  tx: Tx,
  referral: Referral,
  { move, by, moveId }: { move: ReferralMove; by: By; moveId: string },
): Promise<void> {
  const { id: referralId, state, advancedBy, furtherServiceIds } = referral;
  const goesOn = move === 'reject' && advancedBy === 'product' && furtherServiceIds.length > 0;
  if (goesOn) await enqueue(tx, referralNext, { referralId });
  const known = by === 'telephone' || move === 'close' || (move === 'cancel' && state === 'draft');
  if (!known && !goesOn) await enqueue(tx, referralMail, { referralId, move, moveId });
}

function momentsOf(move: ReferralMove, outcome: string, now: Date): Partial<NewReferral> {
  const moments: Partial<Record<ReferralMove, Partial<NewReferral>>> = {
    send: { requestedAt: now },
    accept: { acceptedAt: now },
    contact: { contactedAt: now },
    serve: { servedAt: now },
    close: { outcome },
  };
  return moments[move] ?? {};
}
