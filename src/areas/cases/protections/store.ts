import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { openings, protections, protectionWords } from './tables.ts';

export type Protection = typeof protections.$inferSelect;
export type OpeningRow = typeof openings.$inferSelect;

export async function insertProtection(tx: Tx, row: typeof protections.$inferInsert): Promise<Protection> {
  const [inserted] = await tx.insert(protections).values(row).returning();
  if (!inserted) throw new Error('protection was not written');
  return inserted;
}

/** The one that stands, if one does. */
export async function findProtectionOf(tx: Tx, caseId: string): Promise<Protection | undefined> {
  const [row] = await tx
    .select()
    .from(protections)
    .where(and(eq(protections.caseId, caseId), isNull(protections.endedAt)));
  return row;
}

/** Those that go with it: people at the same address. */
export async function listWith(tx: Tx, protectionId: string): Promise<Protection[]> {
  return tx
    .select()
    .from(protections)
    .where(and(eq(protections.withId, protectionId), isNull(protections.endedAt)));
}

export async function listStanding(tx: Tx): Promise<Protection[]> {
  return tx.select().from(protections).where(isNull(protections.endedAt)).orderBy(asc(protections.endsOn));
}

export async function updateProtection(
  tx: Tx,
  id: string,
  change: Partial<typeof protections.$inferInsert>,
): Promise<void> {
  await tx.update(protections).set(change).where(eq(protections.id, id));
}

export async function writeProtectionWords(tx: Tx, row: typeof protectionWords.$inferInsert): Promise<void> {
  await tx
    .insert(protectionWords)
    .values(row)
    .onConflictDoUpdate({ target: protectionWords.protectionId, set: { sealed: row.sealed } });
}

/** Undefined for whoever may not see of violence. */
export async function findProtectionWords(tx: Tx, protectionId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ sealed: protectionWords.sealed })
    .from(protectionWords)
    .where(eq(protectionWords.protectionId, protectionId));
  return row?.sealed;
}

export async function insertOpening(tx: Tx, row: typeof openings.$inferInsert): Promise<void> {
  await tx.insert(openings).values(row);
}

export async function lockOpening(tx: Tx, id: string): Promise<OpeningRow> {
  const [row] = await tx.select().from(openings).where(eq(openings.id, id)).for('update');
  if (!row) throw new NotFound('opening');
  return row;
}

export async function updateOpening(
  tx: Tx,
  id: string,
  change: Partial<typeof openings.$inferInsert>,
): Promise<void> {
  await tx.update(openings).set(change).where(eq(openings.id, id));
}

/** Of one case, newest first. */
export async function listOpenings(tx: Tx, caseId: string): Promise<OpeningRow[]> {
  return tx
    .select()
    .from(openings)
    .where(eq(openings.caseId, caseId))
    .orderBy(desc(openings.askedAt))
    .limit(50);
}

/** What waits for a second person, with the number of the case and who asks; the caller has seen who may read it. */
export async function listWaitingOpenings(tx: Tx) {
  return tx
    .select({ opening: openings, file: caseFiles, askedByName: people.name })
    .from(openings)
    .innerJoin(caseFiles, eq(caseFiles.id, openings.caseId))
    .innerJoin(people, eq(people.id, openings.askedBy))
    .where(isNull(openings.decidedAt))
    .orderBy(asc(openings.askedAt));
}
