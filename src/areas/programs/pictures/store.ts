import { asc, eq, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { pictures } from './tables.ts';

export type Picture = typeof pictures.$inferSelect;

export async function listPictures(tx: Tx, programId: string): Promise<Picture[]> {
  return tx
    .select()
    .from(pictures)
    .where(eq(pictures.programId, programId))
    .orderBy(asc(pictures.position), asc(pictures.id));
}

export async function findPicture(tx: Tx, id: string): Promise<Picture> {
  const [row] = await tx.select().from(pictures).where(eq(pictures.id, id));
  if (!row) throw new NotFound('picture');
  return row;
}

export async function insertPicture(
  tx: Tx,
  picture: Pick<Picture, 'programId' | 'fileId' | 'alternative' | 'caption'>,
): Promise<string> {
  const [last] = await tx
    .select({ position: max(pictures.position) })
    .from(pictures)
    .where(eq(pictures.programId, picture.programId));
  const [row] = await tx
    .insert(pictures)
    .values({ ...picture, position: (last?.position ?? -1) + 1 })
    .returning({ id: pictures.id });
  if (!row) throw new Error('picture was not written');
  return row.id;
}

export async function updatePicture(
  tx: Tx,
  id: string,
  fields: Pick<Picture, 'alternative' | 'caption'>,
): Promise<void> {
  await tx.update(pictures).set(fields).where(eq(pictures.id, id));
}

export async function deletePicture(tx: Tx, id: string): Promise<void> {
  await tx.delete(pictures).where(eq(pictures.id, id));
}
