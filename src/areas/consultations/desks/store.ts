import { asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { desks } from './tables.ts';

export type Desk = typeof desks.$inferSelect;

export async function findDesk(tx: Tx, id: string): Promise<Desk> {
  const [row] = await tx.select().from(desks).where(eq(desks.id, id));
  if (!row) throw new NotFound('desk');
  return row;
}

export async function findDeskByCode(tx: Tx, code: string): Promise<Desk> {
  const [row] = await tx.select().from(desks).where(eq(desks.code, code));
  if (!row || row.closedAt) throw new NotFound('desk');
  return row;
}

/** The desks that are there, in the order of their codes. */
export async function listDesks(tx: Tx): Promise<Desk[]> {
  return tx.select().from(desks).where(isNull(desks.closedAt)).orderBy(asc(desks.code));
}

export async function insertDesk(tx: Tx, desk: typeof desks.$inferInsert): Promise<void> {
  await tx.insert(desks).values(desk);
}
