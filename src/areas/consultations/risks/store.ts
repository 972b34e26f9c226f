import { and, asc, count, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { contacts } from '../contacts/tables.ts';
import { emergencySteps, escalations, riskAssessments } from './tables.ts';

export type Assessment = typeof riskAssessments.$inferSelect;
export type NewAssessment = typeof riskAssessments.$inferInsert;
export type Escalation = typeof escalations.$inferSelect;

/** With the number of its contact. */
export type OpenCall = Escalation & { readonly number: string };

export async function insertAssessment(tx: Tx, row: NewAssessment): Promise<void> {
  await tx.insert(riskAssessments).values(row);
}

/** The newest first, with who made it. */
export async function listAssessments(tx: Tx, contactId: string): Promise<(Assessment & { by: string })[]> {
  const rows = await tx
    .select({ row: riskAssessments, by: people.name })
    .from(riskAssessments)
    .leftJoin(people, eq(people.id, riskAssessments.personId))
    .where(eq(riskAssessments.contactId, contactId))
    .orderBy(desc(riskAssessments.at));
  return rows.map(({ row, by }) => ({ ...row, by: by ?? '' }));
}

export async function insertEscalation(
  tx: Tx,
  row: typeof escalations.$inferInsert & { id: string },
): Promise<void> {
  await tx.insert(escalations).values(row);
}

/** The open call of a contact. */
export async function findOpenEscalation(tx: Tx, contactId: string): Promise<Escalation | undefined> {
  const [row] = await tx
    .select()
    .from(escalations)
    .where(and(eq(escalations.contactId, contactId), isNull(escalations.resolvedAt)));
  return row;
}

export async function lockEscalation(tx: Tx, id: string): Promise<Escalation | undefined> {
  const [row] = await tx.select().from(escalations).where(eq(escalations.id, id)).for('update');
  return row;
}

export async function updateEscalation(tx: Tx, id: string, change: Partial<Escalation>): Promise<void> {
  await tx.update(escalations).set(change).where(eq(escalations.id, id));
}

/** The open calls of a desk with the numbers of their contacts, the oldest first. */
export async function listOpenEscalations(tx: Tx, deskId: string): Promise<OpenCall[]> {
  const rows = await tx
    .select({ row: escalations, number: contacts.number })
    .from(escalations)
    .innerJoin(contacts, eq(contacts.id, escalations.contactId))
    .where(and(eq(escalations.deskId, deskId), isNull(escalations.resolvedAt)))
    .orderBy(asc(escalations.raisedAt));
  return rows.map(({ row, number }) => ({ ...row, number }));
}

/** Calls of a desk since a moment, the newest first. */
export async function listEscalations(
  tx: Tx,
  { deskId, since }: { deskId: string; since: Date },
): Promise<Escalation[]> {
  return tx
    .select()
    .from(escalations)
    .where(and(eq(escalations.deskId, deskId), gt(escalations.raisedAt, since)))
    .orderBy(desc(escalations.raisedAt));
}

export async function insertStep(tx: Tx, row: Omit<typeof emergencySteps.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(emergencySteps).values(row);
}

export async function countSteps(tx: Tx, escalationId: string): Promise<number> {
  const [row] = await tx
    .select({ steps: count() })
    .from(emergencySteps)
    .where(eq(emergencySteps.escalationId, escalationId));
  return row?.steps ?? 0;
}

export interface StepTaken {
  readonly step: string;
  readonly result: string;
  readonly by: string;
  readonly at: Date;
}

export async function listSteps(tx: Tx, escalationId: string): Promise<StepTaken[]> {
  const rows = await tx
    .select({
      step: emergencySteps.step,
      result: emergencySteps.result,
      at: emergencySteps.at,
      by: people.name,
    })
    .from(emergencySteps)
    .leftJoin(people, eq(people.id, emergencySteps.personId))
    .where(eq(emergencySteps.escalationId, escalationId))
    .orderBy(asc(emergencySteps.at));
  return rows.map((row) => ({ ...row, by: row.by ?? '' }));
}
