import { randomBytes } from 'node:crypto';
import { type Database, inTransaction } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { connectChannel } from '#areas/consultations/lines/channels/actions.ts';
import { findConnection } from '#areas/consultations/lines/channels/store.ts';
import { listDesks } from '#areas/consultations/desks/store.ts';
import { loader } from '../progress.ts';

/**
 * The demo world's desks with a LINE door have a channel whose messages go nowhere. Its keys are sealed, so they come when the
 * vault is there; they are made here and known to nobody.
 */
export async function connectDemoLine(db: Database, vault: Vault, now = new Date()): Promise<void> {
  await inTransaction(db, loader, async (tx) => {
    for (const { id: deskId, settings } of await listDesks(tx)) {
      if (!settings.doors.line?.open || (await findConnection(tx, deskId))) continue;
      const secret = randomBytes(16).toString('hex');
      const token = randomBytes(64).toString('base64');
      await connectChannel(tx, loader, { vault, deskId, secret, token, sends: false }, now);
    }
  });
}
