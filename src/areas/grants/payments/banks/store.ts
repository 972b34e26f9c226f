import { count, desc, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Branch, Codes, KnownCodes } from './rules.ts';
import { grantBankRegisters, grantBranches } from './tables.ts';

export type BankRegister = typeof grantBankRegisters.$inferSelect;

/** The register as it holds from now on: whole, in the place of the one before. */
export async function replaceBranches(tx: Tx, branches: readonly Branch[]): Promise<void> {
  await tx.delete(grantBranches);
  await tx.execute(sql`
    insert into grant_branches (bank, branch, bank_name, bank_kana, branch_name, branch_kana)
    select bank, branch, "bankName", "bankKana", "branchName", "branchKana" from jsonb_to_recordset(${JSON.stringify(branches)}::jsonb)
      n(bank text, branch text, "bankName" text, "bankKana" text, "branchName" text, "branchKana" text)`);
}

export async function insertRegister(
  tx: Tx,
  row: Omit<typeof grantBankRegisters.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(grantBankRegisters).values(row);
}

/** The newest first. */
export async function listRegisters(tx: Tx): Promise<BankRegister[]> {
  return tx.select().from(grantBankRegisters).orderBy(desc(grantBankRegisters.at)).limit(20);
}

export async function countBranches(tx: Tx): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(grantBranches);
  return row?.n ?? 0;
}

/** Which of these codes there are, in one statement for all. */
export async function findKnownCodes(tx: Tx, codes: readonly Codes[]): Promise<KnownCodes> {
  const banks = [...new Set(codes.map(({ bank }) => bank))];
  const branches = [...new Set(codes.map(({ bank, branch }) => `${bank}-${branch}`))];
  const { rows } = await tx.execute<{ kind: string; code: string }>(sql`
    select 'any' as kind, '' as code where exists (select from grant_branches)
    union all select 'bank', b.bank from unnest(${sql.param(banks)}::text[]) b(bank)
      where exists (select from grant_branches g where g.bank = b.bank)
    union all select 'branch', bank || '-' || branch from grant_branches
      where bank = any(${sql.param(banks)}::text[]) and bank || '-' || branch = any(${sql.param(branches)}::text[])`);
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code));
  return { isEmpty: of('any').size === 0, banks: of('bank'), branches: of('branch') };
}
