import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { directoryEditor, directoryKeeper, mustWriteService } from '../access.ts';
import { withdrawLinks } from '../confirmations/store.ts';
import { verifyService } from '../services/actions.ts';
import { findService } from '../services/store.ts';
import type { WriteResult } from '../services/write.ts';
import { linkMail } from './jobs.ts';

/** Somebody signed in says that an entry is right: for its owner where they belong to it, else for the keepers. */
export async function confirmEntry(
  db: Db,
  who: Who,
  { serviceId }: { serviceId: string },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const service = await findService(tx, serviceId);
    mustWriteService(who, service);
    const own = organisationsWith(who, directoryEditor).includes(service.organisationId);
    const organisationId = own
      ? service.organisationId
      : (organisationsWith(who, directoryKeeper)[0] ?? service.organisationId);
    return verifyService(tx, who, { serviceId, organisationId }, now);
  });
}

export type LinkRefusal = 'not-shown';

/** Mails the owner a link now, without waiting for the morning. A sealed entry or a draft gets none. */
export async function sendLink(
  db: Db,
  who: Who,
  { serviceId }: { serviceId: string },
  now = new Date(),
): Promise<Result<'sent', LinkRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const service = await findService(tx, serviceId);
    mustWriteService(who, service);
    if (service.publishedAt === null || service.sealed) return refuse('not-shown');
    await enqueue(tx, linkMail, { serviceId }, { key: `${linkMail.name} ${serviceId}` });
    await record(tx, { event: 'confirmation.send', subject: { kind: 'service', id: serviceId } }, now);
    return ok('sent');
  });
}

/** Takes every link of an entry back: it went to the wrong address, or was passed on. */
export async function takeLinksBack(
  db: Db,
  who: Who,
  { serviceId }: { serviceId: string },
  now = new Date(),
): Promise<Result<{ links: number }, never>> {
  return inTransaction(db, who, async (tx) => {
    mustWriteService(who, await findService(tx, serviceId));
    const links = await withdrawLinks(tx, serviceId, now);
    const event = { event: 'confirmation.withdraw', subject: { kind: 'service', id: serviceId } } as const;
    await record(tx, { ...event, facts: { links } }, now);
    return ok({ links });
  });
}
