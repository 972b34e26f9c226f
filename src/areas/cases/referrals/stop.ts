import type { Tx } from '#platform/database/database.ts';
import { insertMove, listOnBasis, updateReferral } from './store.ts';

/** Everything on its way that stands on a basis stops at once: state, what could still be read, and with them the link. Gives how many. */
export async function stopReferrals(tx: Tx, basisId: string, now: Date): Promise<number> {
  const standing = await listOnBasis(tx, basisId);
  for (const { id, caseId, toOrganisationId } of standing) {
    await updateReferral(tx, id, { state: 'cancelled', reason: 'withdrawn', sealedKey: null });
    await insertMove(tx, {
      referralId: id,
      caseId,
      toOrganisationId,
      move: 'cancel',
      by: 'product',
      personId: tx.who.kind === 'person' ? tx.who.personId : null,
      reason: 'withdrawn',
      at: now,
    });
  }
  return standing.length;
}
