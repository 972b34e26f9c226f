import { and, desc, eq, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { exchangeCapacity, exchangePosts, exchangeReach } from '../tables.ts';

type PostRow = typeof exchangePosts.$inferSelect;

/** A post with how many requests of the month it has taken on. */
export interface Candidate {
  readonly post: PostRow;
  readonly taken: number;
}

/**
 * Published posts of the other side and the same kind that share a municipality and a day, those with a worry in common first, then
 * the newest: as many as the rules are to look at.
 */
export async function listCandidates(
  tx: Tx,
  own: PostRow,
  { today, limit }: { today: string; limit: number },
): Promise<Candidate[]> {
  const reach = exchangeReach;
  const shares = sql<boolean>`bool_or(${reach.topics} && ${textArray(own.topics)})`;
  const found = await tx
    .select({ id: reach.postId })
    .from(reach)
    .where(
      and(
        eq(reach.side, own.side === 'need' ? 'offer' : 'need'),
        eq(reach.kind, own.kind),
        own.municipalities.length > 0 ? inArray(reach.municipality, ['', ...own.municipalities]) : undefined,
        gte(reach.lastOn, today > own.startsOn ? today : own.startsOn),
        lte(reach.startsOn, own.lastOn),
        ne(reach.organisationId, own.organisationId),
      ),
    )
    .groupBy(reach.postId)
    .orderBy(desc(shares), desc(sql`max(${reach.publishedAt})`), reach.postId)
    .limit(limit);
  if (found.length === 0) return [];
  const month = today.slice(0, 7);
  const rows = await tx
    .select({ post: exchangePosts, taken: exchangeCapacity.taken })
    .from(exchangePosts)
    .leftJoin(
      exchangeCapacity,
      and(eq(exchangeCapacity.postId, exchangePosts.id), eq(exchangeCapacity.month, month)),
    )
    .where(
      inArray(
        exchangePosts.id,
        found.map(({ id }) => id),
      ),
    );
  return rows.map(({ post, taken }) => ({ post, taken: taken ?? 0 }));
}

function textArray(values: readonly string[]) {
  return sql`${sql.param([...values])}::text[]`;
}
