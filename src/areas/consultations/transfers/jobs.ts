import { record } from '#platform/audit/ledger.ts';
import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { announce } from '#platform/live/announce.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import { closeTransfer, lockTransfer } from './store.ts';

/** What an offer enqueues for the moment at which its time is up; carried out by `offerJob`. */
export const expiryOfOffer = { name: 'transfer.expire' } as Job<{ transferId: string }>;

/** Nobody answered: the conversation stays with who offered it, and both desks see so. */
export const offerJob: Job<{ transferId: string }> = {
  name: expiryOfOffer.name,
  run: ({ db, who, now }, { transferId }) =>
    inTransaction(db, who, async (tx) => {
      const offer = await lockTransfer(tx, transferId);
      if (offer?.state !== 'offered' || offer.dueAt > now) return;
      await closeTransfer(tx, transferId, { state: 'expired', answeredAt: now });
      const { contactId, fromDeskId, toDeskId } = offer;
      const subject = { kind: 'contact', id: contactId };
      await record(tx, { event: 'transfer.expire', subject, facts: { transferId } }, now);
      await announce(tx, contactTopic(contactId), deskTopic(fromDeskId), deskTopic(toDeskId));
    }),
};
