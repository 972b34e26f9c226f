import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { FlowRow } from './rules.ts';
import { caseAreas, caseTargets } from './tables.ts';

export interface Span {
  /** Days, both inclusive. */
  readonly first: string;
  readonly last: string;
  /** Absent: every organisation of which one may count. */
  readonly organisationIds?: readonly string[] | undefined;
}

const asked = ({ organisationIds }: Span) =>
  organisationIds ? sql`${sql.param([...organisationIds])}::uuid[]` : sql`null::uuid[]`;

export interface CountedRow {
  readonly organisationId: string;
  readonly month: string;
  readonly figure: string;
  readonly code: string;
  readonly n: number;
  readonly people: number;
}

/** What was done, added up by organisation, month and code; also for those who may only count. */
export async function listFigures(tx: Tx, span: Span): Promise<CountedRow[]> {
  const { rows } = await tx.execute<{
    organisation: string;
    month: string;
    figure: string;
    code: string;
    n: string;
    people: string;
  }>(sql`select * from case_figures(${span.first}, ${span.last}, ${asked(span)})`);
  return rows.map(({ organisation, n, people, ...row }) => ({
    ...row,
    organisationId: organisation,
    n: Number(n),
    people: Number(people),
  }));
}

export interface ServiceRow {
  readonly desk: string;
  /** '' is the whole year. */
  readonly month: string;
  readonly service: string;
  readonly n: number;
  readonly people: number;
}

/** Services of a fiscal year as they are kept added up, by the codes of organisations; one of which nothing is counted has one empty row. */
export async function listServices(
  tx: Tx,
  { desks, fiscalYear }: { desks: readonly string[]; fiscalYear: number },
): Promise<ServiceRow[]> {
  const asked = sql`${sql.param([...desks])}::text[]`;
  const { rows } = await tx.execute<{
    desk: string;
    month: string;
    service: string;
    n: string;
    people: string;
  }>(sql`
    select o.code as desk, coalesce(r.month, '') as month, coalesce(r.code, '') as service, coalesce(r.n, 0) as n, coalesce(r.people, 0) as people
    from organisations o
      left join count_rollup('case', array(select id from organisations where code = any(${asked})), ${fiscalYear}) r on r.owner = o.id
    where o.code = any(${asked})`);
  return rows.map((row) => ({ ...row, n: Number(row.n), people: Number(row.people) }));
}

export interface DeskFlowRow extends FlowRow {
  /** Code of the organisation. */
  readonly desk: string;
}

/**
 * いまの様子 of a fiscal year by desk, from the first time that it was asked to the last, as it is kept added up: true numbers, for those
 * who may count. Whoever gives them on takes out what is few.
 */
export async function countFlows(tx: Tx, { fiscalYear }: { fiscalYear: number }): Promise<DeskFlowRow[]> {
  const { rows } = await tx.execute<Omit<DeskFlowRow, 'n'> & { n: string } & Record<string, unknown>>(sql`
    select o.code as desk, f.figure as domain, split_part(f.code, '>', 1)::int as before, split_part(f.code, '>', 2)::int as after, f.n
    from count_rollup('flow', null, ${fiscalYear}) f join organisations o on o.id = f.owner where f.month = '' order by 1, 2, 3, 4`);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

export async function listFlows(
  tx: Tx,
  span: Span,
): Promise<{ domain: string; before: number; after: number; n: number }[]> {
  const { rows } = await tx.execute<{ domain: string; before: number; after: number; n: string }>(
    sql`select * from case_flows(${span.first}, ${span.last}, ${asked(span)})`,
  );
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

export interface Fact {
  readonly caseId: string;
  readonly number: string;
  readonly day: string;
  readonly code: string;
}

/** The rows behind a figure: of the cases that the reader sees, and of no other. */
export async function listFacts(
  tx: Tx,
  {
    first,
    last,
    organisationId,
    figure,
    code,
  }: Omit<Span, 'organisationIds'> & {
    readonly organisationId: string;
    readonly figure: string;
    readonly code?: string | undefined;
  },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ facts: Fact[]; total: number }> {
  const { rows } = await tx.execute<{
    case_id: string;
    number: string;
    day: string;
    code: string;
    total: number;
  }>(sql`
    select f.case_id, c.number, f.day::text as day, f.code, (count(*) over ())::int as total
    from case_facts(${first}, ${last}, array[${organisationId}]::uuid[]) f join case_files c on c.id = f.case_id
    where f.figure = ${figure} and (${code ?? null}::text is null or f.code = ${code ?? null})
    order by f.day, c.number, f.code limit ${limit} offset ${offset}`);
  return {
    facts: rows.map(({ case_id, number, day, code: of }) => ({ caseId: case_id, number, day, code: of })),
    total: rows[0]?.total ?? 0,
  };
}

export type Target = typeof caseTargets.$inferSelect;

export async function listTargets(tx: Tx, fiscalYear: number): Promise<Target[]> {
  return tx
    .select()
    .from(caseTargets)
    .where(eq(caseTargets.fiscalYear, fiscalYear))
    .orderBy(asc(caseTargets.figure));
}

export async function writeTarget(tx: Tx, row: typeof caseTargets.$inferInsert): Promise<void> {
  const { value, source, verified, updatedAt, updatedBy } = row;
  await tx
    .insert(caseTargets)
    .values(row)
    .onConflictDoUpdate({
      target: [caseTargets.fiscalYear, caseTargets.figure],
      set: { value, source, verified, updatedAt, updatedBy },
    });
}

export async function deleteTarget(
  tx: Tx,
  { fiscalYear, figure }: { fiscalYear: number; figure: string },
): Promise<void> {
  await tx
    .delete(caseTargets)
    .where(and(eq(caseTargets.fiscalYear, fiscalYear), eq(caseTargets.figure, figure)));
}

export async function listAreas(tx: Tx): Promise<{ organisationId: string; municipalities: string[] }[]> {
  return tx
    .select({ organisationId: caseAreas.organisationId, municipalities: caseAreas.municipalities })
    .from(caseAreas);
}

export async function writeArea(tx: Tx, row: typeof caseAreas.$inferInsert): Promise<void> {
  const { municipalities, updatedAt, updatedBy } = row;
  await tx.insert(caseAreas).values(row).onConflictDoUpdate({
    target: caseAreas.organisationId,
    set: { municipalities, updatedAt, updatedBy },
  });
}

export interface PlanFact {
  readonly round: number;
  readonly decidedOn: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export async function findPlanFact(
  tx: Tx,
  { organisationId, number }: { organisationId: string; number: string },
): Promise<PlanFact | undefined> {
  const { rows } = await tx.execute<{
    round: number;
    decided_on: string;
    starts_on: string | null;
    ends_on: string | null;
  }>(
    sql`select round, decided_on::text, starts_on::text, ends_on::text from plan_facts(${organisationId}, ${number})`,
  );
  const [row] = rows;
  return row && { round: row.round, decidedOn: row.decided_on, startsOn: row.starts_on, endsOn: row.ends_on };
}
