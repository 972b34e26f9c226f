import { and, arrayOverlaps, asc, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import type { Kind, Side } from './fields.ts';
import { exchangeCapacity, exchangePosts } from './tables.ts';

type PostRow = typeof exchangePosts.$inferSelect;

/** A need or an offer, with the name of whom it belongs to. */
export interface Post extends PostRow {
  readonly organisationNameJa: string;
  readonly organisationNameEn: string | null;
  readonly organisationCode: string;
}

const named = {
  organisationNameJa: organisations.nameJa,
  organisationNameEn: organisations.nameEn,
  organisationCode: organisations.code,
};

function select(tx: Tx) {
  return tx
    .select({ post: exchangePosts, named })
    .from(exchangePosts)
    .innerJoin(organisations, eq(organisations.id, exchangePosts.organisationId));
}

const flat = (row: { post: PostRow; named: Omit<Post, keyof PostRow> }): Post => ({
  ...row.post,
  ...row.named,
});

export async function findPost(tx: Tx, id: string): Promise<Post> {
  const [row] = await select(tx).where(eq(exchangePosts.id, id));
  if (!row) throw new NotFound('post');
  return flat(row);
}

/** For who may write it: nobody else changes it before the transaction ends. */
export async function lockPost(tx: Tx, id: string): Promise<Post> {
  const [row] = await select(tx).where(eq(exchangePosts.id, id)).for('update', { of: exchangePosts });
  if (!row) throw new NotFound('post');
  return flat(row);
}

export async function insertPost(tx: Tx, row: typeof exchangePosts.$inferInsert): Promise<string> {
  const [made] = await tx.insert(exchangePosts).values(row).returning({ id: exchangePosts.id });
  if (!made) throw new Error('post was not written');
  return made.id;
}

/** A post drafted of the same source before stays as it is; undefined then. */
export async function insertPostOnce(
  tx: Tx,
  row: typeof exchangePosts.$inferInsert,
): Promise<string | undefined> {
  const [made] = await tx
    .insert(exchangePosts)
    .values(row)
    .onConflictDoNothing({ target: exchangePosts.sourceKey })
    .returning({ id: exchangePosts.id });
  return made?.id;
}

/** Counts the revision up; false when it is not the one that was read any more. */
export async function updatePost(
  tx: Tx,
  { id, revision }: { id: string; revision: number },
  fields: Partial<typeof exchangePosts.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(exchangePosts)
    .set({ ...fields, revision: revision + 1 })
    .where(and(eq(exchangePosts.id, id), eq(exchangePosts.revision, revision)))
    .returning({ id: exchangePosts.id });
  return rows.length > 0;
}

export async function deletePost(tx: Tx, id: string): Promise<void> {
  await tx.delete(exchangePosts).where(eq(exchangePosts.id, id));
}

/** Open ones of an organisation, or those of one state; the last changed first. */
export async function listPostsOf(
  tx: Tx,
  {
    organisationId,
    states,
    limit = 200,
  }: { organisationId: string; states?: readonly string[]; limit?: number },
): Promise<Post[]> {
  const rows = await select(tx)
    .where(
      and(
        eq(exchangePosts.organisationId, organisationId),
        states ? inArray(exchangePosts.state, [...states]) : undefined,
      ),
    )
    .orderBy(desc(exchangePosts.changedAt), asc(exchangePosts.id))
    .limit(limit);
  return rows.map(flat);
}

export interface Filter {
  readonly side?: Side | undefined;
  readonly kind?: Kind | undefined;
  readonly topic?: string | undefined;
  /** Those of everywhere are of each municipality, too. */
  readonly municipality?: string | undefined;
}

/** Where a page of a list ends: the next begins behind it. */
export interface Mark {
  readonly at: Date;
  readonly id: string;
}

/** Published, whose last day is not over, the newest first. */
export async function listPublished(
  tx: Tx,
  { side, kind, topic, municipality }: Filter,
  { today, after, limit }: { today: string; after?: Mark | undefined; limit: number },
): Promise<Post[]> {
  const rows = await select(tx)
    .where(
      and(
        eq(exchangePosts.state, 'published'),
        sql`${exchangePosts.lastOn} >= ${today}`,
        side ? eq(exchangePosts.side, side) : undefined,
        kind ? eq(exchangePosts.kind, kind) : undefined,
        topic ? arrayOverlaps(exchangePosts.topics, [topic]) : undefined,
        municipality
          ? or(
              arrayOverlaps(exchangePosts.municipalities, [municipality]),
              eq(exchangePosts.municipalities, []),
            )
          : undefined,
        after
          ? or(
              lt(exchangePosts.publishedAt, after.at),
              and(eq(exchangePosts.publishedAt, after.at), lt(exchangePosts.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(exchangePosts.publishedAt), desc(exchangePosts.id))
    .limit(limit);
  return rows.map(flat);
}

/** What `take_exchange_capacity` of guards.sql answers. */
export type Taken = 'taken' | 'full' | 'expired' | 'not-open';

/** One more request for an offer, in the month of this day (Tokyo): whoever asks; the offer is locked until the transaction ends. */
export async function takeCapacity(
  tx: Tx,
  { offerId, day }: { offerId: string; day: string },
): Promise<Taken> {
  const { rows } = await tx.execute<{ answer: Taken }>(
    sql`select take_exchange_capacity(${offerId}::uuid, ${day}::date) as answer`,
  );
  return rows[0]?.answer ?? 'not-open';
}

/** The request came to nothing: its place in its month is free again. */
export async function freeCapacity(
  tx: Tx,
  { offerId, month }: { offerId: string; month: string },
): Promise<void> {
  await tx.execute(sql`select free_exchange_capacity(${offerId}::uuid, ${month})`);
}

export async function countTaken(
  tx: Tx,
  { offerId, month }: { offerId: string; month: string },
): Promise<number> {
  const [row] = await tx
    .select({ taken: exchangeCapacity.taken })
    .from(exchangeCapacity)
    .where(and(eq(exchangeCapacity.postId, offerId), eq(exchangeCapacity.month, month)));
  return row?.taken ?? 0;
}

/** So much of it is promised (below 0: free again); false when there is not so much. What is used up closes. */
export async function useQuantity(
  tx: Tx,
  { postId, amount, at }: { postId: string; amount: number; at: Date },
): Promise<boolean> {
  const { rows } = await tx.execute<{ done: boolean }>(
    sql`select use_exchange_quantity(${postId}::uuid, ${amount}, ${at.toISOString()}::timestamptz) as done`,
  );
  return rows[0]?.done ?? false;
}

/** Those of an organisation in one of the states go to another, with why; gives their ids. */
export async function movePostsOf(
  tx: Tx,
  {
    organisationId,
    from,
    onlyBecause,
  }: { organisationId: string; from: readonly string[]; onlyBecause?: string },
  { state, because, at }: { state: string; because: string | null; at: Date },
): Promise<string[]> {
  const rows = await tx
    .update(exchangePosts)
    .set({ state, because, changedAt: at, revision: sql`${exchangePosts.revision} + 1` })
    .where(
      and(
        eq(exchangePosts.organisationId, organisationId),
        inArray(exchangePosts.state, [...from]),
        onlyBecause ? eq(exchangePosts.because, onlyBecause) : undefined,
      ),
    )
    .returning({ id: exchangePosts.id });
  return rows.map(({ id }) => id);
}

/** What is past its last day ends, some at a time; whoever is accepting one at this moment is not waited for. */
export async function expirePosts(
  tx: Tx,
  { today, at, limit = 500 }: { today: string; at: Date; limit?: number },
): Promise<readonly { id: string; organisationId: string; title: string; side: string }[]> {
  const due = tx
    .select({ id: exchangePosts.id })
    .from(exchangePosts)
    .where(and(inArray(exchangePosts.state, ['published', 'paused']), lt(exchangePosts.lastOn, today)))
    .orderBy(asc(exchangePosts.lastOn))
    .limit(limit)
    .for('update', { skipLocked: true });
  return tx
    .update(exchangePosts)
    .set({ state: 'closed', because: 'expired', changedAt: at, revision: sql`${exchangePosts.revision} + 1` })
    .where(inArray(exchangePosts.id, due))
    .returning({
      id: exchangePosts.id,
      organisationId: exchangePosts.organisationId,
      title: exchangePosts.title,
      side: exchangePosts.side,
    });
}

/** Of what needs were drafted already, whatever became of them. */
export async function listSourceKeys(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ key: exchangePosts.sourceKey })
    .from(exchangePosts)
    .where(isNotNull(exchangePosts.sourceKey));
  return rows.flatMap(({ key }) => key ?? []);
}
