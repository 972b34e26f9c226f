import { and, asc, desc, eq, max, ne, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { entries } from '../entries/tables.ts';
import { rounds } from '../rounds/tables.ts';
import type { EntryStatus } from './rules.ts';
import { programPartners, programPillars, programs } from './tables.ts';

export type Program = typeof programs.$inferSelect;

export async function findProgram(tx: Tx, id: string): Promise<Program> {
  const [row] = await tx.select().from(programs).where(eq(programs.id, id));
  if (!row) throw new NotFound('program');
  return row;
}

export async function lockProgram(tx: Tx, id: string): Promise<Program> {
  // A share lock needs no right to write the row: whether this person may is decided after.
  const found = await findProgram(tx, id);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 1))`);
  return found;
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
  const [row] = await tx
    .select({ status: entries.status })
    .from(entries)
    .innerJoin(rounds, eq(rounds.id, entries.roundId))
    .where(eq(entries.programId, programId))
    .orderBy(desc(rounds.openedAt))
    .limit(1);
  return (row?.status as EntryStatus | undefined) ?? null;
}
