import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';

export interface CountedMonth {
  /** YYYY-MM; '' is the whole year, in which each person counts once. */
  readonly month: string;
  readonly recipients: number;
  readonly people: number;
  readonly groups: number;
  readonly decidedYen: number;
  readonly paidYen: number;
  readonly settledYen: number;
  readonly reports: number;
}

export async function listCounts(
  tx: Tx,
  { programId, fiscalYear }: { programId: string; fiscalYear: number },
): Promise<readonly CountedMonth[]> {
  const { rows } = await tx.execute<{
    month: string;
    recipients: number;
    people: number;
    groups: number;
    decided: string;
    paid: string;
    settled: string;
    reports: number;
  }>(sql`select * from grant_counts(${programId}::uuid, ${fiscalYear})`);
  return rows.map(({ decided, paid, settled, ...row }) => ({
    ...row,
    decidedYen: Number(decided),
    paidYen: Number(paid),
    settledYen: Number(settled),
  }));
}
