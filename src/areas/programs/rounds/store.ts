import { and, asc, count, desc, eq, ne } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { reminders, rounds } from './tables.ts';

export type Round = typeof rounds.$inferSelect;
export type Reminder = typeof reminders.$inferSelect;

export async function findRound(tx: Tx, id: string): Promise<Round> {
  const [row] = await tx.select().from(rounds).where(eq(rounds.id, id));
  if (!row) throw new NotFound('round');
  return row;
}

export async function lockRound(tx: Tx, id: string): Promise<Round> {
  const [row] = await tx.select().from(rounds).where(eq(rounds.id, id)).for('update');
  if (!row) throw new NotFound('round');
  return row;
}

/** Newest year first, in a year the newest round first. */
export async function listRounds(tx: Tx): Promise<Round[]> {
  return tx.select().from(rounds).orderBy(desc(rounds.fiscalYear), desc(rounds.openedAt));
}

export async function listOpenRounds(tx: Tx): Promise<Round[]> {
  return tx.select().from(rounds).where(eq(rounds.status, 'open')).orderBy(asc(rounds.deadlineOn));
}

/** Open rounds of a year, the one with this id left out. */
export async function countOpenRounds(
  tx: Tx,
  { fiscalYear, except }: { fiscalYear: number; except?: string },
): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(rounds)
    .where(
      and(
        eq(rounds.fiscalYear, fiscalYear),
        eq(rounds.status, 'open'),
        except ? ne(rounds.id, except) : undefined,
      ),
    );
  return row?.count ?? 0;
}

export async function insertRound(tx: Tx, round: typeof rounds.$inferInsert): Promise<Round> {
  const [row] = await tx.insert(rounds).values(round).returning();
  if (!row) throw new Error('round was not written');
  return row;
}

export async function updateRound(
  tx: Tx,
  id: string,
  change: Partial<Pick<Round, 'status' | 'closedAt' | 'deadlineOn' | 'title' | 'message'>>,
): Promise<void> {
  await tx.update(rounds).set(change).where(eq(rounds.id, id));
}

export async function insertReminder(tx: Tx, reminder: typeof reminders.$inferInsert): Promise<void> {
  await tx.insert(reminders).values(reminder);
}

export async function listReminders(tx: Tx, roundId: string): Promise<Reminder[]> {
  return tx.select().from(reminders).where(eq(reminders.roundId, roundId)).orderBy(asc(reminders.sentAt));
}
