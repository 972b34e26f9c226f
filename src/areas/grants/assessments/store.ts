import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantCalls } from '../calls/tables.ts';
import { grantAssessments, grantAssignments, grantChecklists, grantMarks } from './tables.ts';

export type Assignment = typeof grantAssignments.$inferSelect;
export type AssessmentRow = typeof grantAssessments.$inferSelect;
export type Checklist = typeof grantChecklists.$inferSelect;

export async function insertAssignments(
  tx: Tx,
  rows: readonly (typeof grantAssignments.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantAssignments).values(rows.slice(at, at + 1_000));
}

/** What is told of applications when somebody is asked to read them: the public name of the group, in the order in which they came. */
export async function listSubjects(tx: Tx, ids: readonly string[]) {
  const { id, bureauId, callId, number, state } = grantApplications;
  return tx
    .select({ applicationId: id, bureauId, callId, number, state, name: grantApplicants.name })
    .from(grantApplications)
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .where(inArray(id, [...ids]))
    .orderBy(asc(grantApplications.submittedAt), asc(id));
}

export async function lockAssignment(tx: Tx, id: string): Promise<Assignment> {
  const [row] = await tx.select().from(grantAssignments).where(eq(grantAssignments.id, id)).for('update');
  if (!row) throw new NotFound('assignment');
  return row;
}

export async function findAssignment(tx: Tx, id: string): Promise<Assignment> {
  const [row] = await tx.select().from(grantAssignments).where(eq(grantAssignments.id, id));
  if (!row) throw new NotFound('assignment');
  return row;
}

export async function updateAssignment(
  tx: Tx,
  id: string,
  change: Partial<typeof grantAssignments.$inferInsert>,
): Promise<void> {
  await tx.update(grantAssignments).set(change).where(eq(grantAssignments.id, id));
}

/** What somebody is asked to read and has not ended: what waits longest first, what is done last. */
export async function listOwnAssignments(
  tx: Tx,
  reviewerId: string,
): Promise<(Assignment & { versionId: string | null })[]> {
  const rows = await tx
    .select({ assignment: grantAssignments, versionId: grantApplications.versionId })
    .from(grantAssignments)
    .leftJoin(grantApplications, eq(grantApplications.id, grantAssignments.applicationId))
    .where(and(eq(grantAssignments.reviewerId, reviewerId), isNull(grantAssignments.endedAt)))
    .orderBy(
      asc(sql`array_position(array['free','asked','done','conflicted'], ${grantAssignments.state})`),
      asc(grantAssignments.dueOn),
      asc(grantAssignments.number),
    )
    .limit(500);
  return rows.map(({ assignment, versionId }) => ({ ...assignment, versionId }));
}

/** Everybody who was ever asked for an application, with what they gave. */
export async function listAssignments(
  tx: Tx,
  applicationId: string,
): Promise<(Assignment & { assessment: AssessmentRow | undefined })[]> {
  const rows = await tx
    .select({ assignment: grantAssignments, assessment: grantAssessments })
    .from(grantAssignments)
    .leftJoin(grantAssessments, eq(grantAssessments.assignmentId, grantAssignments.id))
    .where(eq(grantAssignments.applicationId, applicationId))
    .orderBy(asc(grantAssignments.assignedAt), asc(grantAssignments.id));
  return rows.map(({ assignment, assessment }) => ({ ...assignment, assessment: assessment ?? undefined }));
}

/** Of many applications: who was asked, ever. */
export async function listAsked(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: grantAssignments.applicationId, reviewerId: grantAssignments.reviewerId })
    .from(grantAssignments)
    .where(inArray(grantAssignments.applicationId, [...applicationIds]));
  const asked = new Map<string, string[]>();
  for (const { id, reviewerId } of rows) asked.set(id, [...(asked.get(id) ?? []), reviewerId]);
  return asked;
}

/** How many applications of a call each reviewer has. */
export async function countLoads(tx: Tx, callId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ id: grantAssignments.reviewerId, n: sql<number>`count(*)`.mapWith(Number) })
    .from(grantAssignments)
    .where(
      and(
        eq(grantAssignments.callId, callId),
        ne(grantAssignments.state, 'conflicted'),
        isNull(grantAssignments.endedAt),
      ),
    )
    .groupBy(grantAssignments.reviewerId)
    .orderBy(asc(grantAssignments.reviewerId));
  return new Map(rows.map(({ id, n }) => [id, n]));
}

export async function findAssessment(tx: Tx, assignmentId: string): Promise<AssessmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(grantAssessments)
    .where(eq(grantAssessments.assignmentId, assignmentId));
  return row;
}

export async function writeAssessment(tx: Tx, row: AssessmentRow): Promise<void> {
  const { assignmentId: _, applicationId: __, bureauId: ___, ...set } = row;
  await tx
    .insert(grantAssessments)
    .values(row)
    .onConflictDoUpdate({ target: grantAssessments.assignmentId, set });
}

export async function findChecklist(tx: Tx, applicationId: string): Promise<Checklist | undefined> {
  const [row] = await tx
    .select()
    .from(grantChecklists)
    .where(eq(grantChecklists.applicationId, applicationId));
  return row;
}

export async function writeChecklist(tx: Tx, row: Checklist): Promise<void> {
  const { applicationId: _, ...set } = row;
  await tx
    .insert(grantChecklists)
    .values(row)
    .onConflictDoUpdate({ target: grantChecklists.applicationId, set });
}

/** The marks of an application, anew: it may have been sent again with other words. */
export async function replaceMarks(
  tx: Tx,
  applicationId: string,
  rows: readonly (typeof grantMarks.$inferInsert)[],
): Promise<void> {
  await tx.delete(grantMarks).where(eq(grantMarks.applicationId, applicationId));
  if (rows.length > 0)
    await tx
      .insert(grantMarks)
      .values([...rows])
      .onConflictDoNothing();
}

export interface SameAs {
  readonly kind: string;
  /** Of this application and of the other one: a cost's yen. */
  readonly yen: number | null;
  readonly otherYen: number | null;
  readonly applicationId: string;
  readonly bureauId: string;
  readonly callId: string;
  readonly fiscalYear: number;
  /** Undefined where row-level security hides the other office's application: then the call and the office say whom to ask. */
  readonly number: string | null;
  readonly state: string | null;
}

/** Applications that carry a mark of this one, drafts and what was withdrawn left out. */
export async function listSame(tx: Tx, applicationId: string): Promise<SameAs[]> {
  const rows = await tx.execute<{
    kind: string;
    yen: string | null;
    other_yen: string | null;
    application_id: string;
    bureau_id: string;
    call_id: string;
    fiscal_year: number;
    number: string | null;
    state: string | null;
  }>(sql`
    select o.kind, m.yen, o.yen as other_yen, o.application_id, o.bureau_id, o.call_id, c.fiscal_year, a.number, a.state
    from grant_marks m join grant_marks o on o.key = m.key and o.kind = m.kind and o.application_id <> m.application_id
    join grant_calls c on c.id = o.call_id
    left join grant_applications a on a.id = o.application_id
    where m.application_id = ${applicationId} and coalesce(a.state, '') not in ('draft', 'withdrawn')
    order by c.fiscal_year desc, o.application_id, o.kind limit 200`);
  return rows.rows.map((row) => ({
    kind: row.kind,
    yen: row.yen === null ? null : Number(row.yen),
    otherYen: row.other_yen === null ? null : Number(row.other_yen),
    applicationId: row.application_id,
    bureauId: row.bureau_id,
    callId: row.call_id,
    fiscalYear: row.fiscal_year,
    number: row.number,
    state: row.state,
  }));
}

/** Which of these applications ask for a cost that another one asks for too. */
export async function listSameCosts(tx: Tx, applicationIds: readonly string[]): Promise<string[]> {
  if (applicationIds.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct m.application_id as id from grant_marks m
    join grant_marks o on o.key = m.key and o.kind = m.kind and o.application_id <> m.application_id
    left join grant_applications a on a.id = o.application_id
    where m.kind = 'cost' and coalesce(a.state, '') not in ('draft', 'withdrawn', 'refused')
      and m.application_id = any(${sql.param([...applicationIds])}::uuid[])`);
  return rows.rows.map(({ id }) => id);
}

/** Calls of some offices that take or took applications, newest first. */
export async function listReviewCalls(tx: Tx, bureauIds: readonly string[]) {
  if (bureauIds.length === 0) return [];
  return tx
    .select()
    .from(grantCalls)
    .where(and(inArray(grantCalls.bureauId, [...bureauIds]), ne(grantCalls.state, 'draft')))
    .orderBy(desc(grantCalls.fiscalYear), desc(grantCalls.createdAt))
    .limit(200);
}
