import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseBases } from '../bases/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { personKeys } from '../persons/tables.ts';
import { caseViews, viewAlerts } from './tables.ts';

export type CaseView = typeof caseViews.$inferSelect;
export type ViewAlert = typeof viewAlerts.$inferSelect;
export type NewAlert = typeof viewAlerts.$inferInsert;

export async function insertView(tx: Tx, view: Omit<typeof caseViews.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(caseViews).values(view);
}

/** Many at once: a list that goes on paper. */
export async function insertViews(
  tx: Tx,
  views: readonly Omit<typeof caseViews.$inferInsert, 'id'>[],
): Promise<void> {
  if (views.length > 0) await tx.insert(caseViews).values([...views]);
}

export interface ViewFilter {
  readonly since: Date;
  readonly as?: string;
  readonly personId?: string;
  readonly caseId?: string;
}

function within({ since, as, personId, caseId }: ViewFilter) {
  return and(
    gte(caseViews.at, since),
    as ? eq(caseViews.as, as) : undefined,
    personId ? eq(caseViews.personId, personId) : undefined,
    caseId ? eq(caseViews.caseId, caseId) : undefined,
  );
}

const pageSize = 50;

/** Newest first, a page of 50. */
export async function listViews(
  tx: Tx,
  filter: ViewFilter,
  page: number,
): Promise<{ rows: CaseView[]; more: boolean }> {
  const rows = await tx
    .select()
    .from(caseViews)
    .where(within(filter))
    .orderBy(desc(caseViews.at))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** Looks by what the reader stood on. */
export async function countByStanding(tx: Tx, filter: ViewFilter) {
  return tx
    .select({ as: caseViews.as, looks: count() })
    .from(caseViews)
    .where(within(filter))
    .groupBy(caseViews.as)
    .orderBy(desc(count()));
}

/** The readers who looked most, with how many different cases. */
export async function countByReader(tx: Tx, filter: ViewFilter) {
  return tx
    .select({
      personId: caseViews.personId,
      looks: count(),
      cases: sql<number>`count(distinct ${caseViews.caseId})::int`,
    })
    .from(caseViews)
    .where(and(within(filter), isNotNull(caseViews.personId)))
    .groupBy(caseViews.personId)
    .orderBy(desc(count()))
    .limit(20);
}

/** Numbers of cases, for rows that the reader of this page was let see. */
export async function listCaseNumbers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: caseFiles.id, number: caseFiles.number })
    .from(caseFiles)
    .where(inArray(caseFiles.id, [...ids]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Looks since a moment with what the rules ask: the end of the case, and the blind indexes of the person's name. */
export async function listLooks(tx: Tx, since: Date) {
  return tx
    .select({
      personId: caseViews.personId,
      readerName: people.name,
      organisationId: caseViews.organisationId,
      caseId: caseViews.caseId,
      at: caseViews.at,
      as: caseViews.as,
      closedOn: caseFiles.closedOn,
      blinds: sql<string[]>`array(select ${personKeys.blind} from ${personKeys}
        where ${personKeys.personId} = ${caseFiles.personId} and ${personKeys.kind} = 'name')`,
    })
    .from(caseViews)
    .innerJoin(caseFiles, eq(caseFiles.id, caseViews.caseId))
    .innerJoin(people, eq(people.id, caseViews.personId))
    .where(gte(caseViews.at, since));
}

/** A new alert, or a higher count of one that nobody has answered; gives whether it is new. */
export async function raiseAlert(tx: Tx, alert: NewAlert): Promise<boolean> {
  const [row] = await tx
    .insert(viewAlerts)
    .values(alert)
    .onConflictDoUpdate({
      target: [viewAlerts.rule, viewAlerts.personId, viewAlerts.day, viewAlerts.caseId],
      set: { count: sql`greatest(${viewAlerts.count}, excluded.count)` },
    })
    .returning({ raisedAt: viewAlerts.raisedAt });
  return row?.raisedAt.getTime() === alert.raisedAt.getTime();
}

/** Those that wait first, then the newest; at most 100. */
export async function listAlerts(tx: Tx, { open }: { open: boolean }): Promise<ViewAlert[]> {
  return tx
    .select()
    .from(viewAlerts)
    .where(open ? isNull(viewAlerts.answeredAt) : isNotNull(viewAlerts.answeredAt))
    .orderBy(desc(viewAlerts.raisedAt))
    .limit(100);
}

export async function countOpenAlerts(tx: Tx): Promise<number> {
  const [row] = await tx.select({ open: count() }).from(viewAlerts).where(isNull(viewAlerts.answeredAt));
  return row?.open ?? 0;
}

export async function findAlert(tx: Tx, id: string): Promise<ViewAlert> {
  const [row] = await tx.select().from(viewAlerts).where(eq(viewAlerts.id, id));
  if (!row) throw new NotFound('alert');
  return row;
}

export async function updateAlert(tx: Tx, id: string, change: Partial<NewAlert>): Promise<boolean> {
  const changed = await tx.update(viewAlerts).set(change).where(eq(viewAlerts.id, id)).returning();
  return changed.length === 1;
}

/** Glass that was broken, newest first; at most 100. The reason stays with the told person. */
export async function listGlass(tx: Tx) {
  return tx
    .select({
      id: caseBases.id,
      caseId: caseBases.caseId,
      personId: caseBases.personId,
      toldPersonId: caseBases.toldPersonId,
      createdAt: caseBases.createdAt,
      endsAt: caseBases.endsAt,
      seenAt: caseBases.seenAt,
    })
    .from(caseBases)
    .where(eq(caseBases.lane, 'urgency'))
    .orderBy(sql`${caseBases.seenAt} is not null`, desc(caseBases.createdAt), asc(caseBases.id))
    .limit(100);
}
