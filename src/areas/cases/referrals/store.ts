import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { caseBases } from '../bases/tables.ts';
import { referralLinks, referralMoves, referrals, referralShares } from './tables.ts';

export type Referral = typeof referrals.$inferSelect;
export type NewReferral = typeof referrals.$inferInsert;
export type ReferralMoveRow = typeof referralMoves.$inferSelect & { readonly name: string | null };

export async function insertReferral(tx: Tx, referral: NewReferral): Promise<Referral> {
  const [row] = await tx.insert(referrals).values(referral).returning();
  if (!row) throw new Error('referral was not written');
  return row;
}

export async function findReferral(tx: Tx, id: string): Promise<Referral> {
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, id));
  if (!row) throw new NotFound('referral');
  return row;
}

export async function lockReferral(tx: Tx, id: string): Promise<Referral> {
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, id)).for('update');
  if (!row) throw new NotFound('referral');
  return row;
}

export async function updateReferral(tx: Tx, id: string, change: Partial<NewReferral>): Promise<void> {
  await tx
    .update(referrals)
    .set({ ...change, version: sql`${referrals.version} + 1` })
    .where(eq(referrals.id, id));
}

export async function listReferralsOfCase(tx: Tx, caseId: string): Promise<Referral[]> {
  return tx.select().from(referrals).where(eq(referrals.caseId, caseId)).orderBy(desc(referrals.createdAt));
}

/** Sent or received by these organisations, what waits longest first; 200 at most. */
export async function listReferrals(
  tx: Tx,
  { organisationIds, box }: { organisationIds: readonly string[]; box: 'sent' | 'received' },
): Promise<Referral[]> {
  const column = box === 'sent' ? referrals.homeId : referrals.toOrganisationId;
  return tx
    .select()
    .from(referrals)
    .where(
      and(
        inArray(column, [...organisationIds]),
        isNull(referrals.closedAt),
        box === 'received' ? sql`${referrals.state} <> 'draft'` : undefined,
      ),
    )
    .orderBy(desc(referrals.urgent), asc(referrals.createdAt))
    .limit(200);
}

/** Every referral that still waits for something, for the job that lets none be forgotten. */
export async function listWaiting(tx: Tx): Promise<Referral[]> {
  return tx.select().from(referrals).where(ne(referrals.state, 'closed')).orderBy(asc(referrals.createdAt));
}

/** Everything that stands on a basis. */
export async function listOnBasis(tx: Tx, basisId: string): Promise<Referral[]> {
  return tx.select().from(referrals).where(eq(referrals.basisId, basisId));
}

/** What can still be read of referrals whose consent was over before this day. */
export async function listPastConsent(tx: Tx, day: string): Promise<{ id: string }[]> {
  return tx
    .select({ id: referrals.id })
    .from(referrals)
    .innerJoin(caseBases, eq(caseBases.id, referrals.basisId))
    .where(
      and(
        lt(caseBases.untilOn, day),
        isNotNull(referrals.sealedKey),
        inArray(referrals.state, ['requested', 'accepted', 'in-progress', 'on-hold', 'completed']),
      ),
    );
}

/** What the receivers of these have passed on. */
export async function listOnwardOf(tx: Tx, ids: readonly string[]): Promise<Referral[]> {
  return tx
    .select()
    .from(referrals)
    .where(and(inArray(referrals.previousId, [...ids]), isNotNull(referrals.onwardBy)));
}

export async function insertShares(
  tx: Tx,
  shares: readonly Omit<typeof referralShares.$inferInsert, 'id'>[],
): Promise<void> {
  if (shares.length > 0) await tx.insert(referralShares).values([...shares]);
}

export async function listShares(tx: Tx, referralId: string) {
  return tx
    .select({ class: referralShares.class, sealed: referralShares.sealed })
    .from(referralShares)
    .where(eq(referralShares.referralId, referralId));
}

export async function insertMove(tx: Tx, move: typeof referralMoves.$inferInsert): Promise<void> {
  await tx.insert(referralMoves).values(move);
}

/** In their order; names of colleagues only, as row-level security leaves them. */
export async function listMoves(tx: Tx, referralId: string): Promise<ReferralMoveRow[]> {
  const rows = await tx
    .select({ move: referralMoves, name: people.name })
    .from(referralMoves)
    .leftJoin(people, eq(people.id, referralMoves.personId))
    .where(eq(referralMoves.referralId, referralId))
    .orderBy(asc(referralMoves.at));
  return rows.map(({ move, name }) => ({ ...move, name }));
}

export async function insertReferralLink(
  tx: Tx,
  { token, ...link }: { token: string; referralId: string; expiresAt: Date },
): Promise<void> {
  await tx.insert(referralLinks).values({ ...link, tokenHash: hashToken(token) });
}

/** Found by the hash of what somebody holds: how long the look-up takes tells nothing about any token. */
export async function findReferralLink(tx: Tx, token: string) {
  const [row] = await tx
    .select()
    .from(referralLinks)
    .where(eq(referralLinks.tokenHash, hashToken(token)));
  return row;
}

export async function updateReferralLink(tx: Tx, token: string, change: { usedAt: Date }): Promise<void> {
  await tx
    .update(referralLinks)
    .set(change)
    .where(eq(referralLinks.tokenHash, hashToken(token)));
}

/** Open referrals that went out, with the kind of organisation that received them; nothing of whom they are. */
export async function listOpenClocks(tx: Tx) {
  return tx
    .select({ referral: referrals, kind: organisations.kind })
    .from(referrals)
    .innerJoin(organisations, eq(organisations.id, referrals.toOrganisationId))
    .where(notInArray(referrals.state, ['draft', 'cancelled', 'closed']));
}

export interface DeclinedCount {
  readonly serviceId: string;
  /** `YYYY-MM` in Tokyo. */
  readonly month: string;
  readonly times: number;
}

/** Declined for lack of room, each referral once. */
export async function countDeclined(tx: Tx, from: string): Promise<DeclinedCount[]> {
  const month = sql<string>`to_char(${referralMoves.at} at time zone 'Asia/Tokyo', 'YYYY-MM')`;
  return tx
    .select({
      serviceId: referrals.serviceId,
      month,
      times: sql<number>`count(distinct ${referralMoves.referralId})::int`,
    })
    .from(referralMoves)
    .innerJoin(referrals, eq(referrals.id, referralMoves.referralId))
    .where(
      and(
        eq(referralMoves.move, 'reject'),
        inArray(referralMoves.reason, ['no-capacity', 'waitlist']),
        sql`${month} >= ${from}`,
      ),
    )
    .groupBy(referrals.serviceId, sql`2`);
}

interface EndedCount {
  /** Code of the organisation. */
  readonly desk: string;
  /** `2024-05`; '' is the whole year. */
  readonly month: string;
  readonly outcome: string;
  readonly n: number;
}

/** Ended referrals of a fiscal year as they are kept added up; an organisation of which nothing is counted has one empty row. */
export async function listEndedCounts(
  tx: Tx,
  { desks, fiscalYear }: { desks: readonly string[]; fiscalYear: number },
): Promise<EndedCount[]> {
  const asked = sql`${sql.param([...desks])}::text[]`;
  const { rows } = await tx.execute<{ desk: string; month: string; outcome: string; n: string }>(sql`
    select o.code as desk, coalesce(r.month, '') as month, coalesce(r.code, '') as outcome, coalesce(r.n, 0)::text as n
    from organisations o
      left join count_rollup('referral', array(select id from organisations where code = any(${asked})), ${fiscalYear}) r on r.owner = o.id
    where o.code = any(${asked})`);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}
