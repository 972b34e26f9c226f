import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { exchangePhotos } from '../tables.ts';

export type Photo = typeof exchangePhotos.$inferSelect;

export async function listPhotos(tx: Tx, postId: string): Promise<Photo[]> {
  return tx
    .select()
    .from(exchangePhotos)
    .where(eq(exchangePhotos.postId, postId))
    .orderBy(asc(exchangePhotos.position), asc(exchangePhotos.id));
}

/** Of a post that may be seen. */
export async function findPhoto(tx: Tx, id: string): Promise<Photo> {
  const [row] = await tx.select().from(exchangePhotos).where(eq(exchangePhotos.id, id));
  if (!row) throw new NotFound('photo');
  return row;
}

export async function insertPhoto(tx: Tx, row: typeof exchangePhotos.$inferInsert): Promise<void> {
  await tx.insert(exchangePhotos).values(row);
}

export async function deletePhoto(tx: Tx, id: string): Promise<void> {
  await tx.delete(exchangePhotos).where(eq(exchangePhotos.id, id));
}
