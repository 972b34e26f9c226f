import { and, asc, count, desc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { passkeys, recoveryCodes, sessions, ssoIdentities, totpSecrets } from '../sign-in/tables.ts';
import { memberships, organisations, people } from './tables.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly hasPassword: boolean;
}
export interface HeldRow {
  readonly id: string;
  readonly personId: string;
  readonly role: string;
  readonly organisationId: string;
  readonly organisationJa: string;
  readonly organisationEn: string | null;
}

const personColumns = {
  id: people.id,
  name: people.name,
  email: people.email,
  disabledAt: people.disabledAt,
  lockedUntil: people.lockedUntil,
  hasPassword: sql<boolean>`${people.passwordHash} is not null`,
};

/** People whose name or address contains the text, by name; and how many there are in all. */
export async function listPeople(
  tx: Tx,
  { search, page, pageSize }: { search: string; page: number; pageSize: number },
): Promise<{ people: PersonRow[]; total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const match = search ? or(ilike(people.name, pattern), ilike(people.email, pattern)) : undefined;
  const rows = await tx
    .select(personColumns)
    .from(people)
    .where(match)
    .orderBy(asc(people.name), asc(people.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [all] = await tx.select({ total: count() }).from(people).where(match);
  return { people: rows, total: all?.total ?? 0 };
}

export async function findPerson(tx: Tx, id: string): Promise<PersonRow> {
  const [row] = await tx.select(personColumns).from(people).where(eq(people.id, id));
  if (!row) throw new NotFound('person');
  return row;
}

/** Roles that are held at present, by organisation. */
export async function listHeld(tx: Tx, personIds: readonly string[]): Promise<HeldRow[]> {
  if (personIds.length === 0) return [];
  return tx
    .select({
      id: memberships.id,
      personId: memberships.personId,
      role: memberships.role,
      organisationId: organisations.id,
      organisationJa: organisations.nameJa,
      organisationEn: organisations.nameEn,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(inArray(memberships.personId, [...personIds]), isNull(memberships.endedAt)))
    .orderBy(asc(organisations.code), asc(memberships.role));
}

export interface Factors {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly sso: boolean;
  readonly seenAt: Date | null;
}

export async function findFactors(tx: Tx, personId: string): Promise<Factors> {
  const of = (table: typeof passkeys | typeof ssoIdentities | typeof totpSecrets) =>
    tx.select({ count: count() }).from(table).where(eq(table.personId, personId));
  const [totp] = await of(totpSecrets);
  const [keys] = await of(passkeys);
  const [sso] = await of(ssoIdentities);
  const [seen] = await tx
    .select({ at: sessions.seenAt })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.seenAt))
    .limit(1);
  return {
    totp: (totp?.count ?? 0) > 0,
    passkeys: keys?.count ?? 0,
    sso: (sso?.count ?? 0) > 0,
    seenAt: seen?.at ?? null,
  };
}

/** Takes every second factor of a person away. */
export async function deleteFactors(tx: Tx, personId: string): Promise<void> {
  for (const table of [totpSecrets, recoveryCodes, passkeys])
    await tx.delete(table).where(eq(table.personId, personId));
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: { name?: string; email?: string; disabledAt?: Date | null },
): Promise<void> {
  await tx.update(people).set(change).where(eq(people.id, id));
}

/** Adds a role, or takes up one that had ended. */
export async function upsertMembership(
  tx: Tx,
  held: { personId: string; organisationId: string; role: string },
): Promise<string> {
  const [row] = await tx
    .insert(memberships)
    .values(held)
    .onConflictDoUpdate({
      target: [memberships.personId, memberships.organisationId, memberships.role],
      set: { endedAt: null },
    })
    .returning({ id: memberships.id });
  if (!row) throw new Error('membership was not written');
  return row.id;
}

export async function findMembership(tx: Tx, { id, personId }: { id: string; personId: string }) {
  const [row] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.id, id), eq(memberships.personId, personId), isNull(memberships.endedAt)));
  if (!row) throw new NotFound('membership');
  return row;
}

export async function updateMembershipEnded(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(memberships).set({ endedAt: now }).where(eq(memberships.id, id));
}

const administratorsLock = 7_203_115;

/**
 * Memberships that make somebody an active administrator. Whoever asks holds the list until the end of the transaction, so that
 * two administrators cannot remove each other at once.
 */
export async function lockAdministrators(tx: Tx, role: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(${administratorsLock})`);
  return tx
    .select({
      id: memberships.id,
      personId: memberships.personId,
      organisationId: memberships.organisationId,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.role, role),
        isNull(memberships.endedAt),
        isNull(people.disabledAt),
        isNull(organisations.closedAt),
      ),
    );
}
