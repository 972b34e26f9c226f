import { and, desc, eq, ilike, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantApplicants } from '../../applicants/tables.ts';
import { grantApplications } from '../../applications/tables.ts';
import { grantAssignments } from '../tables.ts';
import type { Reviewing } from './rules.ts';

export interface ListFilter {
  readonly callId: string;
  readonly state?: string | undefined;
  readonly reviewing?: Reviewing | undefined;
  /** Of a receipt number, from its beginning. */
  readonly number?: string | undefined;
  /** In a group's public name; posted, never in a URL. */
  readonly name?: string | undefined;
  /** The last application of the page before: newest first. */
  readonly after?: string | undefined;
  readonly most: number;
}

export interface ListLine {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly door: string;
  readonly name: string | null;
  readonly askedYen: number | null;
  readonly submittedAt: Date | null;
  /** Reviewers who read or will, of them done; and those who could not. */
  readonly asked: number;
  readonly done: number;
  readonly conflicted: number;
}

const asked = (state: ReturnType<typeof sql>) =>
  sql`exists (select from ${grantAssignments} g where g.application_id = ${grantApplications.id} and g.ended_at is null and ${state})`;

const conditions: Record<Reviewing, ReturnType<typeof sql>> = {
  nobody: sql`not ${asked(sql`g.state <> 'conflicted'`)}`,
  conflict: asked(sql`g.state = 'conflicted'`),
  waiting: asked(sql`g.state in ('asked', 'free')`),
  done: sql`${asked(sql`g.state = 'done'`)} and not ${asked(sql`g.state in ('asked', 'free')`)}`,
};

/** What was sent to a call, newest first, a page of it: by key, so the last page costs what the first does. */
export async function listApplications(tx: Tx, filter: ListFilter): Promise<ListLine[]> {
  const { id, submittedAt } = grantApplications;
  const page = await tx
    .select({
      id,
      number: grantApplications.number,
      state: grantApplications.state,
      door: grantApplications.door,
      name: grantApplicants.name,
      askedYen: grantApplications.askedYen,
      submittedAt,
    })
    .from(grantApplications)
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .where(
      and(
        eq(grantApplications.callId, filter.callId),
        sql`${submittedAt} is not null and ${grantApplications.sealedKey} is not null`,
        filter.state ? eq(grantApplications.state, filter.state) : undefined,
        filter.reviewing ? conditions[filter.reviewing] : undefined,
        filter.number ? sql`starts_with(${grantApplications.number}, ${filter.number})` : undefined,
        filter.name ? ilike(grantApplicants.name, `%${filter.name.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        filter.after
          ? sql`(${submittedAt}, ${id}) < (select l.submitted_at, l.id from ${grantApplications} l where l.id = ${filter.after})`
          : undefined,
      ),
    )
    .orderBy(desc(submittedAt), desc(id))
    .limit(filter.most);
  const counts = await countReviewing(
    tx,
    page.map((row) => row.id),
  );
  return page.map((row) => ({ ...row, ...(counts.get(row.id) ?? { asked: 0, done: 0, conflicted: 0 }) }));
}

async function countReviewing(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const of = (state: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${state})`.mapWith(Number);
  const rows = await tx
    .select({
      id: grantAssignments.applicationId,
      asked: of(sql`state <> 'conflicted'`),
      done: of(sql`state = 'done'`),
      conflicted: of(sql`state = 'conflicted'`),
    })
    .from(grantAssignments)
    .where(
      and(
        sql`${grantAssignments.applicationId} = any(${sql.param([...ids])}::uuid[])`,
        isNull(grantAssignments.endedAt),
      ),
    )
    .groupBy(grantAssignments.applicationId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** How many there are in each state: as the product itself, which asks row-level security once and not for each row. */
export async function countStates(tx: Tx, callId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ state: grantApplications.state, n: sql<number>`count(*)`.mapWith(Number) })
    .from(grantApplications)
    .where(and(eq(grantApplications.callId, callId), sql`${grantApplications.submittedAt} is not null`))
    .groupBy(grantApplications.state);
  return new Map(rows.map(({ state, n }) => [state, n]));
}

/** Ids for an act on everything of a filter: to ask reviewers for all that nobody reads yet. */
export async function listUnread(
  tx: Tx,
  { callId, most }: { callId: string; most: number },
): Promise<string[]> {
  const rows = await tx
    .select({ id: grantApplications.id })
    .from(grantApplications)
    .where(
      and(
        eq(grantApplications.callId, callId),
        sql`${grantApplications.state} in ('submitted', 'checked')`,
        conditions.nobody,
      ),
    )
    .orderBy(grantApplications.submittedAt, grantApplications.id)
    .limit(most);
  return rows.map(({ id }) => id);
}
