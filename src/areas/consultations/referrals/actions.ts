import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import type { Result } from '#platform/result.ts';
import { findPublicService } from '#areas/directory/index.ts';
import { lockContact } from '../contacts/store.ts';
import { contactTopic } from '../messages/keys.ts';
import { decideReferral, type ReferralRefusal, type Way } from './rules.ts';
import { insertReferral, listReferrals, removeReferral } from './store.ts';

interface Referring {
  readonly contactId: string;
  readonly serviceId: string;
  readonly how: string;
}

/** Keeps with the record which desk or scheme of the directory somebody was told of or passed on to. */
export async function refer(
  db: Db,
  who: PersonWho,
  { contactId, serviceId, how }: Referring,
  now = new Date(),
): Promise<Result<Way, ReferralRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const decision = decideReferral({
      erased: contact.erasedAt !== null,
      known: (await findPublicService(tx, serviceId)) !== undefined,
      how,
      before: await listReferrals(tx, contactId),
      serviceId,
    });
    if (!decision.ok) return decision;
    const row = { contactId, deskId: contact.deskId, serviceId, how: decision.value, at: now };
    await insertReferral(tx, row);
    const facts = { serviceId, how: decision.value };
    await record(tx, { event: 'contact.refer', subject: { kind: 'contact', id: contactId }, facts }, now);
    await announce(tx, contactTopic(contactId));
    return decision;
  });
}

/** It was another one after all. */
export async function takeBackReferral(
  db: Db,
  who: PersonWho,
  { contactId, id }: { contactId: string; id: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await lockContact(tx, contactId);
    if (!(await removeReferral(tx, { contactId, id }))) throw new NotFound('referral');
    await record(tx, { event: 'contact.refer-undo', subject: { kind: 'contact', id: contactId } }, now);
  });
}
