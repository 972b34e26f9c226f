import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { caseAnswers } from './tables.ts';

export type CaseAnswer = typeof caseAnswers.$inferSelect;

/** Rows of these forms in the classes that the reader may see, with who wrote last. */
export async function listAnswers(
  tx: Tx,
  { caseId, forms }: { caseId: string; forms: readonly string[] },
): Promise<(CaseAnswer & { writer: string | null })[]> {
  const rows = await tx
    .select({ answer: caseAnswers, writer: people.name })
    .from(caseAnswers)
    .leftJoin(people, eq(people.id, caseAnswers.updatedBy))
    .where(and(eq(caseAnswers.caseId, caseId), inArray(caseAnswers.form, [...forms])));
  return rows.map(({ answer, writer }) => ({ ...answer, writer }));
}

export async function writeAnswer(tx: Tx, row: Omit<typeof caseAnswers.$inferInsert, 'id'>): Promise<void> {
  const { sealed, version, updatedAt, updatedBy } = row;
  await tx
    .insert(caseAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [caseAnswers.caseId, caseAnswers.form, caseAnswers.round, caseAnswers.class],
      set: { sealed, version, updatedAt, updatedBy },
    });
}
