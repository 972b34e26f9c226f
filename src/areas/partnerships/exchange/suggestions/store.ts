import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { exchangeCapacity, exchangePosts } from '../tables.ts';

type PostRow = typeof exchangePosts.$inferSelect;

/** A post with how many requests of the month it has taken on. */
export interface Candidate {
  readonly post: PostRow;
  readonly taken: number;
}

interface Looking {
  readonly today: string;
  readonly limit: number;
}

/**
 * Published posts of the other side and the same kind that share a municipality and a day, those with a worry in common first, then
 * the newest: as many as the rules are to look at.
 */
export async function listCandidates(tx: Tx, own: PostRow, { today, limit }: Looking): Promise<Candidate[]> {
  const shares = sql`topics && ${textArray(own.topics)}`;
  const parts = [newestWhere(own, sql`not ${shares}`, { today, limit })];
  if (own.topics.length > 0) parts.unshift(newestWhere(own, shares, { today, limit }));
  const found: string[] = [];
  for (const part of parts) {
    if (found.length === limit) break;
    const { rows } = await tx.execute<{ id: string }>(part);
    found.push(...rows.slice(0, limit - found.length).map(({ id }) => id));
  }
  if (found.length === 0) return [];
  const month = today.slice(0, 7);
  const rows = await tx
    .select({ post: exchangePosts, taken: exchangeCapacity.taken })
    .from(exchangePosts)
    .leftJoin(
      exchangeCapacity,
      and(eq(exchangeCapacity.postId, exchangePosts.id), eq(exchangeCapacity.month, month)),
    )
    .where(inArray(exchangePosts.id, found));
  return rows.map(({ post, taken }) => ({ post, taken: taken ?? 0 }));
}

/** In each municipality as many of the newest as are asked for, and of these the newest, each once. */
function newestWhere(own: PostRow, topics: SQL, { today, limit }: Looking): SQL {
  const places = own.municipalities.length > 0 ? ['', ...own.municipalities] : ['*'];
  const from = today > own.startsOn ? today : own.startsOn;
  return sql`select fits.post_id as id from unnest(${textArray(places)}) as of_place (code)
    cross join lateral (select post_id, published_at from exchange_reach
      where side = ${own.side === 'need' ? 'offer' : 'need'} and kind = ${own.kind} and municipality = of_place.code
        and last_on >= ${from} and starts_on <= ${own.lastOn} and organisation_id <> ${own.organisationId} and ${topics}
      order by published_at desc nulls last, post_id limit ${limit}) fits
    group by fits.post_id order by max(fits.published_at) desc, fits.post_id limit ${limit}`;
}

function textArray(values: readonly string[]) {
  return sql`${sql.param([...values])}::text[]`;
}
