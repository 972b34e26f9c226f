import { and, desc, eq, isNotNull, lt, or } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Course } from '../courses/store.ts';
import { trainingCourses } from '../courses/tables.ts';
import { trainingCertificates } from './tables.ts';

export type Certificate = typeof trainingCertificates.$inferSelect;

export interface CertificateOf {
  readonly certificate: Certificate;
  readonly course: Course;
}

function joined(tx: Tx) {
  return tx
    .select({ certificate: trainingCertificates, course: trainingCourses })
    .from(trainingCertificates)
    .innerJoin(trainingCourses, eq(trainingCourses.id, trainingCertificates.courseId));
}

export async function findCertificate(tx: Tx, id: string): Promise<CertificateOf> {
  const [row] = await joined(tx).where(eq(trainingCertificates.id, id));
  if (!row) throw new NotFound('certificate');
  return row;
}

export async function findByNumber(tx: Tx, number: string): Promise<CertificateOf | undefined> {
  const [row] = await joined(tx).where(eq(trainingCertificates.number, number));
  return row;
}

export async function findByEntry(tx: Tx, entryId: string): Promise<Certificate | undefined> {
  const [row] = await tx.select().from(trainingCertificates).where(eq(trainingCertificates.entryId, entryId));
  return row;
}

/** Of a person with a sign-in, or of a course; the latest first. */
export async function listCertificates(
  tx: Tx,
  by: { personId: string } | { courseId: string },
): Promise<CertificateOf[]> {
  const is =
    'personId' in by
      ? eq(trainingCertificates.personId, by.personId)
      : eq(trainingCertificates.courseId, by.courseId);
  return joined(tx).where(is).orderBy(desc(trainingCertificates.issuedAt)).limit(200);
}

export async function insertCertificate(
  tx: Tx,
  row: typeof trainingCertificates.$inferInsert,
): Promise<void> {
  await tx.insert(trainingCertificates).values(row);
}

export async function updateCertificate(tx: Tx, id: string, change: Partial<Certificate>): Promise<void> {
  await tx.update(trainingCertificates).set(change).where(eq(trainingCertificates.id, id));
}

/** Whose certificate it was is gone when it ended before a moment; number, course and days stay. */
export async function eraseHolders(tx: Tx, before: Date): Promise<number> {
  const { sealed, validUntil, revokedAt, id } = trainingCertificates;
  const gone = await tx
    .update(trainingCertificates)
    .set({ sealed: null, sealedKey: null, initial: '' })
    .where(and(isNotNull(sealed), or(lt(validUntil, before), lt(revokedAt, before))))
    .returning({ id });
  return gone.length;
}
