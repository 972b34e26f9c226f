import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../database/database.ts';
import { people } from '../../people/tables.ts';
import { ssoIdentities } from '../tables.ts';

interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The person an account was linked to before, and whether their access was stopped. */
export async function findLinked(
  tx: Tx,
  { issuer, subject }: Identity,
): Promise<{ personId: string; disabled: boolean } | undefined> {
  const [row] = await tx
    .select({ personId: people.id, disabledAt: people.disabledAt })
    .from(ssoIdentities)
    .innerJoin(people, eq(people.id, ssoIdentities.personId))
    .where(and(eq(ssoIdentities.issuer, issuer), eq(ssoIdentities.subject, subject)));
  return row && { personId: row.personId, disabled: row.disabledAt !== null };
}

/** An active person with this address who has no account linked at this provider yet. */
export async function findUnlinkedByEmail(
  tx: Tx,
  { email, issuer }: { email: string; issuer: string },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .leftJoin(ssoIdentities, and(eq(ssoIdentities.personId, people.id), eq(ssoIdentities.issuer, issuer)))
    .where(and(eq(people.email, email), isNull(people.disabledAt), isNull(ssoIdentities.subject)));
  return row?.id;
}

export async function insertIdentity(tx: Tx, identity: Identity & { personId: string }): Promise<void> {
  await tx.insert(ssoIdentities).values(identity);
}
