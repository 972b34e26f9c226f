import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql, sum } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { matchDeliveries, matches, matchLinks, matchNotes, matchThanks } from './tables.ts';

export type Match = typeof matches.$inferSelect;
export type MatchNote = typeof matchNotes.$inferSelect;
export type Delivery = typeof matchDeliveries.$inferSelect;
export type Thanks = typeof matchThanks.$inferSelect;

export async function findMatch(tx: Tx, id: string): Promise<Match> {
  const [row] = await tx.select().from(matches).where(eq(matches.id, id));
  if (!row) throw new NotFound('match');
  return row;
}

/** In no order. */
export async function listMatchesById(tx: Tx, ids: readonly string[]): Promise<Match[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(matches)
    .where(inArray(matches.id, [...ids]));
}

/** For a step: nobody takes another one meanwhile. */
export async function lockMatch(tx: Tx, id: string): Promise<Match> {
  const [row] = await tx.select().from(matches).where(eq(matches.id, id)).for('update');
  if (!row) throw new NotFound('match');
  return row;
}

export async function insertMatch(tx: Tx, row: typeof matches.$inferInsert): Promise<string> {
  const [made] = await tx.insert(matches).values(row).returning({ id: matches.id });
  if (!made) throw new Error('match was not written');
  return made.id;
}

export async function updateMatch(
  tx: Tx,
  id: string,
  fields: Partial<typeof matches.$inferInsert>,
): Promise<void> {
  await tx.update(matches).set(fields).where(eq(matches.id, id));
}

export async function insertNote(tx: Tx, row: typeof matchNotes.$inferInsert): Promise<string> {
  const id = row.id ?? crypto.randomUUID();
  await tx.insert(matchNotes).values({ ...row, id });
  return id;
}

/** In the order in which it was said. */
export async function listNotes(tx: Tx, matchId: string): Promise<MatchNote[]> {
  return tx
    .select()
    .from(matchNotes)
    .where(eq(matchNotes.matchId, matchId))
    .orderBy(asc(matchNotes.at), asc(matchNotes.id));
}

export async function findNote(tx: Tx, id: string): Promise<MatchNote> {
  const [row] = await tx.select().from(matchNotes).where(eq(matchNotes.id, id));
  if (!row) throw new NotFound('match note');
  return row;
}

export const pageSize = 30;

interface Place {
  readonly at: Date;
  readonly id: string;
}

/** Matches of organisations in some states, the one that moved last first; `after` is the last of the page before. */
export async function listMatches(
  tx: Tx,
  {
    of,
    statuses,
    after,
    limit = pageSize + 1,
  }: { of: readonly string[]; statuses: readonly string[]; after?: Place | undefined; limit?: number },
): Promise<Match[]> {
  if (of.length === 0) return [];
  return tx
    .select()
    .from(matches)
    .where(
      and(
        or(inArray(matches.giverId, [...of]), inArray(matches.receiverId, [...of])),
        inArray(matches.status, [...statuses]),
        before(after),
      ),
    )
    .orderBy(desc(matches.askedAt), desc(matches.id))
    .limit(limit);
}

function before(after: Place | undefined) {
  return (
    after && or(lt(matches.askedAt, after.at), and(eq(matches.askedAt, after.at), lt(matches.id, after.id)))
  );
}

/** Those that wait for an answer of one of these, longest first. */
export async function listWaitingFor(tx: Tx, of: readonly string[]): Promise<Match[]> {
  if (of.length === 0) return [];
  const ids = [...of];
  return tx
    .select()
    .from(matches)
    .where(
      or(
        and(eq(matches.waitsFor, 'giver'), inArray(matches.giverId, ids)),
        and(eq(matches.waitsFor, 'receiver'), inArray(matches.receiverId, ids)),
      ),
    )
    .orderBy(asc(matches.waitsSince), asc(matches.id))
    .limit(100);
}

/** Everything that waits since before a moment, longest first: the morning's work of the clock, in parts. */
export async function listWaitingSince(
  tx: Tx,
  moment: Date,
  { after, limit = 500 }: { after?: string | undefined; limit?: number } = {},
): Promise<Match[]> {
  return tx
    .select()
    .from(matches)
    .where(
      and(
        isNotNull(matches.waitsFor),
        lt(matches.waitsSince, moment),
        after ? sql`${matches.id} > ${after}` : undefined,
      ),
    )
    .orderBy(asc(matches.id))
    .limit(limit);
}

/** For the office: what stands in a state, the longest first. */
export async function listStanding(tx: Tx, statuses: readonly string[], limit = 100): Promise<Match[]> {
  return tx
    .select()
    .from(matches)
    .where(inArray(matches.status, [...statuses]))
    .orderBy(asc(matches.waitsSince), asc(matches.id))
    .limit(limit);
}

/** Open matches of a member that ends. */
export async function lockOpenOf(
  tx: Tx,
  organisationId: string,
  statuses: readonly string[],
): Promise<Match[]> {
  return tx
    .select()
    .from(matches)
    .where(
      and(
        or(eq(matches.giverId, organisationId), eq(matches.receiverId, organisationId)),
        inArray(matches.status, [...statuses]),
      ),
    )
    .orderBy(asc(matches.id))
    .for('update');
}

export async function insertDelivery(tx: Tx, row: typeof matchDeliveries.$inferInsert): Promise<void> {
  await tx.insert(matchDeliveries).values(row);
}

export async function listDeliveries(tx: Tx, matchId: string): Promise<Delivery[]> {
  return tx
    .select()
    .from(matchDeliveries)
    .where(eq(matchDeliveries.matchId, matchId))
    .orderBy(asc(matchDeliveries.deliveredOn), asc(matchDeliveries.confirmedAt));
}

export async function countDeliveries(tx: Tx, matchId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(matchDeliveries)
    .where(eq(matchDeliveries.matchId, matchId));
  return row?.count ?? 0;
}

/** What waits to be counted, summed by match. */
export async function sumDeliveries(tx: Tx, matchIds: readonly string[]) {
  if (matchIds.length === 0) return [];
  return tx
    .select({
      matchId: matchDeliveries.matchId,
      unit: matchDeliveries.unit,
      quantity: sum(matchDeliveries.quantity).mapWith(Number),
    })
    .from(matchDeliveries)
    .where(inArray(matchDeliveries.matchId, [...matchIds]))
    .groupBy(matchDeliveries.matchId, matchDeliveries.unit);
}

export async function updateDeliveries(tx: Tx, matchId: string, countedAt: Date): Promise<void> {
  await tx
    .update(matchDeliveries)
    .set({ countedAt })
    .where(and(eq(matchDeliveries.matchId, matchId), isNull(matchDeliveries.countedAt)));
}

export async function insertThanks(tx: Tx, row: typeof matchThanks.$inferInsert): Promise<void> {
  await tx.insert(matchThanks).values(row);
}

export async function findThanks(tx: Tx, matchId: string): Promise<Thanks | undefined> {
  const [row] = await tx.select().from(matchThanks).where(eq(matchThanks.matchId, matchId));
  return row;
}

export async function updateThanks(tx: Tx, matchId: string, shownAt: Date | null): Promise<void> {
  await tx.update(matchThanks).set({ shownAt }).where(eq(matchThanks.matchId, matchId));
}

/** Public thanks, the newest first; of one organisation, those that it said or was told. */
export async function listShownThanks(
  tx: Tx,
  { limit, organisationId }: { limit: number; organisationId?: string },
): Promise<Thanks[]> {
  return tx
    .select()
    .from(matchThanks)
    .where(
      and(
        isNotNull(matchThanks.shownAt),
        organisationId
          ? or(eq(matchThanks.giverId, organisationId), eq(matchThanks.receiverId, organisationId))
          : undefined,
      ),
    )
    .orderBy(desc(matchThanks.shownAt), asc(matchThanks.matchId))
    .limit(limit);
}

export async function insertLink(
  tx: Tx,
  { token, ...row }: Omit<typeof matchLinks.$inferInsert, 'tokenHash'> & { token: string },
): Promise<void> {
  await tx.insert(matchLinks).values({ ...row, tokenHash: hashToken(token) });
}

export async function findLink(tx: Tx, token: string) {
  const [row] = await tx
    .select()
    .from(matchLinks)
    .where(eq(matchLinks.tokenHash, hashToken(token)));
  return row;
}

export async function deleteLinks(tx: Tx, before: Date): Promise<void> {
  await tx.delete(matchLinks).where(lt(matchLinks.expiresAt, before));
}

/** Names of organisations as pages show them. */
export async function listNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: organisations.id,
      code: organisations.code,
      nameJa: organisations.nameJa,
      nameEn: organisations.nameEn,
    })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]));
}
