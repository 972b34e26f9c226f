import { and, count, desc, eq, gt, isNull, ne, notExists } from 'drizzle-orm';
import type { Tx } from '../../database/database.ts';
import { NotFound } from '../../errors.ts';
import { hashToken } from '../../sign-in/sessions.ts';
import { invitations, people } from '../tables.ts';

export type Invitation = typeof invitations.$inferSelect;

export async function findInvitationByToken(tx: Tx, token: string): Promise<Invitation | undefined> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  return row;
}

/** The invitation, held until the end of the transaction: of two who accept at once, the second finds it accepted. */
export async function lockInvitationByToken(tx: Tx, token: string): Promise<Invitation | undefined> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)))
    .for('update');
  return row;
}

export async function lockInvitation(tx: Tx, id: string): Promise<Invitation> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for('update');
  if (!row) throw new NotFound('invitation');
  return row;
}

/** Invitations that wait for a person to join, the newest first; also those whose time is over. */
export async function listWaitingInvitations(tx: Tx): Promise<Invitation[]> {
  return tx
    .select()
    .from(invitations)
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        ne(invitations.email, ''),
        notExists(tx.select({ id: people.id }).from(people).where(eq(people.email, invitations.email))),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(200);
}

export async function hasOpenInvitation(tx: Tx, email: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function insertInvitation(tx: Tx, row: typeof invitations.$inferInsert): Promise<string> {
  const [written] = await tx.insert(invitations).values(row).returning({ id: invitations.id });
  if (!written) throw new Error('invitation was not written');
  return written.id;
}

export async function updateInvitation(
  tx: Tx,
  id: string,
  change: Partial<Pick<Invitation, 'tokenHash' | 'expiresAt' | 'acceptedAt' | 'revokedAt'>>,
): Promise<void> {
  await tx.update(invitations).set(change).where(eq(invitations.id, id));
}

/** Ends every other link that was sent to an address. */
export async function revokeLinksTo(tx: Tx, email: string, now: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
}

export async function findPersonByEmail(
  tx: Tx,
  email: string,
): Promise<{ id: string; disabledAt: Date | null } | undefined> {
  const [row] = await tx
    .select({ id: people.id, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.email, email));
  return row;
}

export async function countPeople(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(people);
  return row?.count ?? 0;
}

export async function updatePassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx
    .update(people)
    .set({ passwordHash, failedTries: 0, lockedUntil: null })
    .where(eq(people.id, personId));
}
