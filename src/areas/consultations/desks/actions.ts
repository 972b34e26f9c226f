import { hasRole, administrator, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { can, supervises } from '../access.ts';
import type { DeskSettings } from './settings.ts';
import { insertDesk } from './store.ts';

/** Gives an organisation its desk. */
export async function openDesk(
  db: Db,
  who: Who,
  desk: {
    organisationId: string;
    code: string;
    nameJa: string;
    nameEn: string;
    serviceId?: string | null;
    settings: DeskSettings;
  },
  now = new Date(),
): Promise<void> {
  const { organisationId: id, ...rest } = desk;
  if (who.kind !== 'system' && !hasRole(who, administrator) && !supervises(who, id))
    throw new Forbidden(can.runDesk.name);
  await inTransaction(db, who, async (tx) => {
    await insertDesk(tx, { id, ...rest, createdAt: now });
    await record(tx, { event: 'desk.open', subject: { kind: 'desk', id } }, now);
  });
}
