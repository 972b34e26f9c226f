import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { matches } from '../tables.ts';
import { matchBlocks, matchDiscipline, matchPauses, matchReports, matchStops } from './tables.ts';
import type { Asked, Discipline } from './rules.ts';

export type Report = typeof matchReports.$inferSelect;

/** What the concierge has set, if anything. */
export async function findDiscipline(tx: Tx): Promise<Discipline | undefined> {
  const [row] = await tx.select().from(matchDiscipline);
  if (!row) return undefined;
  const { id: _, ...discipline } = row;
  return discipline;
}

export async function upsertDiscipline(tx: Tx, discipline: Discipline): Promise<void> {
  await tx
    .insert(matchDiscipline)
    .values({ id: 1, ...discipline })
    .onConflictDoUpdate({ target: matchDiscipline.id, set: discipline });
}

interface AnswerRow extends Asked {
  readonly askedId: string;
}

/** First requests as they went, of one organisation or of all that were asked, the newest first: outcomes and days alone. */
export async function listAnswers(
  tx: Tx,
  { organisationId, since, until }: { organisationId?: string; since: Date; until: Date },
): Promise<AnswerRow[]> {
  const found = await tx.execute<{ asked_id: string; outcome: AnswerRow['outcome']; days: number | null }>(
    sql`select asked_id, outcome, days from match_answers(${organisationId ?? null}::uuid, ${since.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`,
  );
  return found.rows.map(({ asked_id: askedId, outcome, days }) => ({ askedId, outcome, days }));
}

export async function isShut(tx: Tx, one: string, other: string): Promise<boolean> {
  const found = await tx.execute<{ shut: boolean }>(
    sql`select match_is_shut(${one}::uuid, ${other}::uuid) as shut`,
  );
  return found.rows[0]?.shut ?? false;
}

/** Those of the asker since a moment: of it alone, so its own rows say it. */
export async function countAsked(tx: Tx, { by, since }: { by: string; since: Date }): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(matches)
    .where(and(askedBy(by), gt(matches.askedAt, since), eq(matches.introduced, false)));
  return row?.count ?? 0;
}

/** Others who got the same words since a moment. */
export async function countSameWords(
  tx: Tx,
  { by, mark, since, besides }: { by: string; mark: string; since: Date; besides: string },
): Promise<number> {
  const asked = sql<string>`case when ${matches.asker} = 'giver' then ${matches.receiverId} else ${matches.giverId} end`;
  const rows = await tx
    .selectDistinct({ asked })
    .from(matches)
    .where(and(askedBy(by), gt(matches.askedAt, since), eq(matches.wordsMark, mark), ne(asked, besides)));
  return rows.length;
}

function askedBy(organisationId: string) {
  return or(
    and(eq(matches.asker, 'giver'), eq(matches.giverId, organisationId)),
    and(eq(matches.asker, 'receiver'), eq(matches.receiverId, organisationId)),
  );
}

/** A match of these states about a post, with this organisation on the other side. */
export async function findOpenMatch(
  tx: Tx,
  {
    postId,
    organisationId,
    statuses,
  }: { postId: string; organisationId: string; statuses: readonly string[] },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: matches.id })
    .from(matches)
    .where(
      and(
        or(
          and(eq(matches.needId, postId), eq(matches.giverId, organisationId)),
          and(eq(matches.offerId, postId), eq(matches.receiverId, organisationId)),
        ),
        inArray(matches.status, [...statuses]),
      ),
    );
  return row?.id;
}

export async function insertReport(tx: Tx, row: typeof matchReports.$inferInsert): Promise<void> {
  await tx.insert(matchReports).values(row);
}

export async function listReports(tx: Tx, matchId: string): Promise<Report[]> {
  return tx
    .select()
    .from(matchReports)
    .where(eq(matchReports.matchId, matchId))
    .orderBy(asc(matchReports.at));
}

export async function listOpenReports(tx: Tx): Promise<Report[]> {
  return tx
    .select()
    .from(matchReports)
    .where(isNull(matchReports.handledAt))
    .orderBy(asc(matchReports.at))
    .limit(100);
}

export async function lockReport(tx: Tx, id: string): Promise<Report> {
  const [row] = await tx.select().from(matchReports).where(eq(matchReports.id, id)).for('update');
  if (!row) throw new NotFound('match report');
  return row;
}

export async function updateReport(
  tx: Tx,
  id: string,
  fields: Pick<Report, 'handledAt' | 'outcome'>,
): Promise<void> {
  await tx.update(matchReports).set(fields).where(eq(matchReports.id, id));
}

export async function insertBlock(tx: Tx, row: typeof matchBlocks.$inferInsert): Promise<void> {
  await tx.insert(matchBlocks).values(row).onConflictDoNothing();
}

export async function deleteBlock(
  tx: Tx,
  { organisationId, blockedId }: { organisationId: string; blockedId: string },
): Promise<void> {
  await tx
    .delete(matchBlocks)
    .where(and(eq(matchBlocks.organisationId, organisationId), eq(matchBlocks.blockedId, blockedId)));
}

export async function listBlocks(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  return tx
    .select()
    .from(matchBlocks)
    .where(inArray(matchBlocks.organisationId, [...organisationIds]));
}

/** False when it rests already. */
export async function upsertPause(tx: Tx, organisationId: string, pausedAt: Date): Promise<boolean> {
  const made = await tx
    .insert(matchPauses)
    .values({ organisationId, pausedAt })
    .onConflictDoUpdate({
      target: matchPauses.organisationId,
      set: { pausedAt, resumedAt: null },
      setWhere: isNotNull(matchPauses.resumedAt),
    })
    .returning();
  return made.length > 0;
}

/** False when it does not rest. */
export async function updatePause(tx: Tx, organisationId: string, resumedAt: Date): Promise<boolean> {
  const back = await tx
    .update(matchPauses)
    .set({ resumedAt })
    .where(and(eq(matchPauses.organisationId, organisationId), isNull(matchPauses.resumedAt)))
    .returning();
  return back.length > 0;
}

/** When a member came back the last time. */
export async function findResumed(tx: Tx, organisationId: string): Promise<Date | null> {
  const [row] = await tx.select().from(matchPauses).where(eq(matchPauses.organisationId, organisationId));
  return row?.resumedAt ?? null;
}

/** Who rests, of these organisations; of all for the office. */
export async function listPauses(tx: Tx, organisationIds?: readonly string[]) {
  if (organisationIds?.length === 0) return [];
  return tx
    .select()
    .from(matchPauses)
    .where(
      and(
        isNull(matchPauses.resumedAt),
        organisationIds && inArray(matchPauses.organisationId, [...organisationIds]),
      ),
    )
    .orderBy(asc(matchPauses.pausedAt));
}

export async function findStop(tx: Tx, organisationId: string) {
  const [row] = await tx.select().from(matchStops).where(eq(matchStops.organisationId, organisationId));
  return row;
}

export async function listStops(tx: Tx, today: string) {
  return tx
    .select()
    .from(matchStops)
    .where(sql`${matchStops.until} >= ${today}`)
    .orderBy(asc(matchStops.until));
}

export async function upsertStop(tx: Tx, row: typeof matchStops.$inferInsert): Promise<void> {
  const { organisationId: _, ...set } = row;
  await tx.insert(matchStops).values(row).onConflictDoUpdate({ target: matchStops.organisationId, set });
}

export async function deleteStop(tx: Tx, organisationId: string): Promise<void> {
  await tx.delete(matchStops).where(eq(matchStops.organisationId, organisationId));
}
