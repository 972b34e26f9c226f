import { and, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { drafts } from './tables.ts';

interface Key {
  readonly contactId: string;
  readonly personId: string;
}

const of = ({ contactId, personId }: Key) =>
  and(eq(drafts.contactId, contactId), eq(drafts.personId, personId));

export async function findDraft(tx: Tx, key: Key): Promise<string | undefined> {
  const [row] = await tx.select({ sealed: drafts.sealed }).from(drafts).where(of(key));
  return row?.sealed;
}

export async function writeDraft(
  tx: Tx,
  { sealed, at, ...key }: Key & { sealed: string; at: Date },
): Promise<void> {
  await tx
    .insert(drafts)
    .values({ ...key, sealed, at })
    .onConflictDoUpdate({ target: [drafts.contactId, drafts.personId], set: { sealed, at } });
}

export async function removeDraft(tx: Tx, key: Key): Promise<void> {
  await tx.delete(drafts).where(of(key));
}
