import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { placePaperNotices, placePapers } from './tables.ts';

export type PaperRow = typeof placePapers.$inferSelect;

/** Those that hold, of one place or of all that may be seen; up to a day of ending, if one is named. */
export async function listPapers(
  tx: Tx,
  { serviceId, endingBy }: { serviceId?: string; endingBy?: string },
): Promise<PaperRow[]> {
  return tx
    .select()
    .from(placePapers)
    .where(
      and(
        isNull(placePapers.endedAt),
        serviceId ? eq(placePapers.serviceId, serviceId) : undefined,
        endingBy ? lte(placePapers.expiresOn, endingBy) : undefined,
      ),
    )
    .orderBy(asc(placePapers.expiresOn), asc(placePapers.id));
}

export async function findPaper(
  tx: Tx,
  { serviceId, paperId }: { serviceId: string; paperId: string },
): Promise<PaperRow> {
  const [row] = await tx
    .select()
    .from(placePapers)
    .where(
      and(eq(placePapers.id, paperId), eq(placePapers.serviceId, serviceId), isNull(placePapers.endedAt)),
    );
  if (!row) throw new NotFound('place paper');
  return row;
}

export async function insertPaper(tx: Tx, row: typeof placePapers.$inferInsert): Promise<void> {
  await tx.insert(placePapers).values(row);
}

/** A newer one of its kind takes the place of what was there. */
export async function endPapersOf(
  tx: Tx,
  { serviceId, kind, endedAt }: { serviceId: string; kind: string; endedAt: Date },
): Promise<void> {
  await tx
    .update(placePapers)
    .set({ endedAt })
    .where(
      and(eq(placePapers.serviceId, serviceId), eq(placePapers.kind, kind), isNull(placePapers.endedAt)),
    );
}

export async function endPaperRow(tx: Tx, paperId: string, endedAt: Date): Promise<void> {
  await tx.update(placePapers).set({ endedAt }).where(eq(placePapers.id, paperId));
}

/** False when it was told already. */
export async function insertNotice(tx: Tx, row: typeof placePaperNotices.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(placePaperNotices)
    .values(row)
    .onConflictDoNothing()
    .returning({ paperId: placePaperNotices.paperId });
  return rows.length > 0;
}
