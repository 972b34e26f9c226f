import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Findings } from './rules.ts';
import { workbookReturns } from './tables.ts';

export type ReturnStatus = 'waiting' | 'refused' | 'applied' | 'dropped';
/** A workbook that came back, with what was found in it. */
export type WorkbookReturn = Omit<typeof workbookReturns.$inferSelect, 'findings' | 'status'> & {
  readonly findings: Findings;
  readonly status: ReturnStatus;
};

function typed(row: typeof workbookReturns.$inferSelect): WorkbookReturn {
  return { ...row, findings: row.findings as unknown as Findings, status: row.status as ReturnStatus };
}

export async function findReturn(
  tx: Tx,
  { roundId, returnId }: { roundId: string; returnId: string },
): Promise<WorkbookReturn> {
  const [row] = await tx
    .select()
    .from(workbookReturns)
    .where(and(eq(workbookReturns.id, returnId), eq(workbookReturns.roundId, roundId)));
  if (!row) throw new NotFound('workbook return');
  return typed(row);
}

export async function lockReturn(
  tx: Tx,
  { roundId, returnId }: { roundId: string; returnId: string },
): Promise<WorkbookReturn> {
  const [row] = await tx
    .select()
    .from(workbookReturns)
    .where(and(eq(workbookReturns.id, returnId), eq(workbookReturns.roundId, roundId)))
    .for('update');
  if (!row) throw new NotFound('workbook return');
  return typed(row);
}

/** Newest first. */
export async function listReturns(
  tx: Tx,
  { roundId, organisationId }: { roundId: string; organisationId: string },
): Promise<WorkbookReturn[]> {
  const rows = await tx
    .select()
    .from(workbookReturns)
    .where(and(eq(workbookReturns.roundId, roundId), eq(workbookReturns.organisationId, organisationId)))
    .orderBy(desc(workbookReturns.uploadedAt))
    .limit(20);
  return rows.map(typed);
}

export async function insertReturn(
  tx: Tx,
  row: {
    roundId: string;
    organisationId: string;
    fileId: string;
    personId: string;
    uploadedAt: Date;
    findings: Findings;
    status: ReturnStatus;
  },
): Promise<string> {
  const [written] = await tx
    .insert(workbookReturns)
    .values({ ...row, findings: row.findings as unknown as Record<string, unknown> })
    .returning({ id: workbookReturns.id });
  if (!written) throw new Error('workbook return was not written');
  return written.id;
}

export async function updateReturn(
  tx: Tx,
  id: string,
  change: { status: ReturnStatus; decidedAt: Date },
): Promise<void> {
  await tx.update(workbookReturns).set(change).where(eq(workbookReturns.id, id));
}
