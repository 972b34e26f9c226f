import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Membership, type PersonWho, type Role, system } from '../access.ts';
import { askOnce, type Database, inTransaction, type Tx } from '../database/database.ts';
import { statementText } from '../database/prepared.ts';
import { isLang, type Lang } from '../i18n.ts';
import { announce, sessionTopic } from '../live/announce.ts';
import { counts } from '../people/standing.ts';
import { memberships, organisations, people } from '../people/tables.ts';
import { sessions } from './tables.ts';

const lifetimeMs = 12 * 60 * 60 * 1000;
export const idleMs = 60 * 60 * 1000;
const seenEveryMs = 60_000;

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Begins a session in the caller's transaction and gives the cookie's token, which is kept nowhere. Ends after 12 hours, or one hour idle. */
export async function beginSession(
  tx: Tx,
  session: {
    personId: string;
    method: 'password' | 'passkey' | 'sso';
    secondFactor: boolean;
    device: string;
  },
  now: Date,
): Promise<string> {
  const token = newToken();
  await tx.insert(sessions).values({
    ...session,
    tokenHash: hashToken(token),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  });
  return token;
}

/**
 * Who a cookie's token stands for, with everything that decides access; null when it is unknown, ended or idle too long.
 * A role counts while its conditions are met; one that asks for a second factor counts only in a session that was begun with one. `quietly`: not a sign of life.
 */
export async function findSession(
  db: Database,
  token: string,
  now: Date,
  roles: readonly Role[],
  { quietly = false } = {},
): Promise<(PersonWho & { lang: Lang }) | null> {
  const values = [hashToken(token), now.toISOString()];
  const rows = await askOnce<SessionRow>(db, system('session'), { ...sessionOf, values });
  const [found] = rows;
  if (!found || found.seenAt.getTime() + idleMs < now.getTime()) return null;
  if (!quietly && now.getTime() - found.seenAt.getTime() > seenEveryMs)
    await inTransaction(db, system('session'), (tx) =>
      tx.update(sessions).set({ seenAt: now }).where(eq(sessions.id, found.sessionId)),
    );
  const without = found.secondFactor ? [] : roles.filter((role) => role.secondFactor).map(({ name }) => name);
  return {
    kind: 'person',
    personId: found.personId,
    name: found.name,
    lang: isLang(found.lang) ? found.lang : 'ja',
    sessionId: found.sessionId,
    memberships: rows.flatMap(({ membership }) =>
      membership && !without.includes(membership.role) ? [membership] : [],
    ),
  };
}

interface SessionRow {
  readonly sessionId: string;
  readonly personId: string;
  readonly secondFactor: boolean;
  readonly seenAt: Date;
  readonly name: string;
  readonly lang: string;
  readonly membership: Membership | null;
}

/**
 * A row for each membership of the person behind a token ($1) at a moment ($2); none when the session does not count any more. Every
 * request of somebody signed in asks this.
 */
const sessionOf = {
  name: 'session_of',
  text: statementText(sql`
    select ${sessions.id} as "sessionId", ${sessions.personId} as "personId", ${sessions.secondFactor} as "secondFactor",
      ${sessions.seenAt} as "seenAt", ${people.name}, ${people.lang},
      case when ${organisations.id} is not null then json_build_object('organisationId', ${organisations.id},
        'organisationKind', ${organisations.kind}, 'organisationName', ${organisations.nameJa}, 'role', ${memberships.role}) end as membership
    from ${sessions} join ${people} on ${people.id} = ${sessions.personId}
      left join ${memberships} on ${memberships.personId} = ${people.id} and ${counts(sql.raw('$2'))}
      left join ${organisations} on ${organisations.id} = ${memberships.organisationId} and ${organisations.closedAt} is null
    where ${sessions.tokenHash} = $1 and ${sessions.revokedAt} is null and ${sessions.expiresAt} > $2::timestamptz
      and ${people.disabledAt} is null`),
};

/** Ends a session; the next request with its cookie is anonymous. */
export async function endSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
  await announce(tx, sessionTopic(sessionId));
}

/** Ends all sessions of a person, except the one given. */
export async function endOtherSessions(
  tx: Tx,
  { personId, except }: { personId: string; except?: string },
  now: Date,
): Promise<void> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        except ? sql`${sessions.id} <> ${except}` : sql`true`,
      ),
    )
    .returning({ id: sessions.id });
  await announce(tx, ...ended.map(({ id }) => sessionTopic(id)));
}
