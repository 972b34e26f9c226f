import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { type Membership, type PersonWho, type Role, system } from '../access.ts';
import { type Database, inTransaction, type Tx } from '../database/database.ts';
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
  return inTransaction(db, system('session'), async (tx) => {
    const asked = { token: hashToken(token), now, moment: now.toISOString() };
    const rows = await selectSession(tx).execute(asked);
    const found = rows[0];
    if (!found || found.session.seenAt.getTime() + idleMs < now.getTime()) return null;
    if (!quietly && now.getTime() - found.session.seenAt.getTime() > seenEveryMs) {
      await tx.update(sessions).set({ seenAt: now }).where(eq(sessions.id, found.session.id));
    }
    return {
      kind: 'person',
      personId: found.session.personId,
      name: found.name,
      lang: isLang(found.lang) ? found.lang : 'ja',
      sessionId: found.session.id,
      memberships: rows
        .flatMap((row) =>
          row.membership && row.organisation ? [asMembership(row.membership, row.organisation)] : [],
        )
        .filter(
          (held) =>
            found.session.secondFactor || !roles.find((role) => role.name === held.role)?.secondFactor,
        ),
    };
  });
}

/**
 * A row for each membership of the person behind a token; none when the session does not count any more. Every request of somebody
 * signed in asks this, so it is planned once per connection.
 */
function selectSession(tx: Tx) {
  return tx
    .select({
      session: sessions,
      name: people.name,
      lang: people.lang,
      membership: memberships,
      organisation: organisations,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, and(eq(memberships.personId, people.id), counts(sql.placeholder('moment'))))
    .leftJoin(
      organisations,
      and(eq(organisations.id, memberships.organisationId), isNull(organisations.closedAt)),
    )
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('token')),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNull(people.disabledAt),
      ),
    )
    .prepare('session_of');
}

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

function asMembership(
  membership: typeof memberships.$inferSelect,
  organisation: typeof organisations.$inferSelect,
): Membership {
  return {
    organisationId: organisation.id,
    organisationKind: organisation.kind as Membership['organisationKind'],
    organisationName: organisation.nameJa,
    role: membership.role,
  };
}
