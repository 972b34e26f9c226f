import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { type CountedMonth, listCounts, listMoney, listNotReceived, type ProgramMoney } from './store.ts';

interface GrantCount {
  readonly total: number;
  /** April first. */
  readonly months: readonly number[];
}

/**
 * For a program's measures: whom its calls of a fiscal year reached, and with how much. 延べ are benefits, 実 are different people (each
 * once in the year, and once in every month); reports are what groups and those who accompany people have told.
 */
export async function countGrantsOfProgram(
  tx: Tx,
  program: { programId: string; fiscalYear: number },
): Promise<
  Readonly<
    Record<
      'recipients' | 'people' | 'groups' | 'decidedYen' | 'paidYen' | 'settledYen' | 'reports',
      GrantCount
    >
  >
> {
  const rows = await listCounts(tx, program);
  const months = monthsOfFiscalYear(program.fiscalYear);
  const of = (figure: Exclude<keyof CountedMonth, 'month'>): GrantCount => {
    const at = (month: string) => rows.find((row) => row.month === month)?.[figure] ?? 0;
    return { total: at(''), months: months.map(at) };
  };
  return {
    recipients: of('recipients'),
    people: of('people'),
    groups: of('groups'),
    decidedYen: of('decidedYen'),
    paidYen: of('paidYen'),
    settledYen: of('settledYen'),
    reports: of('reports'),
  };
}

/** For the headquarters: 交付・支給を決めた額 and 支払った額 of a fiscal year's calls until a moment, by program, yen; sums alone. */
export async function sumMoneyByProgram(
  db: Database,
  of: { fiscalYear: number; before: Date },
): Promise<readonly ProgramMoney[]> {
  return inTransaction(db, system('grant.count'), (tx) => listMoney(tx, of));
}

/** A benefit that is not paid after so many days has not been received in time. */
export const tooLongDays = 30;

/**
 * For the unmet-need map: benefits of people who met every condition and have not received it, by the month of asking, 件, 延べ:
 * withdrawn, or not decided or not paid within 30 days. Where they live and what worries them is sealed, and not counted. Exact:
 * protected by who shows it.
 */
export async function countNotReceived(
  db: Database,
  { from, to }: { from: string; to: string },
  now = new Date(),
): Promise<readonly { readonly month: string; readonly times: number }[]> {
  const before = addDays(tokyoDay(now), -tooLongDays);
  return inTransaction(db, system('grant.count'), (tx) => listNotReceived(tx, { from, to, before }));
}
