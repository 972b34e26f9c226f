import { and, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { measures } from '../measures/tables.ts';
import { measureOffers } from './tables.ts';

type Row = typeof measureOffers.$inferSelect;
/** Without its file, which is fetched alone. */
export type Offer = Omit<Row, 'file'>;

const { file: _, ...columns } = getTableColumns(measureOffers);

/** Of a program, newest first. */
export async function listOffers(tx: Tx, programId: string): Promise<Offer[]> {
  return tx
    .select(columns)
    .from(measureOffers)
    .innerJoin(measures, eq(measures.id, measureOffers.measureId))
    .where(eq(measures.programId, programId))
    .orderBy(desc(measureOffers.offeredAt), desc(measureOffers.id));
}

/** Of these measures, newest first, held until the transaction ends. */
export async function lockOffers(tx: Tx, measureIds: readonly string[]): Promise<Offer[]> {
  return tx
    .select(columns)
    .from(measureOffers)
    .where(inArray(measureOffers.measureId, [...measureIds]))
    .orderBy(desc(measureOffers.offeredAt), desc(measureOffers.id))
    .for('update');
}

export async function lockOffer(tx: Tx, { programId, offerId }: { programId: string; offerId: string }) {
  const [row] = await tx
    .select({ offer: columns })
    .from(measureOffers)
    .innerJoin(measures, eq(measures.id, measureOffers.measureId))
    .where(and(eq(measureOffers.id, offerId), eq(measures.programId, programId)))
    .for('update', { of: measureOffers });
  if (!row) throw new NotFound('offer');
  return row.offer;
}

export async function findOfferFile(
  tx: Tx,
  { programId, offerId }: { programId: string; offerId: string },
): Promise<Pick<Row, 'file' | 'sha256'>> {
  const [row] = await tx
    .select({ file: measureOffers.file, sha256: measureOffers.sha256 })
    .from(measureOffers)
    .innerJoin(measures, eq(measures.id, measureOffers.measureId))
    .where(and(eq(measureOffers.id, offerId), eq(measures.programId, programId)));
  if (!row) throw new NotFound('offer');
  return row;
}

export async function insertOffer(tx: Tx, row: typeof measureOffers.$inferInsert): Promise<string> {
  const [made] = await tx.insert(measureOffers).values(row).returning({ id: measureOffers.id });
  if (!made) throw new Error('offer was not written');
  return made.id;
}

export async function updateOffer(
  tx: Tx,
  id: string,
  change: Partial<typeof measureOffers.$inferInsert>,
): Promise<void> {
  await tx.update(measureOffers).set(change).where(eq(measureOffers.id, id));
}

export async function deleteOffers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(measureOffers).where(inArray(measureOffers.id, [...ids]));
}
