import { randomBytes } from 'node:crypto';
import { connectChannel } from '#areas/consultations/lines/channels/actions.ts';
import { findConnection } from '#areas/consultations/lines/channels/store.ts';
import { listDesks } from '#areas/consultations/desks/store.ts';
import type { Stage } from './programs.ts';

/** Desks with a LINE door have a channel whose messages go nowhere; its keys are made here and known to nobody. */
export async function connectLine({ tx, who, vault, now }: Stage): Promise<void> {
  for (const { id: deskId, settings } of await listDesks(tx)) {
    if (!settings.doors.line?.open || (await findConnection(tx, deskId))) continue;
    const secret = randomBytes(16).toString('hex');
    const token = randomBytes(64).toString('base64');
    await connectChannel(tx, who, { vault, deskId, secret, token, sends: false }, now);
  }
}
