import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';
import { memberships, organisations, people, proofs, roleConditions } from './tables.ts';

/**
 * A membership that gives its role: not ended, and each condition of the role that has begun is met by a proof of its holder. It is
 * asked wherever a role counts, in the same statement; nothing has to be written or run at the moment at which a proof ends.
 */
export function counts(at?: Date | SQL): SQL {
  const given = at instanceof Date ? at.toISOString() : at;
  const moment = given ? sql`${given}::timestamptz` : sql`now()`;
  return sql`(${memberships.endedAt} is null and not exists (
    select from ${roleConditions} condition where condition.role = ${memberships.role} and condition.since <= ${moment}
      and not exists (select from ${proofs} proof where proof.person_id = ${memberships.personId} and proof.kind = condition.kind
        and proof.valid_from <= ${moment} and (proof.valid_until is null or proof.valid_until > ${moment}))))`;
}

export interface Holding {
  readonly membershipId: string;
  readonly personId: string;
  readonly email: string;
  readonly lang: string;
  readonly role: string;
  readonly organisationId: string;
  readonly organisationJa: string;
  readonly organisationEn: string | null;
  /** When the last proof of this kind ends; null: there is none. `Infinity` is said by `lasting`. */
  readonly provedUntil: Date | null;
  readonly lasting: boolean;
}

export type ConditionedHolding = Holding & { readonly kind: string; readonly since: Date };

const columns = {
  membershipId: memberships.id,
  personId: people.id,
  email: people.email,
  lang: people.lang,
  role: memberships.role,
  organisationId: organisations.id,
  organisationJa: organisations.nameJa,
  organisationEn: organisations.nameEn,
};

function proved(kind: SQL) {
  const of = sql`from ${proofs} proof where proof.person_id = ${memberships.personId} and proof.kind = ${kind}`;
  return {
    provedUntil: sql<Date | null>`(select max(proof.valid_until) ${of})`.mapWith(asMoment),
    lasting: sql<boolean>`exists (select ${of} and proof.valid_until is null)`,
  };
}

const asMoment = (value: string) => new Date(value);

const active = () =>
  and(isNull(memberships.endedAt), isNull(people.disabledAt), isNull(organisations.closedAt));

/** Everybody who holds a role, and until when they prove something: what a condition would do. */
export async function listHoldings(
  tx: Tx,
  { role, kind }: { role: string; kind: string },
): Promise<Holding[]> {
  return tx
    .select({ ...columns, ...proved(sql`${kind}::uuid`) })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(active(), eq(memberships.role, role)));
}

/** Memberships whose role has conditions, of one person or of everybody: one row for each condition. */
export async function listConditioned(
  tx: Tx,
  { personId }: { personId?: string } = {},
): Promise<ConditionedHolding[]> {
  return tx
    .select({
      ...columns,
      kind: roleConditions.kind,
      since: roleConditions.since,
      ...proved(sql`${roleConditions.kind}`),
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(roleConditions, eq(roleConditions.role, memberships.role))
    .where(and(active(), personId ? eq(memberships.personId, personId) : undefined));
}
