import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { caseFiles } from '../case-files/tables.ts';
import { personDetails, personKeys, persons } from './tables.ts';

export type Person = typeof persons.$inferSelect;
export type PersonDetail = typeof personDetails.$inferSelect;

export async function insertPerson(tx: Tx, row: typeof persons.$inferInsert): Promise<void> {
  await tx.insert(persons).values(row);
}

export async function findPerson(tx: Tx, id: string): Promise<Person> {
  const [row] = await tx.select().from(persons).where(eq(persons.id, id));
  if (!row) throw new NotFound('person');
  return row;
}

/** Rows of the classes that the reader may see; row-level security leaves out the others. */
export async function listDetails(tx: Tx, personIds: readonly string[]): Promise<PersonDetail[]> {
  if (personIds.length === 0) return [];
  return tx
    .select()
    .from(personDetails)
    .where(inArray(personDetails.personId, [...personIds]));
}

/** The sealed keys of several persons, for a list. */
export async function listPersons(tx: Tx, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(persons)
    .where(inArray(persons.id, [...ids]));
}

export async function lockDetail(
  tx: Tx,
  { personId, fieldClass }: { personId: string; fieldClass: string },
): Promise<PersonDetail | undefined> {
  const [row] = await tx
    .select()
    .from(personDetails)
    .where(and(eq(personDetails.personId, personId), eq(personDetails.class, fieldClass)))
    .for('update');
  return row;
}

export async function writeDetail(tx: Tx, row: Omit<typeof personDetails.$inferInsert, 'id'>): Promise<void> {
  const { sealed, version, updatedAt, updatedBy } = row;
  await tx
    .insert(personDetails)
    .values(row)
    .onConflictDoUpdate({
      target: [personDetails.personId, personDetails.class],
      set: { sealed, version, updatedAt, updatedBy },
    });
}

export async function removeDetail(
  tx: Tx,
  { personId, fieldClass }: { personId: string; fieldClass: string },
): Promise<void> {
  await tx
    .delete(personDetails)
    .where(and(eq(personDetails.personId, personId), eq(personDetails.class, fieldClass)));
}

export async function replaceKeys(
  tx: Tx,
  { personId, organisationId }: { personId: string; organisationId: string },
  keys: readonly { kind: string; blind: string }[],
): Promise<void> {
  await tx.delete(personKeys).where(eq(personKeys.personId, personId));
  if (keys.length > 0)
    await tx.insert(personKeys).values(keys.map((key) => ({ ...key, personId, organisationId })));
}

/** The visible cases of persons with one of these keys, newest first; at most 50. */
export async function listCasesByKeys(
  tx: Tx,
  { organisationIds, blinds }: { organisationIds: readonly string[]; blinds: readonly string[] },
) {
  // Who was joined into another is still found by what was known of them. An array, found first: a join would ask the policies of every case.
  const found = tx
    .select({ id: sql`coalesce(${persons.joinedInto}, ${persons.id})` })
    .from(personKeys)
    .innerJoin(persons, eq(persons.id, personKeys.personId))
    .where(
      and(inArray(personKeys.organisationId, [...organisationIds]), inArray(personKeys.blind, [...blinds])),
    );
  return tx
    .select()
    .from(caseFiles)
    .where(and(sql`${caseFiles.personId} = any(array(${found}))`, isNull(caseFiles.erasedAt)))
    .orderBy(desc(caseFiles.openedAt))
    .limit(50);
}

/** Cases of persons, as far as the reader sees them; newest first. */
export async function listCasesOfPersons(tx: Tx, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return tx
    .select()
    .from(caseFiles)
    .where(and(inArray(caseFiles.personId, [...personIds]), isNull(caseFiles.erasedAt)))
    .orderBy(desc(caseFiles.openedAt));
}
