import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { memberships, people } from '../people/tables.ts';
import type { TryFacts } from './rules.ts';
import { sessions, totpSecrets } from './tables.ts';

const signIn = {
  id: people.id,
  passwordHash: people.passwordHash,
  failedTries: people.failedTries,
  lockedUntil: people.lockedUntil,
};
export type SignInRow = { id: string; passwordHash: string | null } & TryFacts;

/** The person behind an e-mail address or id, if they may sign in at all, locked until the end of the transaction. */
export async function lockSignIn(
  tx: Tx,
  by: { email: string } | { personId: string },
): Promise<SignInRow | undefined> {
  const is = 'email' in by ? eq(people.email, by.email) : eq(people.id, by.personId);
  const [row] = await tx
    .select(signIn)
    .from(people)
    .where(and(is, isNull(people.disabledAt)))
    .for('update');
  return row;
}

export async function updateTries(tx: Tx, personId: string, tries: TryFacts): Promise<void> {
  await tx
    .update(people)
    .set({ failedTries: tries.failedTries, lockedUntil: tries.lockedUntil })
    .where(eq(people.id, personId));
}

/** Gives one counted try back: it was right, but the sign-in is not complete. */
export async function giveTryBack(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(people)
    .set({ failedTries: sql`greatest(${people.failedTries} - 1, 0)`, lockedUntil: null })
    .where(eq(people.id, personId));
}

export async function hasTotp(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ at: totpSecrets.confirmedAt })
    .from(totpSecrets)
    .where(eq(totpSecrets.personId, personId));
  return Boolean(row?.at);
}

/** Roles that somebody holds at present, whether or not their session makes them count. */
export async function listRolesHeld(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
  return rows.map((row) => row.role);
}

export type SessionRow = typeof sessions.$inferSelect;

export async function findSessionRow(tx: Tx, sessionId: string): Promise<SessionRow> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!row) throw new NotFound('session');
  return row;
}

/** Sessions that still count, the latest used first. */
export async function listSessions(
  tx: Tx,
  { personId, idleSince }: { personId: string; idleSince: Date },
  now: Date,
): Promise<SessionRow[]> {
  return tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, idleSince),
      ),
    )
    .orderBy(sql`${sessions.seenAt} desc`);
}
