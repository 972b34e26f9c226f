import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles, caseNumbers } from './tables.ts';

export type CaseFile = typeof caseFiles.$inferSelect;
export type NewCaseFile = typeof caseFiles.$inferInsert;

export async function insertCaseFile(tx: Tx, row: NewCaseFile): Promise<CaseFile> {
  const [inserted] = await tx.insert(caseFiles).values(row).returning();
  if (!inserted) throw new Error('case was not written');
  return inserted;
}

export async function findCaseFile(tx: Tx, id: string): Promise<CaseFile> {
  const [row] = await tx.select().from(caseFiles).where(eq(caseFiles.id, id));
  if (!row) throw new NotFound('case');
  return row;
}

export async function lockCaseFile(tx: Tx, id: string): Promise<CaseFile> {
  const [row] = await tx.select().from(caseFiles).where(eq(caseFiles.id, id)).for('update');
  if (!row) throw new NotFound('case');
  return row;
}

export async function findCaseIdByNumber(
  tx: Tx,
  { organisationId, number }: { organisationId: string; number: string },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.organisationId, organisationId), eq(caseFiles.number, number)));
  return row?.id;
}

export async function updateCaseFile(tx: Tx, id: string, change: Partial<NewCaseFile>): Promise<void> {
  await tx.update(caseFiles).set(change).where(eq(caseFiles.id, id));
}

/** The next running number of the organisation in the fiscal year; two who open at once get two. */
export async function nextNumber(
  tx: Tx,
  { organisationId, fiscalYear }: { organisationId: string; fiscalYear: number },
): Promise<number> {
  const [row] = await tx
    .insert(caseNumbers)
    .values({ organisationId, fiscalYear, last: 1 })
    .onConflictDoUpdate({
      target: [caseNumbers.organisationId, caseNumbers.fiscalYear],
      set: { last: sql`${caseNumbers.last} + 1` },
    })
    .returning({ last: caseNumbers.last });
  if (!row) throw new Error('case number was not written');
  return row.last;
}

export interface CaseFilter {
  readonly organisationIds: readonly string[];
  /** Only those of one person; null: those of nobody yet. */
  readonly assignedTo?: string | null;
  readonly steps?: readonly string[];
  readonly open?: boolean;
}

const pageSize = 50;

/** Cases with what is promised next first; a page of 50 unless more are asked for. */
export async function listCaseFiles(
  tx: Tx,
  filter: CaseFilter,
  page: number,
  size = pageSize,
): Promise<{ rows: (CaseFile & { workerName: string | null })[]; more: boolean }> {
  const rows = await tx
    .select({ file: caseFiles, workerName: people.name })
    .from(caseFiles)
    .leftJoin(people, eq(people.id, caseFiles.assignedTo))
    .where(conditionsOf(filter))
    .orderBy(
      filter.open === false ? desc(caseFiles.closedOn) : sql`${caseFiles.nextOn} asc nulls last`,
      asc(caseFiles.receivedOn),
      asc(caseFiles.id),
    )
    .limit(size + 1)
    .offset((page - 1) * size);
  return {
    rows: rows.slice(0, size).map(({ file, workerName }) => ({ ...file, workerName })),
    more: rows.length > size,
  };
}

function conditionsOf({ organisationIds, assignedTo, steps, open }: CaseFilter) {
  return and(
    inArray(caseFiles.organisationId, [...organisationIds]),
    isNull(caseFiles.erasedAt),
    assignedTo === undefined
      ? undefined
      : assignedTo === null
        ? isNull(caseFiles.assignedTo)
        : eq(caseFiles.assignedTo, assignedTo),
    steps ? inArray(caseFiles.step, [...steps]) : undefined,
    open === undefined
      ? undefined
      : open
        ? isNull(caseFiles.closedOn)
        : sql`${caseFiles.closedOn} is not null`,
  );
}
