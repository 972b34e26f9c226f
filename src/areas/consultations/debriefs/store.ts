import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { debriefs } from './tables.ts';

interface Key {
  readonly contactId: string;
  readonly personId: string;
}

const of = ({ contactId, personId }: Key) =>
  and(eq(debriefs.contactId, contactId), eq(debriefs.personId, personId));

export type Debrief = typeof debriefs.$inferSelect;

export async function findDebrief(tx: Tx, key: Key): Promise<Debrief | undefined> {
  const [row] = await tx.select().from(debriefs).where(of(key));
  return row;
}

/** One note of a person about a contact: the later words replace the earlier ones, and so does their key. */
export async function writeDebrief(tx: Tx, note: Debrief): Promise<void> {
  const { id, sealedKey, sealed, writtenAt } = note;
  await tx
    .insert(debriefs)
    .values(note)
    .onConflictDoUpdate({
      target: [debriefs.contactId, debriefs.personId],
      set: { id, sealedKey, sealed, writtenAt },
    });
}

export async function removeDebrief(tx: Tx, key: Key): Promise<void> {
  await tx.delete(debriefs).where(of(key));
}

/** Notes that are old, and those of people who no longer work at the desk. */
export async function eraseDebriefs(tx: Tx, { writtenBefore }: { writtenBefore: Date }): Promise<number> {
  const stillThere = sql`exists (select from memberships m join people p on p.id = m.person_id
    where m.person_id = ${debriefs.personId} and m.organisation_id = ${debriefs.deskId}
      and m.ended_at is null and p.disabled_at is null)`;
  const gone = await tx
    .delete(debriefs)
    .where(or(lt(debriefs.writtenAt, writtenBefore), sql`not ${stillThere}`))
    .returning({ id: debriefs.id });
  return gone.length;
}
