import { and, asc, eq, gte, inArray, lt, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
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

/** For each need the public offers of its kind that reach one of the same municipalities or everywhere: those that end first, 20 at most. */
export async function listOffersFor(
  tx: Tx,
  { needIds, today }: { needIds: readonly string[]; today: string },
): Promise<{ needId: string; id: string; title: string }[]> {
  if (needIds.length === 0) return [];
  const need = alias(exchangePosts, 'need');
  const fitting = tx
    .select({ id: exchangePosts.id, title: exchangePosts.title, lastOn: exchangePosts.lastOn })
    .from(exchangePosts)
    .where(
      and(
        eq(exchangePosts.side, 'offer'),
        eq(exchangePosts.state, 'published'),
        eq(exchangePosts.kind, need.kind),
        gte(exchangePosts.lastOn, today),
        or(
          sql`cardinality(${exchangePosts.municipalities}) = 0`,
          sql`cardinality(${need.municipalities}) = 0`,
          sql`${exchangePosts.municipalities} && ${need.municipalities}`,
        ),
      ),
    )
    .orderBy(asc(exchangePosts.lastOn), asc(exchangePosts.id))
    .limit(20)
    .as('fitting');
  return tx
    .select({ needId: need.id, id: fitting.id, title: fitting.title })
    .from(need)
    .crossJoinLateral(fitting)
    .where(inArray(need.id, [...needIds]))
    .orderBy(asc(fitting.lastOn), asc(fitting.id));
}
