import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { measures } from '../measures/tables.ts';
import { planRows } from '../plans/tables.ts';
import { problemDomains, problems } from '../problems/tables.ts';
import { programPartners, programPillars, programs } from '../programs/tables.ts';
import { results } from '../results/tables.ts';
import { fiscalYears } from '../years/tables.ts';
import type { Scheme } from './rules.ts';
import { terms } from './tables.ts';

export type Term = typeof terms.$inferSelect;
type TermFields = Pick<Term, 'nameJa' | 'nameEn' | 'organisationId' | 'details'>;

/** In their order; of one scheme, or of all. */
export async function listTerms(tx: Tx, year: number, scheme?: Scheme): Promise<Term[]> {
  return tx
    .select()
    .from(terms)
    .where(and(eq(terms.fiscalYear, year), scheme && eq(terms.scheme, scheme)))
    .orderBy(asc(terms.scheme), asc(terms.position), asc(terms.code));
}

export async function findTerm(tx: Tx, id: string): Promise<Term> {
  const [row] = await tx.select().from(terms).where(eq(terms.id, id));
  if (!row) throw new NotFound('term');
  return row;
}

/** One writer at a time per vocabulary: positions and codes stay in order. */
export async function lockYear(tx: Tx, year: number): Promise<void> {
  const rows = await tx
    .select({ year: fiscalYears.year })
    .from(fiscalYears)
    .where(eq(fiscalYears.year, year))
    .for('update');
  if (rows.length === 0) throw new NotFound('fiscal year');
}

export async function insertTerm(tx: Tx, term: typeof terms.$inferInsert): Promise<string> {
  const [row] = await tx.insert(terms).values(term).returning({ id: terms.id });
  if (!row) throw new Error('term was not written');
  return row.id;
}

export async function updateTerm(tx: Tx, id: string, fields: Partial<TermFields>): Promise<void> {
  await tx.update(terms).set(fields).where(eq(terms.id, id));
}

export async function deleteTerm(tx: Tx, id: string): Promise<void> {
  await tx.delete(terms).where(eq(terms.id, id));
}

export async function updateTermPositions(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.update(terms).set({ position }).where(eq(terms.id, id));
  }
}

export async function copyTerms(tx: Tx, { from, to }: { from: number; to: number }): Promise<void> {
  await tx.execute(sql`insert into ${terms} (fiscal_year, scheme, code, name_ja, name_en, position, organisation_id, details)
    select ${to}::int, scheme, code, name_ja, name_en, position, organisation_id, details from ${terms}
    where fiscal_year = ${from} on conflict do nothing`);
}

/** How often the year uses a term. */
export async function countTermUses(tx: Tx, term: Term): Promise<number> {
  const year = term.fiscalYear;
  const ofYear = sql`(select id from ${programs} where fiscal_year = ${year})`;
  const queries: Record<string, ReturnType<typeof sql>> = {
    bureau: sql`select (select count(*) from ${programs} where fiscal_year = ${year} and organisation_id = ${term.organisationId})
      + (select count(*) from ${programPartners} where organisation_id = ${term.organisationId} and program_id in ${ofYear}) as uses`,
    category: sql`select count(*) as uses from ${programs} where fiscal_year = ${year} and category = ${term.code}`,
    line: sql`select count(*) as uses from ${programs} where fiscal_year = ${year} and line = ${term.code}`,
    pillar: sql`select (select count(*) from ${programPillars} where pillar = ${term.code} and program_id in ${ofYear})
      + (select count(*) from ${planRows} where fiscal_year = ${year} and pillar = ${term.code}) as uses`,
    domain: sql`select count(*) as uses from ${problemDomains} where domain = ${term.code}
      and problem_id in (select id from ${problems} where fiscal_year = ${year})`,
    rating: sql`select (select count(*) from ${results} where rating = ${term.code} and program_id in ${ofYear})
      + (select count(*) from ${fiscalYears} where year = ${year} and overall_rating = ${term.code}) as uses`,
    unit: sql`select count(*) as uses from ${measures} where unit = ${term.code} and program_id in ${ofYear}`,
  };
  const query = queries[term.scheme];
  if (!query) throw new Error(`no such scheme: ${term.scheme}`);
  const { rows } = await tx.execute<{ uses: string }>(query);
  return Number(rows[0]?.uses ?? 0);
}
