import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { listCounts, listMoney, listNotReceived, type NotReceived, type ProgramMoney } from './store.ts';

interface GrantCount {
  readonly total: number;
  /** April first. */
  readonly months: readonly number[];
}

export type GrantsCount = Readonly<
  Record<'recipients' | 'people' | 'groups' | 'decidedYen' | 'paidYen' | 'settledYen' | 'reports', GrantCount>
>;

/**
 * For the measures of programs: whom the calls of each reached in a fiscal year, and with how much. 延べ are benefits, 実 are different
 * people (each once in the year, and once in every month); reports are what groups and those who accompany people have told.
 */
export async function countGrantsOfPrograms(
  tx: Tx,
  asked: { programIds: readonly string[]; fiscalYear: number },
): Promise<ReadonlyMap<string, GrantsCount>> {
  const byProgram = Map.groupBy(await listCounts(tx, asked), ({ programId }) => programId);
  const months = monthsOfFiscalYear(asked.fiscalYear);
  return new Map(
    asked.programIds.map((programId) => {
      const rows = byProgram.get(programId) ?? [];
      const of = (figure: string, by: 'n' | 'people' = 'n'): GrantCount => {
        const at = (month: string) =>
          rows.find((row) => row.month === month && row.figure === figure)?.[by] ?? 0;
        return { total: at(''), months: months.map(at) };
      };
      return [
        programId,
        {
          recipients: of('recipients'),
          people: of('recipients', 'people'),
          groups: of('groups', 'people'),
          decidedYen: of('decided'),
          paidYen: of('paid'),
          settledYen: of('settled'),
          reports: of('reports'),
        },
      ];
    }),
  );
}

/** The same of one program. */
export async function countGrantsOfProgram(
  tx: Tx,
  { programId, fiscalYear }: { programId: string; fiscalYear: number },
): Promise<GrantsCount> {
  const counts = await countGrantsOfPrograms(tx, { programIds: [programId], fiscalYear });
  const count = counts.get(programId);
  if (!count) throw new NotFound('program');
  return count;
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
 * For the unmet-need map: benefits of people who met every condition and have not received it, by the month of asking and by the
 * municipality and worry that were told for counting, 件, 延べ: withdrawn, or not decided or not paid within 30 days. Exact: protected by
 * who shows it.
 */
export async function countNotReceived(
  db: Database,
  { from, to }: { from: string; to: string },
  now = new Date(),
): Promise<readonly NotReceived[]> {
  const before = addDays(tokyoDay(now), -tooLongDays);
  const [first, last] = [fiscalYearOf(`${from}-01`), fiscalYearOf(`${to}-01`)];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return inTransaction(db, system('grant.count'), (tx) => listNotReceived(tx, { from, to, years, before }));
}
