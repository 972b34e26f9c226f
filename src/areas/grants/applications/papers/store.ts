import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { type Application } from '../store.ts';
import { grantAlarms, grantApplications, grantPapers } from '../tables.ts';

export type PaperRow = typeof grantPapers.$inferSelect;
export type Alarm = typeof grantAlarms.$inferSelect;

/** Those that were not taken out again, in the order in which they came. */
export async function listPaperRows(tx: Tx, applicationId: string): Promise<PaperRow[]> {
  return tx
    .select()
    .from(grantPapers)
    .where(and(eq(grantPapers.applicationId, applicationId), isNull(grantPapers.removedAt)))
    .orderBy(asc(grantPapers.addedAt), asc(grantPapers.id));
}

export async function findPaperRow(tx: Tx, id: string): Promise<PaperRow> {
  const [row] = await tx.select().from(grantPapers).where(eq(grantPapers.id, id));
  if (!row) throw new NotFound('grant paper');
  return row;
}

export async function insertPaper(tx: Tx, row: typeof grantPapers.$inferInsert): Promise<void> {
  await tx.insert(grantPapers).values(row);
}

export async function updatePaper(
  tx: Tx,
  id: string,
  change: Pick<typeof grantPapers.$inferInsert, 'removedAt' | 'checkedAt'>,
): Promise<void> {
  await tx.update(grantPapers).set(change).where(eq(grantPapers.id, id));
}

/** The next papers by their id, each with its application: the nightly look goes through all of them. */
export async function listPapersAfter(
  tx: Tx,
  { after, limit }: { after: string; limit: number },
): Promise<{ paper: PaperRow; application: Application }[]> {
  const rows = await tx
    .select({ paper: grantPapers, application: grantApplications })
    .from(grantPapers)
    .innerJoin(grantApplications, eq(grantApplications.id, grantPapers.applicationId))
    .where(and(gt(grantPapers.id, after), isNull(grantPapers.removedAt)))
    .orderBy(asc(grantPapers.id))
    .limit(limit);
  return rows.flatMap(({ paper, application: { sealedKey, ...row } }) =>
    sealedKey === null ? [] : [{ paper, application: { ...row, sealedKey } }],
  );
}

/** The next applications by their id whose receipt holds: sent, and not being corrected. */
export async function listReceiptsAfter(
  tx: Tx,
  { after, limit }: { after: string; limit: number },
): Promise<Application[]> {
  const rows = await tx
    .select()
    .from(grantApplications)
    .where(
      and(
        gt(grantApplications.id, after),
        isNotNull(grantApplications.sealedKey),
        isNotNull(grantApplications.receiptHash),
        inArray(grantApplications.state, ['submitted', 'checked', 'decided', 'refused']),
      ),
    )
    .orderBy(asc(grantApplications.id))
    .limit(limit);
  return rows.flatMap(({ sealedKey, ...row }) => (sealedKey === null ? [] : [{ ...row, sealedKey }]));
}

/** False when this alarm was raised before. */
export async function insertAlarm(tx: Tx, row: typeof grantAlarms.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(grantAlarms)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: grantAlarms.id });
  return made.length > 0;
}

export async function listAlarms(tx: Tx, applicationId: string): Promise<Alarm[]> {
  return tx
    .select()
    .from(grantAlarms)
    .where(eq(grantAlarms.applicationId, applicationId))
    .orderBy(asc(grantAlarms.foundAt), asc(grantAlarms.id));
}

/** Alarms into which nobody has looked yet, oldest first. */
export async function listOpenAlarms(
  tx: Tx,
  bureauIds: readonly string[],
): Promise<{ alarm: Alarm; number: string | null }[]> {
  if (bureauIds.length === 0) return [];
  return tx
    .select({ alarm: grantAlarms, number: grantApplications.number })
    .from(grantAlarms)
    .innerJoin(grantApplications, eq(grantApplications.id, grantAlarms.applicationId))
    .where(and(inArray(grantAlarms.bureauId, [...bureauIds]), isNull(grantAlarms.seenAt)))
    .orderBy(asc(grantAlarms.foundAt))
    .limit(200);
}

export async function updateAlarm(
  tx: Tx,
  id: string,
  change: Pick<typeof grantAlarms.$inferInsert, 'seenAt' | 'seenBy' | 'sealedNote'>,
): Promise<void> {
  await tx.update(grantAlarms).set(change).where(eq(grantAlarms.id, id));
}
