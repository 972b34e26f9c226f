import type { Tx } from '#platform/database/database.ts';
import { isOver, type ReferralState } from './rules.ts';
import { insertMove, listOnBasis, listOnwardOf, type Referral, updateReferral } from './store.ts';

/**
 * Everything that stands on a basis stops at once: state, what could still be read, and with it the link; also what a receiver has
 * passed on from there. What was already served keeps its state, and can no longer be read. Gives how many were on their way.
 */
export async function stopReferrals(tx: Tx, basisId: string, now: Date): Promise<number> {
  const found: Referral[] = [];
  for (let more = await listOnBasis(tx, basisId); more.length > 0; ) {
    found.push(...more);
    more = await listOnwardOf(
      tx,
      more.map(({ id }) => id),
    );
  }
  const standing = found.filter(({ state }) => !isOver(state as ReferralState));
  for (const referral of standing) await stopReferral(tx, referral, 'withdrawn', now);
  return standing.filter(({ state }) => state !== 'completed').length;
}

type WhyStopped = 'withdrawn' | 'basis-over';

export async function stopReferral(tx: Tx, referral: Referral, why: WhyStopped, now: Date): Promise<void> {
  const { id, caseId, toOrganisationId, onwardBy, state } = referral;
  if (state === 'completed') return updateReferral(tx, id, { sealedKey: null });
  await updateReferral(tx, id, { state: 'cancelled', stateAt: now, reason: why, sealedKey: null });
  await insertMove(tx, {
    referralId: id,
    caseId,
    toOrganisationId,
    onwardBy,
    move: 'cancel',
    by: 'product',
    personId: tx.who.kind === 'person' ? tx.who.personId : null,
    reason: why,
    at: now,
  });
}
