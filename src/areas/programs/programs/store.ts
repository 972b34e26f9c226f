import { and, asc, desc, eq, inArray, max, ne, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { entries } from '../entries/tables.ts';
import { measures, measureValues } from '../measures/tables.ts';
import { results } from '../results/tables.ts';
import { rounds } from '../rounds/tables.ts';
import type { EntryStatus } from './rules.ts';
import { programPartners, programPillars, programs } from './tables.ts';

export type Program = typeof programs.$inferSelect;

export async function findProgram(tx: Tx, id: string): Promise<Program> {
  const [row] = await tx.select().from(programs).where(eq(programs.id, id));
  if (!row) throw new NotFound('program');
  return row;
}

/** Holds the programs until the transaction ends, by id. NotFound when one of them is not there. */
export async function lockPrograms(tx: Tx, ids: readonly string[]): Promise<Map<string, Program>> {
  const wanted = [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1));
  const rows = await tx.select().from(programs).where(inArray(programs.id, wanted));
  if (rows.length < wanted.length) throw new NotFound('program');
  // An advisory lock needs no right to write the row: whether this person may is decided after. Always in the same order.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(id, 1)) from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb) as id`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** In the order of the report. */
export async function listPrograms(tx: Tx, year: number): Promise<Program[]> {
  return tx
    .select()
    .from(programs)
    .where(eq(programs.fiscalYear, year))
    .orderBy(asc(programs.position), asc(programs.createdAt), asc(programs.id));
}

export async function listSlugs(tx: Tx, year: number, except?: string): Promise<string[]> {
  const rows = await tx
    .select({ slug: programs.slug })
    .from(programs)
    .where(and(eq(programs.fiscalYear, year), except ? ne(programs.id, except) : undefined));
  return rows.map((row) => row.slug);
}

export async function nextPosition(tx: Tx, year: number): Promise<number> {
  const [row] = await tx
    .select({ last: max(programs.position) })
    .from(programs)
    .where(eq(programs.fiscalYear, year));
  return (row?.last ?? -1) + 1;
}

export async function insertProgram(tx: Tx, program: typeof programs.$inferInsert): Promise<void> {
  await tx.insert(programs).values(program);
}

export async function updateProgram(
  tx: Tx,
  id: string,
  fields: Partial<typeof programs.$inferInsert>,
): Promise<void> {
  await tx.update(programs).set(fields).where(eq(programs.id, id));
}

export async function listPillars(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx
    .select({ pillar: programPillars.pillar })
    .from(programPillars)
    .where(eq(programPillars.programId, programId))
    .orderBy(asc(programPillars.pillar));
  return rows.map((row) => row.pillar);
}

export async function listPartners(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx
    .select({ organisationId: programPartners.organisationId })
    .from(programPartners)
    .where(eq(programPartners.programId, programId));
  return rows.map((row) => row.organisationId);
}

export async function replacePillars(tx: Tx, programId: string, pillars: readonly string[]): Promise<void> {
  await tx.delete(programPillars).where(eq(programPillars.programId, programId));
  if (pillars.length > 0)
    await tx.insert(programPillars).values(pillars.map((pillar) => ({ programId, pillar })));
}

export async function replacePartners(tx: Tx, programId: string, partners: readonly string[]): Promise<void> {
  await tx.delete(programPartners).where(eq(programPartners.programId, programId));
  if (partners.length > 0)
    await tx
      .insert(programPartners)
      .values(partners.map((organisationId) => ({ programId, organisationId })));
}

/** The state of the entry in the latest round that asked for the program. */
export async function findEntryStatus(tx: Tx, programId: string): Promise<EntryStatus | null> {
  return (await listEntryStatuses(tx, [programId])).get(programId) ?? null;
}

/** Of the newest round that asks for each program; nothing of those that no round asked for. */
export async function listEntryStatuses(
  tx: Tx,
  programIds: readonly string[],
): Promise<Map<string, EntryStatus>> {
  const rows = await tx
    .selectDistinctOn([entries.programId], { programId: entries.programId, status: entries.status })
    .from(entries)
    .innerJoin(rounds, eq(rounds.id, entries.roundId))
    .where(inArray(entries.programId, [...programIds]))
    .orderBy(entries.programId, desc(rounds.openedAt));
  return new Map(rows.map(({ programId, status }) => [programId, status as EntryStatus]));
}

export interface ProgramLine {
  readonly program: Program;
  readonly rating: string | null;
  readonly measures: number;
  /** Measures with at least one value. */
  readonly reported: number;
  readonly entryStatus: EntryStatus | null;
}

/** A year's programs as its list shows them. */
export async function listProgramLines(tx: Tx, year: number): Promise<ProgramLine[]> {
  return tx
    .select({
      program: programs,
      rating: results.rating,
      measures: sql<number>`(select count(*)::int from ${measures} m where m.program_id = ${programs.id})`,
      reported: sql<number>`(select count(*)::int from ${measures} m where m.program_id = ${programs.id}
        and exists (select from ${measureValues} v where v.measure_id = m.id))`,
      entryStatus: sql<EntryStatus | null>`(select e.status from ${entries} e join ${rounds} r on r.id = e.round_id
        where e.program_id = ${programs.id} order by r.opened_at desc limit 1)`,
    })
    .from(programs)
    .leftJoin(results, eq(results.programId, programs.id))
    .where(eq(programs.fiscalYear, year))
    .orderBy(asc(programs.position), asc(programs.createdAt), asc(programs.id));
}

/** The same program in other years, the earliest first. */
export async function listOtherYears(tx: Tx, id: string): Promise<{ id: string; fiscalYear: number }[]> {
  const { rows } = await tx.execute<{ id: string; fiscal_year: number }>(sql`
    with recursive before as (
      select p.id, p.predecessor_id, p.fiscal_year from ${programs} p where p.id = ${id}
      union all select p.id, p.predecessor_id, p.fiscal_year from before b join ${programs} p on p.id = b.predecessor_id
    ), after as (
      select p.id, p.fiscal_year from ${programs} p where p.predecessor_id = ${id}
      union all select p.id, p.fiscal_year from after a join ${programs} p on p.predecessor_id = a.id
    )
    select id, fiscal_year from before union select id, fiscal_year from after order by fiscal_year`);
  return rows.map((row) => ({ id: row.id, fiscalYear: row.fiscal_year }));
}
