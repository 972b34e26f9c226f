import { and, asc, count, desc, eq, like, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { problemBureaus, problemDomains, problemNotes, problems } from './tables.ts';

export type Problem = typeof problems.$inferSelect;
export type ProblemNote = typeof problemNotes.$inferSelect;

export async function findProblem(tx: Tx, id: string): Promise<Problem> {
  const [row] = await tx.select().from(problems).where(eq(problems.id, id));
  if (!row) throw new NotFound('problem');
  return row;
}

/** How many stand in each state, of all years. */
export async function countProblems(tx: Tx): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .select({ status: problems.status, count: count() })
    .from(problems)
    .groupBy(problems.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** The newest first. */
export async function listProblems(tx: Tx, status?: string): Promise<Problem[]> {
  return tx
    .select()
    .from(problems)
    .where(status ? eq(problems.status, status) : undefined)
    .orderBy(desc(problems.createdAt), asc(problems.id));
}

export interface ProblemOfOrigin extends Pick<Problem, 'id' | 'title' | 'status' | 'createdAt'> {
  readonly origin: string;
}

/** Problems that a later area saw in its own facts, by how their origins begin; the newest first. */
export async function listProblemsOfOrigin(tx: Tx, beginning: string): Promise<ProblemOfOrigin[]> {
  const rows = await tx
    .select()
    .from(problems)
    .where(like(problems.origin, `${beginning.replace(/[\\%_]/g, '\\$&')}%`))
    .orderBy(desc(problems.createdAt), asc(problems.id));
  return rows.map(({ origin, ...problem }) => ({ ...problem, origin: origin ?? '' }));
}

/** Who raises a problem of an origin waits for who does the same; gives the states of those there are. */
export async function lockOrigin(tx: Tx, origin: string): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${origin}, 2))`);
  const rows = await tx.select({ status: problems.status }).from(problems).where(eq(problems.origin, origin));
  return rows.map(({ status }) => status);
}

/** The problem that a program came of. */
export async function findProblemOfProgram(tx: Tx, programId: string): Promise<Problem | undefined> {
  const [row] = await tx
    .select()
    .from(problems)
    .where(eq(problems.programId, programId))
    .orderBy(asc(problems.createdAt))
    .limit(1);
  return row;
}

export async function insertProblem(
  tx: Tx,
  { domains, ...problem }: typeof problems.$inferInsert & { domains: readonly string[] },
): Promise<string> {
  const [row] = await tx.insert(problems).values(problem).returning({ id: problems.id });
  if (!row) throw new Error('problem was not written');
  if (domains.length > 0)
    await tx
      .insert(problemDomains)
      .values([...new Set(domains)].map((domain) => ({ problemId: row.id, domain })));
  return row.id;
}

/** Moves a problem on, if it is still in the state that was read; false when somebody was faster. */
export async function updateProblem(
  tx: Tx,
  { id, status }: { id: string; status: string },
  fields: Partial<Pick<Problem, 'status' | 'setAsideReason' | 'programId'>>,
): Promise<boolean> {
  const rows = await tx
    .update(problems)
    .set(fields)
    .where(and(eq(problems.id, id), eq(problems.status, status)))
    .returning({ id: problems.id });
  return rows.length > 0;
}

export async function listDomains(tx: Tx, problemId: string): Promise<string[]> {
  const rows = await tx
    .select({ domain: problemDomains.domain })
    .from(problemDomains)
    .where(eq(problemDomains.problemId, problemId))
    .orderBy(asc(problemDomains.domain));
  return rows.map((row) => row.domain);
}

export async function listJoined(tx: Tx, problemId: string): Promise<string[]> {
  const rows = await tx
    .select({ organisationId: problemBureaus.organisationId })
    .from(problemBureaus)
    .where(eq(problemBureaus.problemId, problemId))
    .orderBy(asc(problemBureaus.joinedAt));
  return rows.map((row) => row.organisationId);
}

export async function insertJoined(
  tx: Tx,
  joined: { problemId: string; organisationId: string; joinedAt: Date },
): Promise<void> {
  await tx.insert(problemBureaus).values(joined);
}

export async function insertNote(tx: Tx, note: Omit<typeof problemNotes.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(problemNotes).values(note);
}

/** In the order in which it was said. */
export async function listNotes(tx: Tx, problemId: string): Promise<ProblemNote[]> {
  return tx
    .select()
    .from(problemNotes)
    .where(eq(problemNotes.problemId, problemId))
    .orderBy(asc(problemNotes.at), asc(problemNotes.id));
}
