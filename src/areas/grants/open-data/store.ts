import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import type { CallTerms } from '../calls/terms.ts';
import type { Cell } from './rules.ts';

export interface OpenAward {
  readonly fiscalYear: number;
  readonly slug: string;
  readonly call: string;
  readonly group: string;
  readonly corporateNumber: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly decidedYen: number;
  readonly paidYen: number;
  readonly settledYen: number;
  readonly state: string;
  readonly illustrative: boolean;
}

/** Awards to groups, as everybody may know them. */
export async function listOpenAwards(tx: Tx): Promise<readonly OpenAward[]> {
  const { rows } = await tx.execute<{
    fiscal_year: number;
    call_slug: string;
    call_name: string;
    group_name: string;
    corporate_number: string | null;
    number: string;
    decided_on: string;
    decided: string;
    paid: string;
    settled: string;
    state: string;
    illustrative: boolean;
  }>(sql`select fiscal_year, call_slug, call_name, group_name, corporate_number, number, decided_on::text, decided, paid, settled, state,
    illustrative from grant_awards_open()`);
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    slug: row.call_slug,
    call: row.call_name,
    group: row.group_name,
    corporateNumber: row.corporate_number ?? '',
    number: row.number,
    decidedOn: row.decided_on,
    decidedYen: Number(row.decided),
    paidYen: Number(row.paid),
    settledYen: Number(row.settled),
    state: row.state,
    illustrative: row.illustrative,
  }));
}

export interface AwardOfGroup {
  readonly fiscalYear: number;
  readonly call: Text;
  readonly decidedOn: string;
  readonly decidedYen: number;
  readonly illustrative: boolean;
}

/** What one group was awarded, the newest first, as everybody may know it: by its organisation or its corporate numbers. */
export async function listAwardsOf(
  tx: Tx,
  { organisationId, corporateNumbers }: { organisationId: string; corporateNumbers: readonly string[] },
): Promise<readonly AwardOfGroup[]> {
  const { rows } = await tx.execute<{
    fiscal_year: number;
    call_name_ja: string;
    call_name_en: string | null;
    decided_on: string;
    decided: string;
    illustrative: boolean;
  }>(sql`select fiscal_year, call_name_ja, call_name_en, decided_on::text, decided, illustrative
    from grant_awards_of(${organisationId}::uuid, ${sql.param([...corporateNumbers])}::text[])`);
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    call: { ja: row.call_name_ja, en: row.call_name_en ?? row.call_name_ja },
    decidedOn: row.decided_on,
    decidedYen: Number(row.decided),
    illustrative: row.illustrative,
  }));
}

export interface BenefitSums {
  readonly callId: string;
  readonly fiscalYear: number;
  readonly slug: string;
  readonly terms: CallTerms;
  readonly illustrative: boolean;
  readonly whole: Cell;
  readonly parts: readonly Cell[];
}

/** Sums of benefits by call and use, before the disclosure control: nobody is shown them as they are. */
export async function sumBenefits(tx: Tx): Promise<readonly BenefitSums[]> {
  const { rows } = await tx.execute<{
    call_id: string;
    fiscal_year: number;
    call_slug: string;
    terms: CallTerms;
    use: string;
    n: number;
    people: number;
    yen: string;
    illustrative: boolean;
  }>(sql`select * from grant_benefits_open()`);
  const cell = ({ use: code, n: total, people: distinct, yen }: (typeof rows)[number]): Cell => ({
    code,
    total,
    distinct,
    yen: Number(yen),
  });
  return rows
    .filter(({ use }) => use === '')
    .map((row) => ({
      callId: row.call_id,
      fiscalYear: row.fiscal_year,
      slug: row.call_slug,
      terms: row.terms,
      illustrative: row.illustrative,
      whole: cell(row),
      parts: rows.filter(({ call_id: id, use }) => id === row.call_id && use !== '').map(cell),
    }));
}
