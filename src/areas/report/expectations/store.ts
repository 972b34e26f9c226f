import { and, arrayContains, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { inParts } from '#platform/database/in-parts.ts';
import type { ProgramContent } from '../editions/content.ts';
import { editionPrograms, editions } from '../editions/tables.ts';
import type { Expectation } from './rules.ts';
import { expectations } from './tables.ts';

export type FrozenExpectation = typeof expectations.$inferSelect;

export async function listExpectationsOfYear(tx: Tx, fiscalYear: number): Promise<FrozenExpectation[]> {
  return tx.select().from(expectations).where(eq(expectations.fiscalYear, fiscalYear));
}

/** A program whose expectation was kept, by its name. */
export interface ExpectedProgram {
  readonly thread: string;
  readonly name: Text;
}

export async function listExpectedPrograms(tx: Tx, fiscalYear: number): Promise<ExpectedProgram[]> {
  const name = sql<Text>`${expectations.content} -> 'name'`;
  return tx
    .select({ thread: expectations.thread, name })
    .from(expectations)
    .where(eq(expectations.fiscalYear, fiscalYear))
    .orderBy(sql`${name} ->> 'ja'`, asc(expectations.thread));
}

export async function listExpectationsOfThread(tx: Tx, thread: string): Promise<FrozenExpectation[]> {
  return tx
    .select()
    .from(expectations)
    .where(eq(expectations.thread, thread))
    .orderBy(asc(expectations.fiscalYear));
}

/** The expectation in which a number of this name stands. */
export async function findExpectationOf(tx: Tx, figureId: string): Promise<FrozenExpectation | undefined> {
  const [row] = await tx
    .select()
    .from(expectations)
    .where(arrayContains(expectations.figureIds, [figureId]));
  return row;
}

export interface NewExpectation {
  readonly programId: string;
  readonly fiscalYear: number;
  readonly thread: string;
  readonly content: Expectation;
  readonly figureIds: string[];
  readonly frozenAt: Date;
  readonly frozenOn: string;
  readonly frozenBy: string;
}

export async function insertExpectations(tx: Tx, rows: readonly NewExpectation[]): Promise<void> {
  for (const part of inParts(rows)) await tx.insert(expectations).values([...part]);
}

/** A program as the newest published results of each year print it, with the edition it stands in; the oldest first. */
export async function listResultsOfThread(
  tx: Tx,
  thread: string,
): Promise<{ editionId: string; program: ProgramContent }[]> {
  return tx
    .selectDistinctOn([editions.fiscalYear], { editionId: editions.id, program: editionPrograms.content })
    .from(editionPrograms)
    .innerJoin(editions, eq(editions.id, editionPrograms.editionId))
    .where(
      and(eq(editionPrograms.thread, thread), eq(editions.status, 'published'), eq(editions.kind, 'results')),
    )
    .orderBy(asc(editions.fiscalYear), desc(editions.number));
}

/** Years of which the public knows programs: published results, or frozen expectations. */
export async function listKnownYears(tx: Tx): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectDistinct({ fiscalYear: expectations.fiscalYear })
    .from(expectations)
    .union(
      tx
        .selectDistinct({ fiscalYear: editions.fiscalYear })
        .from(editions)
        .where(sql`status = 'published' and kind = 'results'`),
    );
  return new Set(rows.map(({ fiscalYear }) => fiscalYear));
}
