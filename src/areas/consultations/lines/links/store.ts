import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { lineFriends } from '../friends/tables.ts';
import { lineLinks } from './tables.ts';

export async function insertLink(tx: Tx, link: typeof lineLinks.$inferInsert): Promise<void> {
  await tx.insert(lineLinks).values(link);
}

/** Whose link it is, if it still opens something. */
export async function findLink(
  tx: Tx,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<{ friendId: string; deskId: string; lang: string } | undefined> {
  const { id: friendId, deskId, lang } = lineFriends;
  const [row] = await tx
    .select({ friendId, deskId, lang })
    .from(lineLinks)
    .innerJoin(lineFriends, eq(lineFriends.id, lineLinks.friendId))
    .where(and(eq(lineLinks.tokenHash, tokenHash), isNull(lineLinks.usedAt), gt(lineLinks.expiresAt, now)));
  return row;
}

/** Uses a link up: of two who try at once, one has it. */
export async function useUp(tx: Tx, { tokenHash, now }: { tokenHash: string; now: Date }): Promise<boolean> {
  const rows = await tx
    .update(lineLinks)
    .set({ usedAt: now })
    .where(and(eq(lineLinks.tokenHash, tokenHash), isNull(lineLinks.usedAt), gt(lineLinks.expiresAt, now)))
    .returning({ friendId: lineLinks.friendId });
  return rows.length > 0;
}

export async function removeLinksBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(lineLinks).where(lt(lineLinks.expiresAt, before));
}
