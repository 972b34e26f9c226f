import { and, asc, eq, inArray, lt, notExists, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { exchangePosts } from '../../exchange/tables.ts';
import { matches } from '../tables.ts';

interface Unmatched {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly publishedAt: Date | null;
}

const shown = {
  id: exchangePosts.id,
  title: exchangePosts.title,
  kind: exchangePosts.kind,
  organisationId: exchangePosts.organisationId,
  publishedAt: exchangePosts.publishedAt,
};

/** Needs that have been public since before a moment, with nobody on the way to them; the longest first. */
export async function listUnmatched(
  tx: Tx,
  { before, open: states }: { before: Date; open: readonly string[] },
): Promise<Unmatched[]> {
  const open = tx
    .select({ one: sql`1` })
    .from(matches)
    .where(and(eq(matches.needId, exchangePosts.id), inArray(matches.status, [...states])));
  return tx
    .select(shown)
    .from(exchangePosts)
    .where(
      and(
        eq(exchangePosts.side, 'need'),
        eq(exchangePosts.state, 'published'),
        lt(exchangePosts.publishedAt, before),
        notExists(open),
      ),
    )
    .orderBy(asc(exchangePosts.publishedAt), asc(exchangePosts.id))
    .limit(50);
}

/** Public offers of the kinds that are needed, which reach one of the same municipalities or everywhere. */
export async function listOffersFor(
  tx: Tx,
  need: { id: string; kind: string; today: string },
): Promise<Unmatched[]> {
  const places = sql`(select n.municipalities from exchange_posts n where n.id = ${need.id})`;
  return tx
    .select(shown)
    .from(exchangePosts)
    .where(
      and(
        eq(exchangePosts.side, 'offer'),
        eq(exchangePosts.state, 'published'),
        eq(exchangePosts.kind, need.kind),
        sql`${exchangePosts.lastOn} >= ${need.today}`,
        or(
          sql`cardinality(${exchangePosts.municipalities}) = 0`,
          sql`cardinality(${places}) = 0`,
          sql`${exchangePosts.municipalities} && ${places}`,
        ),
      ),
    )
    .orderBy(asc(exchangePosts.lastOn), asc(exchangePosts.id))
    .limit(20);
}
