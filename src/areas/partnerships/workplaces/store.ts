import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { workplaceCalls, workplaceMoney, workplacePapers, workplaceRequests, workplaces } from './tables.ts';

export type Workplace = typeof workplaces.$inferSelect;
export type WorkplaceRequest = typeof workplaceRequests.$inferSelect;
export type WorkplacePaper = typeof workplacePapers.$inferSelect;

export async function insertWorkplace(tx: Tx, row: typeof workplaces.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(workplaces).values(row).returning({ id: workplaces.id });
  if (!inserted) throw new Error('workplace was not written');
  return inserted.id;
}

export async function findWorkplace(tx: Tx, id: string): Promise<Workplace> {
  const [row] = await tx.select().from(workplaces).where(eq(workplaces.id, id));
  if (!row) throw new NotFound('workplace');
  return row;
}

export async function lockWorkplace(tx: Tx, id: string): Promise<Workplace> {
  const [row] = await tx.select().from(workplaces).where(eq(workplaces.id, id)).for('update');
  if (!row) throw new NotFound('workplace');
  return row;
}

export async function updateWorkplace(
  tx: Tx,
  id: string,
  change: Partial<typeof workplaces.$inferInsert>,
): Promise<void> {
  await tx
    .update(workplaces)
    .set({ ...change, version: sql`${workplaces.version} + 1` })
    .where(eq(workplaces.id, id));
  await publicPagesChanged(tx);
}

export async function listWorkplacesOf(tx: Tx, organisationIds: readonly string[]): Promise<Workplace[]> {
  if (organisationIds.length === 0) return [];
  return tx
    .select()
    .from(workplaces)
    .where(inArray(workplaces.organisationId, [...organisationIds]))
    .orderBy(asc(workplaces.name), asc(workplaces.id));
}

/** By which corporate numbers an organisation is known, of workplaces that were certified. */
export async function listCorporateNumbers(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ number: workplaces.corporateNumber })
    .from(workplaces)
    .where(and(eq(workplaces.organisationId, organisationId), isNotNull(workplaces.certifiedOn)));
  return rows.map(({ number }) => number);
}

/** Certified on a day, of one organisation. */
export async function listCertifiedOf(
  tx: Tx,
  { organisationId, day }: { organisationId: string; day: string },
): Promise<Workplace[]> {
  return tx
    .select()
    .from(workplaces)
    .where(and(eq(workplaces.organisationId, organisationId), certifiedOn(day)))
    .orderBy(asc(workplaces.number));
}

export interface WorkplaceFilter {
  readonly municipality?: string;
  readonly task?: string;
  readonly kind?: string;
}

/** Certified on a day, by number; a page of them begins after a number. */
export async function listCertified(
  tx: Tx,
  { municipality, task, kind }: WorkplaceFilter,
  { day, after = '', limit }: { day: string; after?: string; limit: number },
): Promise<Workplace[]> {
  return tx
    .select()
    .from(workplaces)
    .where(
      and(
        certifiedOn(day),
        municipality ? eq(workplaces.municipality, municipality) : undefined,
        task ? sql`${task} = any(${workplaces.tasks})` : undefined,
        kind ? sql`${kind} = any(${workplaces.kinds})` : undefined,
        after ? gt(workplaces.number, after) : undefined,
      ),
    )
    .orderBy(asc(workplaces.number))
    .limit(limit);
}

const certifiedOn = (day: string) =>
  and(
    sql`${workplaces.certifiedOn} <= ${day}`,
    sql`${workplaces.validUntil} >= ${day}`,
    or(isNull(workplaces.endedOn), gt(workplaces.endedOn, day)),
  );

export async function countCertified(tx: Tx, day: string): Promise<number> {
  return tx.$count(workplaces, certifiedOn(day));
}

/** Numbers given in a fiscal year. */
export async function countNumbers(tx: Tx, fiscalYear: number): Promise<number> {
  return tx.$count(workplaces, sql`${workplaces.number} like ${`${fiscalYear}-%`}`);
}

/** Whose certification ends on one of these days. */
export async function listEndingOn(tx: Tx, days: readonly string[]): Promise<Workplace[]> {
  return tx
    .select()
    .from(workplaces)
    .where(and(inArray(workplaces.validUntil, [...days]), isNull(workplaces.endedOn)));
}

export async function insertRequest(tx: Tx, row: typeof workplaceRequests.$inferInsert): Promise<void> {
  await tx.insert(workplaceRequests).values(row);
}

export async function findRequest(tx: Tx, id: string): Promise<WorkplaceRequest> {
  const [row] = await tx.select().from(workplaceRequests).where(eq(workplaceRequests.id, id));
  if (!row) throw new NotFound('workplace request');
  return row;
}

export async function lockRequest(tx: Tx, id: string): Promise<WorkplaceRequest> {
  const [row] = await tx.select().from(workplaceRequests).where(eq(workplaceRequests.id, id)).for('update');
  if (!row) throw new NotFound('workplace request');
  return row;
}

export async function updateRequest(
  tx: Tx,
  id: string,
  change: Partial<typeof workplaceRequests.$inferInsert>,
): Promise<void> {
  await tx.update(workplaceRequests).set(change).where(eq(workplaceRequests.id, id));
}

/** All of a workplace, the newest first. */
export async function listRequestsOf(tx: Tx, workplaceId: string): Promise<WorkplaceRequest[]> {
  return tx
    .select()
    .from(workplaceRequests)
    .where(eq(workplaceRequests.workplaceId, workplaceId))
    .orderBy(desc(workplaceRequests.createdAt));
}

/** What waits for the office: sent in, or for the second person; the oldest first. */
export async function listWaiting(tx: Tx): Promise<(WorkplaceRequest & { name: string })[]> {
  const rows = await tx
    .select({ request: workplaceRequests, name: workplaces.name })
    .from(workplaceRequests)
    .innerJoin(workplaces, eq(workplaces.id, workplaceRequests.workplaceId))
    .where(inArray(workplaceRequests.state, ['submitted', 'proposed']))
    .orderBy(asc(workplaceRequests.submittedAt))
    .limit(200);
  return rows.map(({ request, name }) => ({ ...request, name }));
}

export async function insertPaper(tx: Tx, row: typeof workplacePapers.$inferInsert): Promise<void> {
  await tx.insert(workplacePapers).values(row);
}

export async function listPapers(tx: Tx, requestId: string): Promise<WorkplacePaper[]> {
  return tx
    .select()
    .from(workplacePapers)
    .where(and(eq(workplacePapers.requestId, requestId), isNull(workplacePapers.removedAt)))
    .orderBy(asc(workplacePapers.addedAt));
}

export async function findPaper(tx: Tx, id: string): Promise<WorkplacePaper> {
  const [row] = await tx
    .select()
    .from(workplacePapers)
    .where(and(eq(workplacePapers.id, id), isNull(workplacePapers.removedAt)));
  if (!row) throw new NotFound('workplace paper');
  return row;
}

export async function updatePaper(tx: Tx, id: string, removedAt: Date): Promise<void> {
  await tx.update(workplacePapers).set({ removedAt }).where(eq(workplacePapers.id, id));
}

export async function listNamedCalls(tx: Tx): Promise<string[]> {
  return (await tx.select({ callId: workplaceCalls.callId }).from(workplaceCalls)).map(
    ({ callId }) => callId,
  );
}

/** Names the calls that are cooperation money for workplaces; those that were named before and are not any more go. */
export async function replaceNamedCalls(
  tx: Tx,
  { callIds, namedBy }: { callIds: readonly string[]; namedBy: string | null },
  now: Date,
): Promise<void> {
  await tx.delete(workplaceCalls).where(isNotNull(workplaceCalls.callId));
  if (callIds.length > 0)
    await tx.insert(workplaceCalls).values(callIds.map((callId) => ({ callId, namedBy, namedAt: now })));
}

export async function insertMoney(tx: Tx, row: typeof workplaceMoney.$inferInsert): Promise<void> {
  await tx.insert(workplaceMoney).values(row);
}

export async function listMoneyOf(tx: Tx, workplaceId: string): Promise<string[]> {
  const rows = await tx
    .select({ callId: workplaceMoney.callId })
    .from(workplaceMoney)
    .where(eq(workplaceMoney.workplaceId, workplaceId));
  return rows.map(({ callId }) => callId);
}

/** Workplaces that asked for cooperation money between two moments. */
export async function countMoney(tx: Tx, { from, to }: { from: Date; to: Date }): Promise<number> {
  const { begunAt, workplaceId } = workplaceMoney;
  const [row] = await tx
    .select({ n: sql<number>`count(distinct ${workplaceId})`.mapWith(Number) })
    .from(workplaceMoney)
    .where(and(sql`${begunAt} >= ${from.toISOString()}`, sql`${begunAt} < ${to.toISOString()}`));
  return row?.n ?? 0;
}
