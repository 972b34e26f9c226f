import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { entries } from '../entries/tables.ts';
import { measures, measureValues } from '../measures/tables.ts';
import { pictures } from '../pictures/tables.ts';
import { problems } from '../problems/tables.ts';
import { programPartners, programPillars, programs } from '../programs/tables.ts';
import { results } from '../results/tables.ts';
import { rounds } from '../rounds/tables.ts';
import { voices } from '../voices/tables.ts';

/** Everything of a year's programs in a fixed number of queries, however many programs there are. */
export async function listYearRows(tx: Tx, year: number) {
  return {
    ...(await listProgramRows(tx, year)),
    ...(await listWordRows(tx, year)),
    measures: await listMeasureRows(tx, year),
    threads: await listThreads(tx, year),
    entryStatuses: await listEntryStatuses(tx, year),
    collected:
      (await tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.fiscalYear, year)).limit(1)).length >
      0,
  };
}

/** The programs and where they stand. */
async function listProgramRows(tx: Tx, year: number) {
  const ofYear = eq(programs.fiscalYear, year);
  return {
    programs: await tx
      .select()
      .from(programs)
      .where(ofYear)
      .orderBy(asc(programs.position), asc(programs.id)),
    organisations: await tx
      .select({ id: organisations.id, nameJa: organisations.nameJa, nameEn: organisations.nameEn })
      .from(organisations)
      .where(inArray(organisations.kind, ['bureau', 'prefecture'])),
    pillars: await tx
      .select({ programId: programPillars.programId, pillar: programPillars.pillar })
      .from(programPillars)
      .innerJoin(programs, eq(programs.id, programPillars.programId))
      .where(ofYear),
    partners: await tx
      .select({ programId: programPartners.programId, organisationId: programPartners.organisationId })
      .from(programPartners)
      .innerJoin(programs, eq(programs.id, programPartners.programId))
      .where(ofYear),
    problems: await tx
      .select({ programId: problems.programId, id: problems.id, title: problems.title })
      .from(problems)
      .innerJoin(programs, eq(programs.id, problems.programId))
      .where(and(ofYear, isNotNull(problems.programId)))
      .orderBy(asc(problems.createdAt)),
  };
}

/** What was written, said and shown about them. */
async function listWordRows(tx: Tx, year: number) {
  const ofYear = eq(programs.fiscalYear, year);
  return {
    results: await tx
      .select({ result: results })
      .from(results)
      .innerJoin(programs, eq(programs.id, results.programId))
      .where(ofYear),
    voices: await tx
      .select({ programId: voices.programId, speaker: voices.speaker, words: voices.words })
      .from(voices)
      .innerJoin(programs, eq(programs.id, voices.programId))
      .where(ofYear)
      .orderBy(asc(voices.position), asc(voices.id)),
    pictures: await tx
      .select({
        programId: pictures.programId,
        fileId: pictures.fileId,
        alternative: pictures.alternative,
        caption: pictures.caption,
      })
      .from(pictures)
      .innerJoin(programs, eq(programs.id, pictures.programId))
      .where(ofYear)
      .orderBy(asc(pictures.position), asc(pictures.id)),
  };
}

/** Reported values of a measure as one object: `{"2024-04": 12, …}`. */
const valuesOf = (id: ReturnType<typeof sql>) =>
  sql<
    Record<string, number>
  >`(select coalesce(jsonb_object_agg(v.period, v.value), '{}') from ${measureValues} v where v.measure_id = ${id})`;

export interface MeasureRow {
  readonly measure: typeof measures.$inferSelect;
  readonly values: Record<string, number>;
  /** The measure that it follows; null where there is none. */
  readonly before: {
    readonly kind: string;
    readonly counting: string | null;
    readonly values: Record<string, number>;
  } | null;
}

async function listMeasureRows(tx: Tx, year: number): Promise<MeasureRow[]> {
  return tx
    .select({
      measure: measures,
      values: valuesOf(sql`${measures.id}`),
      before: sql<MeasureRow['before']>`(select jsonb_build_object('kind', b.kind, 'counting', b.counting,
        'values', ${valuesOf(sql`b.id`)}) from ${measures} b where b.id = ${measures.predecessorId})`,
    })
    .from(measures)
    .innerJoin(programs, eq(programs.id, measures.programId))
    .where(eq(programs.fiscalYear, year))
    .orderBy(asc(measures.position), asc(measures.id));
}

/** The earliest predecessor of each program and measure of the year that has one. */
async function listThreads(tx: Tx, year: number): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; thread: string }>(sql`
    with recursive program_line (id, at, before) as (
      select p.id, p.id, p.predecessor_id from ${programs} p where p.fiscal_year = ${year} and p.predecessor_id is not null
      union all
      select l.id, p.id, p.predecessor_id from program_line l join ${programs} p on p.id = l.before
    ), measure_line (id, at, before) as (
      select m.id, m.id, m.predecessor_id from ${measures} m join ${programs} p on p.id = m.program_id
      where p.fiscal_year = ${year} and m.predecessor_id is not null
      union all
      select l.id, m.id, m.predecessor_id from measure_line l join ${measures} m on m.id = l.before
    )
    select id, at as thread from program_line where before is null
    union all select id, at from measure_line where before is null`);
  return new Map(rows.map((row) => [row.id, row.thread]));
}

/** Of the latest round that asked for each program. */
async function listEntryStatuses(tx: Tx, year: number): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ program_id: string; status: string }>(sql`
    select distinct on (e.program_id) e.program_id, e.status from ${entries} e
    join ${rounds} r on r.id = e.round_id where r.fiscal_year = ${year}
    order by e.program_id, r.opened_at desc`);
  return new Map(rows.map((row) => [row.program_id, row.status]));
}
