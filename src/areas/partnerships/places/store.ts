import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { placeDays, placeSessions } from './tables.ts';

export type SessionRow = typeof placeSessions.$inferSelect;
export type PlaceDay = typeof placeDays.$inferSelect;

/** What was said of the sessions of places between two days, both inclusive. */
export async function listSaid(
  tx: Tx,
  { serviceIds, from, to }: { serviceIds: readonly string[]; from: string; to: string },
): Promise<SessionRow[]> {
  if (serviceIds.length === 0) return [];
  return tx
    .select()
    .from(placeSessions)
    .where(
      and(
        inArray(placeSessions.serviceId, [...serviceIds]),
        gte(placeSessions.day, from),
        lte(placeSessions.day, to),
      ),
    )
    .orderBy(asc(placeSessions.day), asc(placeSessions.opens));
}

/** Counts its changes up by itself. */
export async function writeSession(
  tx: Tx,
  row: Omit<typeof placeSessions.$inferInsert, 'id' | 'sequence'>,
): Promise<void> {
  const { opens, closes, title, state, reason, changedAt } = row;
  await tx
    .insert(placeSessions)
    .values({ ...row, sequence: 1 })
    .onConflictDoUpdate({
      target: [placeSessions.serviceId, placeSessions.day, placeSessions.slot],
      set: {
        opens,
        closes,
        title,
        state,
        reason,
        changedAt,
        sequence: sql`${placeSessions.sequence} + 1`,
      },
    });
}

export async function findDay(
  tx: Tx,
  { serviceId, day }: { serviceId: string; day: string },
): Promise<PlaceDay | undefined> {
  const [row] = await tx
    .select()
    .from(placeDays)
    .where(and(eq(placeDays.serviceId, serviceId), eq(placeDays.day, day)));
  return row;
}

export async function writeDay(tx: Tx, row: typeof placeDays.$inferInsert): Promise<void> {
  const { open, note, saidAt } = row;
  await tx
    .insert(placeDays)
    .values(row)
    .onConflictDoUpdate({
      target: [placeDays.serviceId, placeDays.day],
      set: { open, note, saidAt },
    });
}
