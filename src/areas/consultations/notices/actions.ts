import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { moved, openContact } from '../contacts/actions.ts';
import { type Contact, lockContact } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import { say } from '../messages/actions.ts';

export interface Noticed {
  readonly vault: Vault;
  readonly deskId: string;
  readonly text: string;
  readonly urgent: boolean;
  /** Five digits; null where it is not known. */
  readonly municipality: string | null;
}

export type NoticeRefusal = 'desk-gone' | 'desk-has-it';

/**
 * What somebody noticed of another person waits at a desk for a human; it has no hours, and nobody answers the noticer. The
 * transaction is the product's own, as all here: whoever noticed sees nothing of a desk.
 */
export async function receiveNotice(
  tx: Tx,
  { vault, deskId, text, urgent, municipality }: Noticed,
  now: Date,
): Promise<Result<{ contactId: string }, NoticeRefusal>> {
  if ((await findDesk(tx, deskId)).closedAt) return refuse('desk-gone');
  const fields = { about: 'friend', route: 'outreach', municipality, flags: urgent ? ['urgent'] : [] };
  const opening = { vault, deskId, door: 'notice', state: 'waiting', inHours: true, fields } as const;
  const { id: contactId } = await openContact(tx, tx.who, opening, now);
  const said = { vault, contactId, sender: 'person', text, key: `notice:${contactId}` } as const;
  const written = await say(tx, tx.who, said, now);
  if (!written.ok) throw new Error(`notice was not written: ${written.refusal}`);
  const subject = { kind: 'contact', id: contactId };
  await record(tx, { event: 'contact.notice', subject, facts: { deskId, urgent } }, now);
  return ok({ contactId });
}

/** Two notices of one person become one contact, while nobody at a desk has taken the second; its words are said in the first. */
export async function joinNotices(
  tx: Tx,
  { vault, from, into, text }: { vault: Vault; from: string; into: string; text: string },
  now: Date,
): Promise<Result<'joined', NoticeRefusal>> {
  // The smaller id first, so that two joins that cross do not wait for each other.
  const locked = new Map<string, Contact>();
  for (const id of [from, into].toSorted()) locked.set(id, await lockContact(tx, id));
  const [second, first] = [locked.get(from), locked.get(into)];
  if (!second || !first || second.state !== 'waiting' || first.state === 'ended')
    return refuse('desk-has-it');
  const joined = { vault, contactId: into, sender: 'person', text, key: `notice:${from}` } as const;
  const said = await say(tx, tx.who, joined, now);
  if (!said.ok) return refuse('desk-has-it');
  const change = { state: 'ended', endedAt: now, endReason: 'transferred' };
  await moved(tx, second, { event: 'contact.end', change }, now);
  return ok('joined');
}
