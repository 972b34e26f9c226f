import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { grantAnswers, grantApplications, grantChanges, grantCounters, grantSteps } from './tables.ts';

type Row = typeof grantApplications.$inferSelect;
/** One that still has its key: what retention erased is found by nobody. */
export type Application = Row & { readonly sealedKey: string };

function withKey(row: Row | undefined): Application {
  if (!row?.sealedKey) throw new NotFound('grant application');
  return { ...row, sealedKey: row.sealedKey };
}
export type Step = typeof grantSteps.$inferSelect;

export async function findApplication(tx: Tx, id: string): Promise<Application> {
  const [row] = await tx.select().from(grantApplications).where(eq(grantApplications.id, id));
  return withKey(row);
}

export async function lockApplication(tx: Tx, id: string): Promise<Application> {
  const [row] = await tx.select().from(grantApplications).where(eq(grantApplications.id, id)).for('update');
  return withKey(row);
}

export async function insertApplication(tx: Tx, row: typeof grantApplications.$inferInsert): Promise<void> {
  await tx.insert(grantApplications).values(row);
}

export async function updateApplication(
  tx: Tx,
  id: string,
  change: Partial<typeof grantApplications.$inferInsert>,
): Promise<void> {
  await tx.update(grantApplications).set(change).where(eq(grantApplications.id, id));
}

/** A draft that was never sent, with everything that hangs on it. */
export async function deleteApplication(tx: Tx, id: string): Promise<void> {
  await tx.delete(grantApplications).where(eq(grantApplications.id, id));
}

export async function listAnswers(tx: Tx, applicationId: string) {
  return tx
    .select()
    .from(grantAnswers)
    .where(eq(grantAnswers.applicationId, applicationId))
    .orderBy(asc(grantAnswers.code));
}

export async function writeAnswer(tx: Tx, row: typeof grantAnswers.$inferInsert): Promise<void> {
  const { sealed, version, changedBy, changedAt } = row;
  await tx
    .insert(grantAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [grantAnswers.applicationId, grantAnswers.code],
      set: { sealed, version, changedBy, changedAt },
    });
}

export async function writeChange(tx: Tx, row: typeof grantChanges.$inferInsert): Promise<void> {
  await tx
    .insert(grantChanges)
    .values(row)
    .onConflictDoUpdate({
      target: [grantChanges.applicationId, grantChanges.code, grantChanges.changedBy],
      set: { at: row.at },
    });
}

/** Who changed which part last, in the order of time. */
export async function listChanges(tx: Tx, applicationId: string) {
  return tx
    .select()
    .from(grantChanges)
    .where(eq(grantChanges.applicationId, applicationId))
    .orderBy(asc(grantChanges.at));
}

export async function insertStep(tx: Tx, row: typeof grantSteps.$inferInsert): Promise<void> {
  await tx.insert(grantSteps).values(row);
}

/** In the order of time, with the name of who took it (of the office). */
export async function listSteps(
  tx: Tx,
  applicationId: string,
): Promise<(Step & { personName: string | null })[]> {
  const rows = await tx
    .select({ step: grantSteps, personName: people.name })
    .from(grantSteps)
    .leftJoin(people, eq(people.id, grantSteps.personId))
    .where(eq(grantSteps.applicationId, applicationId))
    .orderBy(asc(grantSteps.at), asc(grantSteps.id));
  return rows.map(({ step, personName }) => ({ ...step, personName }));
}

/** The next 受付番号 of a fiscal year; whoever comes second waits until the first has committed. */
export async function nextNumber(tx: Tx, fiscalYear: number): Promise<number> {
  const [row] = await tx
    .insert(grantCounters)
    .values({ fiscalYear, last: 1 })
    .onConflictDoUpdate({ target: grantCounters.fiscalYear, set: { last: sql`${grantCounters.last} + 1` } })
    .returning({ last: grantCounters.last });
  if (!row) throw new Error('no number was given');
  return row.last;
}

/** Whoever sends as the same applicant waits until the transaction ends: two at once are one after the other. */
export async function holdApplicant(tx: Tx, identity: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`grant-applicant ${identity}`}, 0))`);
}

/** The application that stands for a unit of a call. */
export async function findOfUnit(
  tx: Tx,
  { callId, unitKey }: { callId: string; unitKey: string },
): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(grantApplications)
    .where(
      and(
        eq(grantApplications.callId, callId),
        eq(grantApplications.unitKey, unitKey),
        inArray(grantApplications.state, ['submitted', 'returned', 'checked', 'decided']),
      ),
    );
  return row;
}

/** What an office has not sent yet of what it writes down for others: newest first. */
export async function listEntries(tx: Tx, bureauIds: readonly string[]): Promise<Row[]> {
  if (bureauIds.length === 0) return [];
  return tx
    .select()
    .from(grantApplications)
    .where(
      and(
        inArray(grantApplications.bureauId, [...bureauIds]),
        inArray(grantApplications.door, ['paper', 'telephone']),
        inArray(grantApplications.state, ['draft', 'returned']),
        isNull(grantApplications.decidedAt),
      ),
    )
    .orderBy(sql`${grantApplications.createdAt} desc`)
    .limit(200);
}
