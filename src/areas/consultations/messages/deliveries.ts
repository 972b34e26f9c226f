import type { Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';

export interface Delivery {
  readonly contactId: string;
  readonly messageId: string;
}

/** Who takes words to a person that is on no page of ours, by the door they came through: a job of that door's slice. */
const carriers: Readonly<Record<string, string>> = { line: 'line.deliver', mail: 'mail.deliver' };

/** Senders whose words are for the person. */
const forPerson: readonly string[] = ['counsellor', 'bot', 'notice'];

/** A message for the person goes out after the commit, exactly if there is one; on our own pages it is simply there. */
export async function enqueueDelivery(
  tx: Tx,
  contact: { readonly id: string; readonly door: string },
  { messageId, sender }: { messageId: string; sender: string },
): Promise<void> {
  const carrier = carriers[contact.door];
  if (!carrier || !forPerson.includes(sender)) return;
  await enqueue(tx, { name: carrier } as Job<Delivery>, { contactId: contact.id, messageId });
}
