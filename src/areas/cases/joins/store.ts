import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { personKeys, persons } from '../persons/tables.ts';
import { personJoins } from './tables.ts';

export type PersonJoin = typeof personJoins.$inferSelect;

/** Persons of these organisations that share a blind index with one of `personIds`; a joined one counts as the one that was kept. */
export async function listMatches(
  tx: Tx,
  { personIds, organisationIds }: { personIds: readonly string[]; organisationIds: readonly string[] },
): Promise<{ personId: string; kind: string }[]> {
  const own = alias(personKeys, 'own');
  const rows = await tx
    .selectDistinct({ personId: personKeys.personId, joinedInto: persons.joinedInto, kind: personKeys.kind })
    .from(own)
    .innerJoin(
      personKeys,
      and(
        inArray(personKeys.organisationId, [...organisationIds]),
        eq(personKeys.kind, own.kind),
        eq(personKeys.blind, own.blind),
        ne(personKeys.personId, own.personId),
      ),
    )
    .innerJoin(persons, eq(persons.id, personKeys.personId))
    .where(inArray(own.personId, [...personIds]))
    .limit(200);
  return rows
    .map(({ personId, joinedInto, kind }) => ({ personId: joinedInto ?? personId, kind }))
    .filter(({ personId }) => !personIds.includes(personId));
}

/** Ids of those who were joined into a person. */
export async function listJoinedInto(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.select({ id: persons.id }).from(persons).where(eq(persons.joinedInto, personId));
  return rows.map(({ id }) => id);
}

/** What was decided about a person and still holds, newest first, with who decided. */
export async function listJoins(tx: Tx, personId: string) {
  return tx
    .select({ join: personJoins, byName: people.name })
    .from(personJoins)
    .leftJoin(people, eq(people.id, personJoins.decidedBy))
    .where(
      and(
        or(eq(personJoins.keptId, personId), eq(personJoins.otherId, personId)),
        isNull(personJoins.undoneAt),
      ),
    )
    .orderBy(desc(personJoins.decidedAt));
}

export async function insertJoin(tx: Tx, row: typeof personJoins.$inferInsert): Promise<void> {
  await tx.insert(personJoins).values(row);
}

export async function lockJoin(tx: Tx, id: string): Promise<PersonJoin> {
  const [row] = await tx.select().from(personJoins).where(eq(personJoins.id, id)).for('update');
  if (!row) throw new NotFound('join');
  return row;
}

export async function updateJoin(tx: Tx, id: string, change: Partial<PersonJoin>): Promise<void> {
  await tx.update(personJoins).set(change).where(eq(personJoins.id, id));
}

/** Both rows, held in one order whoever asks, so that two who join at once come one after the other. */
export async function lockPersons(tx: Tx, ids: readonly string[]) {
  return tx
    .select()
    .from(persons)
    .where(inArray(persons.id, [...ids]))
    .orderBy(persons.id)
    .for('update');
}

export async function setJoinedInto(tx: Tx, id: string, joinedInto: string | null): Promise<void> {
  await tx.update(persons).set({ joinedInto }).where(eq(persons.id, id));
}

/** Cases of one person stand with another from now on; gives which. */
export async function moveCases(
  tx: Tx,
  { from, to, only, at }: { from: string; to: string; only?: readonly string[]; at: Date },
): Promise<string[]> {
  const rows = await tx
    .update(caseFiles)
    .set({ personId: to, touchedAt: at })
    .where(and(eq(caseFiles.personId, from), only ? inArray(caseFiles.id, [...only]) : undefined))
    .returning({ id: caseFiles.id });
  return rows.map(({ id }) => id);
}
