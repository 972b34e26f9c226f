/** `2025-04` and so many months before it (after it, where below 0). */
export function monthBefore(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** A month that is asked for and not after this one; otherwise the last whole month. */
export function monthAsked(asked: string, today: string): string {
  const isMonth = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) && asked <= today.slice(0, 7);
  return isMonth ? asked : monthBefore(today.slice(0, 7), 1);
}

/** Part of a whole in percent with one decimal; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

interface ProgramFacts {
  readonly id: string;
  readonly pillars: readonly string[];
  readonly budget: { readonly initial: number | null; readonly revised: number | null };
}

interface Money {
  readonly programId: string;
  readonly decidedYen: number;
  readonly paidYen: number;
}

export interface MoneyLine {
  readonly budgetYen: number;
  readonly decidedYen: number;
  readonly paidYen: number;
}

/** Budget (the revised one where there is one), decided and paid of some programs. */
export function moneyOf(programs: readonly ProgramFacts[], money: readonly Money[]): MoneyLine {
  const ids = new Set(programs.map(({ id }) => id));
  const own = money.filter(({ programId }) => ids.has(programId));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
  return {
    budgetYen: sum(programs.map(({ budget }) => budget.revised ?? budget.initial ?? 0)),
    decidedYen: sum(own.map(({ decidedYen }) => decidedYen)),
    paidYen: sum(own.map(({ paidYen }) => paidYen)),
  };
}

interface Counted {
  readonly organisationId: string;
  readonly status: string;
  readonly count: number;
}

/** Entries that a bureau has still to hand in. */
const notIn: readonly string[] = ['owed', 'draft', 'returned'];

/** Of a bureau, so many as stand in a state; without one, those that it has still to hand in. */
export function entriesOf(rows: readonly Counted[], organisationId: string, status?: string): number {
  return rows
    .filter((row) => row.organisationId === organisationId)
    .filter((row) => (status ? row.status === status : notIn.includes(row.status)))
    .reduce((sum, { count }) => sum + count, 0);
}
