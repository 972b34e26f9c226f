import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { placePhotos } from './tables.ts';

export type PlacePhoto = typeof placePhotos.$inferSelect;

/** Those that stand on the public page. */
export async function listPhotos(tx: Tx, serviceId: string): Promise<PlacePhoto[]> {
  return tx
    .select()
    .from(placePhotos)
    .where(and(eq(placePhotos.serviceId, serviceId), isNull(placePhotos.removedAt)))
    .orderBy(asc(placePhotos.addedAt), asc(placePhotos.id));
}

/** One that stands there; NotFound for one that was taken off. */
export async function findPhoto(
  tx: Tx,
  { serviceId, photoId }: { serviceId: string; photoId: string },
): Promise<PlacePhoto> {
  const [row] = await tx
    .select()
    .from(placePhotos)
    .where(
      and(eq(placePhotos.id, photoId), eq(placePhotos.serviceId, serviceId), isNull(placePhotos.removedAt)),
    );
  if (!row) throw new NotFound('place photo');
  return row;
}

export async function insertPhoto(tx: Tx, row: typeof placePhotos.$inferInsert): Promise<void> {
  await tx.insert(placePhotos).values(row);
}

export async function removePhotoRow(tx: Tx, photoId: string, removedAt: Date): Promise<void> {
  await tx.update(placePhotos).set({ removedAt }).where(eq(placePhotos.id, photoId));
}
