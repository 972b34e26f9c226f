import { asc, count, desc, eq, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { programs } from '../programs/tables.ts';
import { terms } from '../terms/tables.ts';
import { fiscalYears } from './tables.ts';

export type FiscalYear = typeof fiscalYears.$inferSelect;

export async function findYear(tx: Tx, year: number): Promise<FiscalYear> {
  const [row] = await tx.select().from(fiscalYears).where(eq(fiscalYears.year, year));
  if (!row) throw new NotFound('fiscal year');
  return row;
}

export async function yearExists(tx: Tx, year: number): Promise<boolean> {
  const rows = await tx
    .select({ year: fiscalYears.year })
    .from(fiscalYears)
    .where(eq(fiscalYears.year, year));
  return rows.length > 0;
}

/** The newest first. */
export async function listYears(tx: Tx): Promise<FiscalYear[]> {
  return tx.select().from(fiscalYears).orderBy(desc(fiscalYears.year));
}

export async function insertYear(tx: Tx, year: number): Promise<void> {
  await tx.insert(fiscalYears).values({ year });
}

export async function updateYear(
  tx: Tx,
  year: number,
  fields: { summaryJa: string; summaryEn: string; overallRating: string | null },
): Promise<void> {
  await tx.update(fiscalYears).set(fields).where(eq(fiscalYears.year, year));
}

/** How many programs a year has per category and bureau. */
export async function countPrograms(
  tx: Tx,
  year: number,
): Promise<{ category: string | null; organisationId: string; programs: number }[]> {
  return tx
    .select({
      category: programs.category,
      organisationId: programs.organisationId,
      programs: count(),
    })
    .from(programs)
    .where(eq(programs.fiscalYear, year))
    .groupBy(programs.category, programs.organisationId)
    .orderBy(asc(programs.category));
}

/** The ratings of every year: a year's overall rating is named in its own words. */
export async function listOverallRatings(tx: Tx): Promise<(typeof terms.$inferSelect)[]> {
  return tx.select().from(terms).where(eq(terms.scheme, 'rating'));
}

/** The newest year that has programs: a year just opened is still empty. */
export async function findNewestWithPrograms(tx: Tx): Promise<number | undefined> {
  const [row] = await tx.select({ year: max(programs.fiscalYear) }).from(programs);
  return row?.year ?? undefined;
}
