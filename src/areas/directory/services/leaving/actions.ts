import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, refuse } from '#platform/result.ts';
import { can, isKeeper } from '../../access.ts';
import { decideDiscard } from '../rules.ts';
import { deleteService, isOpenOwner } from '../store.ts';
import { wasPublished } from '../../versions/store.ts';
import { holdService, writeChange, type WriteResult } from '../write.ts';

/** How an entry leaves its organisation: given to another, or thrown away before anybody saw it. */

/** Another organisation answers for it from now on. */
export async function moveService(
  db: Db,
  who: Who,
  { serviceId, organisationId, note = '' }: { serviceId: string; organisationId: string; note?: string },
  now = new Date(),
): Promise<WriteResult> {
  if (!isKeeper(who)) throw new Forbidden(can.moveEntry.name);
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    if (held.organisationId === organisationId) return refuse('already-so');
    if (!(await isOpenOwner(tx, organisationId))) return refuse('owner-unknown');
    return writeChange(tx, held, { how: 'move', note, fields: { organisationId } }, now);
  });
}

/** Throws a draft away that was never published: nobody outside ever saw it. */
export async function discardService(
  db: Db,
  who: Who,
  { serviceId }: { serviceId: string },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const { version, sealed, publishedAt } = await holdService(tx, serviceId);
    const decision = decideDiscard({ sealed, publishedAt, wasPublished: await wasPublished(tx, serviceId) });
    if (!decision.ok) return decision;
    await deleteService(tx, serviceId);
    await record(tx, { event: 'service.discard', subject: { kind: 'service', id: serviceId } }, now);
    return ok({ serviceId, version });
  });
}
