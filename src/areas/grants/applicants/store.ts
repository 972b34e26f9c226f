import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { NotFound } from '#platform/errors.ts';
import { grantApplicants } from './tables.ts';

export type Applicant = typeof grantApplicants.$inferSelect;

export async function findApplicant(tx: Tx, id: string): Promise<Applicant> {
  const [row] = await tx.select().from(grantApplicants).where(eq(grantApplicants.id, id));
  if (!row) throw new NotFound('grant applicant');
  return row;
}

export async function findByNumber(tx: Tx, corporateNumber: string): Promise<Applicant | undefined> {
  const [row] = await tx
    .select()
    .from(grantApplicants)
    .where(eq(grantApplicants.corporateNumber, corporateNumber));
  return row;
}

/** The oldest of those who are known by this key and have no number. */
export async function findBySameness(
  tx: Tx,
  { sameKey, kind }: { sameKey: string; kind: string },
): Promise<Applicant | undefined> {
  const [row] = await tx
    .select()
    .from(grantApplicants)
    .where(
      and(
        eq(grantApplicants.sameKey, sameKey),
        eq(grantApplicants.kind, kind),
        isNull(grantApplicants.corporateNumber),
      ),
    )
    .orderBy(asc(grantApplicants.createdAt))
    .limit(1);
  return row;
}

/** The oldest of each key, of persons. */
export async function listBySameness(tx: Tx, sameKeys: readonly string[]): Promise<Applicant[]> {
  return tx
    .selectDistinctOn([grantApplicants.sameKey])
    .from(grantApplicants)
    .where(and(inArray(grantApplicants.sameKey, [...sameKeys]), eq(grantApplicants.kind, 'individual')))
    .orderBy(grantApplicants.sameKey, asc(grantApplicants.createdAt));
}

export async function insertApplicants(
  tx: Tx,
  rows: readonly (typeof grantApplicants.$inferInsert)[],
): Promise<void> {
  for (const part of inParts(rows)) await tx.insert(grantApplicants).values(part);
}

/** What is known of each from now on. */
export async function updateSealed(
  tx: Tx,
  rows: readonly Pick<Applicant, 'id' | 'sealedContact' | 'sealedAccount'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update grant_applicants a set sealed_contact = n."sealedContact", sealed_account = coalesce(n."sealedAccount", a.sealed_account)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n(id uuid, "sealedContact" text, "sealedAccount" text) where a.id = n.id`);
}

/** False when somebody with this number was written at the same moment. */
export async function insertApplicant(tx: Tx, row: typeof grantApplicants.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(grantApplicants)
    .values(row)
    .onConflictDoNothing({ target: grantApplicants.corporateNumber })
    .returning({ id: grantApplicants.id });
  return made.length > 0;
}

export async function updateApplicant(
  tx: Tx,
  id: string,
  change: Partial<typeof grantApplicants.$inferInsert>,
): Promise<void> {
  await tx.update(grantApplicants).set(change).where(eq(grantApplicants.id, id));
}
