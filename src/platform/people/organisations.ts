import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type OrganisationKind, organisationKinds } from '../access.ts';
import type { Tx } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { counts } from './standing.ts';
import { memberships, organisations, people } from './tables.ts';

export type Organisation = typeof organisations.$inferSelect;

/** In the order of the kinds: the prefecture first. */
export async function listOrganisations(
  tx: Tx,
  kinds?: readonly OrganisationKind[],
): Promise<Organisation[]> {
  const rows = tx.select().from(organisations);
  return (kinds ? rows.where(inArray(organisations.kind, [...kinds])) : rows).orderBy(
    sql`array_position(array[${sql.join(
      organisationKinds.map((kind) => sql`${kind}`),
      sql`, `,
    )}]::text[], ${organisations.kind})`,
    asc(organisations.code),
  );
}

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id));
  if (!row) throw new NotFound('organisation');
  return row;
}

export async function findOrganisationByCode(tx: Tx, code: string): Promise<Organisation | undefined> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.code, code));
  return row;
}

export async function updateOrganisation(
  tx: Tx,
  id: string,
  change: { nameJa?: string; nameEn?: string | null; closedAt?: Date | null },
): Promise<void> {
  await tx.update(organisations).set(change).where(eq(organisations.id, id));
}

export async function insertOrganisation(
  tx: Tx,
  organisation: {
    kind: OrganisationKind;
    code: string;
    nameJa: string;
    nameEn?: string;
    localGovernmentCode?: string;
  },
): Promise<string> {
  const [row] = await tx.insert(organisations).values(organisation).returning({ id: organisations.id });
  if (!row) throw new Error('organisation was not written');
  return row.id;
}

/** Writes a person with their roles; the caller has checked who may. E-mail in lower case. */
export async function insertPerson(
  tx: Tx,
  person: {
    id?: string;
    email: string;
    name: string;
    lang?: string;
    passwordHash?: string;
    memberships: readonly { organisationId: string; role: string }[];
  },
): Promise<string> {
  const { memberships: held, ...row } = person;
  const [written] = await tx
    .insert(people)
    .values({ ...row, email: row.email.toLowerCase() })
    .returning({ id: people.id });
  if (!written) throw new Error('person was not written');
  if (held.length > 0)
    await tx.insert(memberships).values(held.map((each) => ({ ...each, personId: written.id })));
  return written.id;
}

/** Addresses of those who hold a role, at one organisation or at any: for mail sent by the system. */
export async function listMailRecipients(
  tx: Tx,
  { organisationId, role }: { organisationId?: string; role: string },
): Promise<{ personId: string; email: string; name: string; lang: string }[]> {
  return tx
    .selectDistinct({ personId: people.id, email: people.email, name: people.name, lang: people.lang })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        organisationId === undefined ? undefined : eq(memberships.organisationId, organisationId),
        eq(memberships.role, role),
        counts(),
        isNull(people.disabledAt),
      ),
    );
}

/** People who hold one of these roles at one of the organisations, by name: to choose from. */
export async function listHolders(
  tx: Tx,
  { organisationIds, roles }: { organisationIds: readonly string[]; roles: readonly string[] },
): Promise<{ personId: string; name: string; organisationId: string }[]> {
  return tx
    .selectDistinct({
      personId: people.id,
      name: people.name,
      organisationId: memberships.organisationId,
    })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        inArray(memberships.organisationId, [...organisationIds]),
        inArray(memberships.role, [...roles]),
        counts(),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.name));
}

/** The names of these people, as far as whoever asks sees them. */
export async function listPersonNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Where and in which language these people are written to, as far as they still may sign in. */
export async function listPeopleMail(
  tx: Tx,
  personIds: readonly string[],
): Promise<{ email: string; lang: string }[]> {
  if (personIds.length === 0) return [];
  return tx
    .select({ email: people.email, lang: people.lang })
    .from(people)
    .where(and(inArray(people.id, [...personIds]), isNull(people.disabledAt)));
}
