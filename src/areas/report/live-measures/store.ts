import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { liveBindings, liveValues } from './tables.ts';

export type LiveValue = typeof liveValues.$inferSelect;

export interface Binding {
  readonly live: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly fromYear: number;
}

const ofYear = (fiscalYear: number) =>
  sql`in (select m.id from measures m join programs p on p.id = m.program_id where p.fiscal_year = ${fiscalYear})`;

/** What counts in a fiscal year, by thread of the measure: the last word up to that year. */
export async function listBindings(tx: Tx, fiscalYear: number): Promise<ReadonlyMap<string, Binding>> {
  const rows = await tx
    .selectDistinctOn([liveBindings.thread])
    .from(liveBindings)
    .where(lte(liveBindings.fromYear, fiscalYear))
    .orderBy(liveBindings.thread, desc(liveBindings.fromYear));
  return new Map(
    rows.flatMap(({ thread, live, parameters, fromYear }) =>
      live === null ? [] : [[thread, { live, parameters, fromYear }] as const],
    ),
  );
}

export async function upsertBinding(tx: Tx, row: typeof liveBindings.$inferInsert): Promise<void> {
  const { thread: _, fromYear: __, ...set } = row;
  await tx
    .insert(liveBindings)
    .values(row)
    .onConflictDoUpdate({ target: [liveBindings.thread, liveBindings.fromYear], set });
}

/** What was counted last for the measures of a year. */
export async function listLiveValues(tx: Tx, fiscalYear: number): Promise<LiveValue[]> {
  return tx
    .select()
    .from(liveValues)
    .where(sql`${liveValues.measureId} ${ofYear(fiscalYear)}`);
}

/** The counted values of a year in the place of those before; a measure that is counted no more has none. */
export async function replaceLiveValues(
  tx: Tx,
  fiscalYear: number,
  rows: readonly (typeof liveValues.$inferInsert)[],
): Promise<void> {
  await tx.delete(liveValues).where(sql`${liveValues.measureId} ${ofYear(fiscalYear)}`);
  for (const part of inParts(rows)) await tx.insert(liveValues).values(part);
}

export async function findLiveValue(
  tx: Tx,
  { measureId, period }: { measureId: string; period: string },
): Promise<LiveValue | undefined> {
  const [row] = await tx
    .select()
    .from(liveValues)
    .where(and(eq(liveValues.measureId, measureId), eq(liveValues.period, period)));
  return row;
}
