import { asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedSelect } from '#platform/database/prepared.ts';
import { NotFound } from '#platform/errors.ts';
import { desks } from './tables.ts';

export type Desk = typeof desks.$inferSelect;

export async function findDesk(tx: Tx, id: string): Promise<Desk> {
  const [row] = await deskById(tx, id);
  if (!row) throw new NotFound('desk');
  return row;
}
const deskById = preparedSelect(desks, { name: 'desk', condition: 'where t.id = $1' });

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

export async function hasDesk(tx: Tx, id: string): Promise<boolean> {
  return (await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, id))).length > 0;
}

export async function hasCode(tx: Tx, code: string): Promise<boolean> {
  return (await tx.select({ id: desks.id }).from(desks).where(eq(desks.code, code))).length > 0;
}

/** Holds the desk until the transaction ends: changes of its settings and shifts come one after the other. */
export async function lockDesk(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, id)).for('update');
}

export async function updateDesk(
  tx: Tx,
  id: string,
  change: Partial<Pick<Desk, 'nameJa' | 'nameEn' | 'settings' | 'version'>>,
): Promise<void> {
  await tx.update(desks).set(change).where(eq(desks.id, id));
}

/** Also those that were closed: what they promised is still kept. */
export async function listAllDesks(tx: Tx): Promise<Desk[]> {
  return tx.select().from(desks).orderBy(asc(desks.code));
}
