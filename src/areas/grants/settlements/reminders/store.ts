import { and, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantReminders } from './tables.ts';

type Reminder = Omit<typeof grantReminders.$inferInsert, 'id'>;

/** What a group was told already about this day. */
export async function listSent(
  tx: Tx,
  { awardId, about, dueOn }: Pick<Reminder, 'awardId' | 'about' | 'dueOn'>,
): Promise<string[]> {
  const rows = await tx
    .select({ step: grantReminders.step })
    .from(grantReminders)
    .where(
      and(
        eq(grantReminders.awardId, awardId),
        eq(grantReminders.about, about),
        eq(grantReminders.dueOn, dueOn),
      ),
    );
  return rows.map(({ step }) => step);
}

export async function insertReminder(tx: Tx, row: Reminder): Promise<void> {
  await tx.insert(grantReminders).values(row);
}
