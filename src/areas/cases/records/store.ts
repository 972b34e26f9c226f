import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseRecords } from './tables.ts';

export type CaseRecord = typeof caseRecords.$inferSelect;
export type NewCaseRecord = typeof caseRecords.$inferInsert;
export type NamedRecord = CaseRecord & { readonly writerName: string | null };

export async function insertRecord(tx: Tx, row: NewCaseRecord): Promise<CaseRecord> {
  const [inserted] = await tx.insert(caseRecords).values(row).returning();
  if (!inserted) throw new Error('record was not written');
  return inserted;
}

export async function lockRecord(tx: Tx, id: string): Promise<CaseRecord> {
  const [row] = await tx.select().from(caseRecords).where(eq(caseRecords.id, id)).for('update');
  if (!row) throw new NotFound('record');
  return row;
}

export async function findRecord(tx: Tx, id: string): Promise<NamedRecord> {
  const [row] = await named(tx).where(eq(caseRecords.id, id));
  if (!row) throw new NotFound('record');
  return { ...row.record, writerName: row.writerName };
}

export async function updateRecord(tx: Tx, id: string, change: Partial<NewCaseRecord>): Promise<void> {
  await tx.update(caseRecords).set(change).where(eq(caseRecords.id, id));
}

/** What counts, newest first; `before` a moment, for going on reading. */
export async function listRecords(
  tx: Tx,
  { caseId, before, limit }: { caseId: string; before?: Date; limit: number },
): Promise<NamedRecord[]> {
  const rows = await named(tx)
    .where(
      and(
        eq(caseRecords.caseId, caseId),
        isNull(caseRecords.replacedAt),
        before ? lt(caseRecords.startedAt, before) : undefined,
      ),
    )
    .orderBy(desc(caseRecords.startedAt))
    .limit(limit);
  return rows.map(({ record, writerName }) => ({ ...record, writerName }));
}

function named(tx: Tx) {
  return tx
    .select({ record: caseRecords, writerName: people.name })
    .from(caseRecords)
    .leftJoin(people, eq(people.id, caseRecords.writtenBy))
    .$dynamic();
}

/** What the record said before it was corrected, oldest first. */
export async function listCorrected(tx: Tx, record: CaseRecord): Promise<CaseRecord[]> {
  const found: CaseRecord[] = [];
  let before = record.correctsId;
  while (before) {
    const [row] = await tx.select().from(caseRecords).where(eq(caseRecords.id, before));
    if (row) found.unshift(row);
    before = row?.correctsId ?? null;
  }
  return found;
}

/** Services that go on at a day, oldest first. */
export async function listGoingOn(
  tx: Tx,
  { caseId, day }: { caseId: string; day: string },
): Promise<CaseRecord[]> {
  return tx
    .select()
    .from(caseRecords)
    .where(
      and(
        eq(caseRecords.caseId, caseId),
        isNull(caseRecords.replacedAt),
        sql`${caseRecords.fromOn} <= ${day}`,
        sql`(${caseRecords.untilOn} is null or ${caseRecords.untilOn} >= ${day})`,
      ),
    )
    .orderBy(asc(caseRecords.fromOn));
}

export interface RecordSums {
  readonly records: number;
  readonly accompaniments: number;
  readonly minutes: number;
  readonly lastAt: Date | null;
}

/** How much there is, for the head of a timeline. */
export async function sumRecords(tx: Tx, caseId: string): Promise<RecordSums> {
  const [row] = await tx
    .select({
      records: sql<number>`count(*)::int`,
      accompaniments: sql<number>`(count(*) filter (where ${caseRecords.kind} = 'accompaniment'))::int`,
      minutes: sql<number>`coalesce(sum(${caseRecords.minutes}), 0)::int`,
      lastAt: sql<Date | null>`max(${caseRecords.startedAt})`.mapWith(caseRecords.startedAt),
    })
    .from(caseRecords)
    .where(and(eq(caseRecords.caseId, caseId), isNull(caseRecords.replacedAt)));
  return row ?? { records: 0, accompaniments: 0, minutes: 0, lastAt: null };
}

/** What was provided so far, each service once, by the codes of its list. */
export async function listServicesGiven(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ service: caseRecords.service })
    .from(caseRecords)
    .where(and(eq(caseRecords.caseId, caseId), isNull(caseRecords.replacedAt)));
  return rows.flatMap(({ service }) => service ?? []);
}

/** The day promised by the last record that promised one. */
export async function lastPromise(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx
    .select({ nextOn: caseRecords.nextOn })
    .from(caseRecords)
    .where(and(eq(caseRecords.caseId, caseId), isNull(caseRecords.replacedAt)))
    .orderBy(desc(caseRecords.startedAt))
    .limit(1);
  return row?.nextOn ?? null;
}
