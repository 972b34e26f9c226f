import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}

export interface MatchCount {
  readonly kind: string;
  readonly asked: number;
  readonly talked: number;
  readonly agreed: number;
  readonly delivered: number;
  readonly counted: number;
}

/** By the functions of guards.sql: sums, for whoever reads. */
export async function listCounts(tx: Tx, { from, to }: Days): Promise<MatchCount[]> {
  const found = await tx.execute<MatchCount & Record<string, unknown>>(
    sql`select * from match_counts(${from}::date, ${to}::date)`,
  );
  return found.rows;
}

export interface GoodsCount {
  readonly kind: string;
  readonly unit: string;
  readonly given: number;
  readonly received: number;
  readonly yen: number;
  readonly times: number;
}

export async function listGoods(
  tx: Tx,
  { from, to, organisationId }: Days & { organisationId?: string | undefined },
): Promise<GoodsCount[]> {
  const found = await tx.execute<
    Record<'kind' | 'unit' | 'given' | 'received' | 'yen', string> & { times: number }
  >(sql`select * from match_goods(${from}::date, ${to}::date, ${organisationId ?? null}::uuid)`);
  return found.rows.map(({ kind, unit, given, received, yen, times }) => ({
    kind,
    unit,
    given: Number(given ?? 0),
    received: Number(received ?? 0),
    yen: Number(yen),
    times,
  }));
}
