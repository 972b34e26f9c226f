import type { Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { type CountedMonth, listCounts } from './store.ts';

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
