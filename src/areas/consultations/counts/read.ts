import type { Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { doors, type Door } from '../desks/settings.ts';
import { findDeskByCode } from '../desks/store.ts';
import { addMonths, monthsBetween, protectedCount } from './rules.ts';
import { type CountRow, listCounts } from './store.ts';

/** Everything the page of counts shows of a span of months. */
export interface Counted {
  readonly months: readonly string[];
  readonly rows: readonly CountRow[];
}

const kinds = [
  'door',
  'answered',
  'outside',
  'hour',
  'wait',
  'minutes',
  'worry',
  'place',
  'risk',
  'outcome',
  'age',
  'sex',
  'call',
  'call-hour',
  'surveyed',
  'survey',
];

/** What people are like, not how much a desk does: beyond the desk it is told with care. */
export const personal: readonly string[] = ['worry', 'place', 'risk', 'outcome', 'age', 'sex', 'survey'];

interface Span {
  readonly deskId?: string | undefined;
  /** In order; none: nothing. */
  readonly months: readonly string[];
}

/** Everything month by month: for files. */
export async function readCounts(tx: Tx, { deskId, months }: Span): Promise<Counted> {
  const [from = '', to = from] = [months[0], months.at(-1)];
  return { months, rows: await listCounts(tx, { kinds, from, to, deskId }) };
}

/** Contacts by way and month, the rest as sums of the whole span: what a page of a span shows, in a tenth of the rows. */
export async function readSums(tx: Tx, { deskId, months }: Span): Promise<Counted> {
  const [from = '', to = from] = [months[0], months.at(-1)];
  return { months, rows: await listCounts(tx, { kinds, from, to, deskId, monthly: ['door'] }) };
}

/** Contacts by way and month alone. */
export async function readDoors(tx: Tx, { deskId, months }: Span): Promise<Counted> {
  const [from = '', to = from] = [months[0], months.at(-1)];
  return { months, rows: await listCounts(tx, { kinds: ['door'], from, to, deskId }) };
}

/** A month, the one before and the same of the year before with everything; the months between by way of contact. */
export async function readMonth(
  tx: Tx,
  { deskId, month }: { deskId: string; month: string },
): Promise<Counted> {
  const [year, before] = [addMonths(month, -12), addMonths(month, -1)];
  const others = kinds.filter((kind) => kind !== 'door');
  const doorsOfYear = await readDoors(tx, { deskId, months: monthsBetween(year, month) });
  const rows = [
    ...doorsOfYear.rows,
    ...(await listCounts(tx, { kinds: others, from: year, to: year, deskId })),
    ...(await listCounts(tx, { kinds: others, from: before, to: month, deskId })),
  ];
  return { ...doorsOfYear, rows };
}

/** The sums of a kind as their reader may see them; null: too few to be told. */
export function shownSums(
  counted: Counted,
  kind: string,
  { guarded, ...by }: { guarded: boolean; month?: string; by?: 'a' | 'b'; only?: string },
): Readonly<Record<string, number | null>> {
  const sums = sumBy(counted, kind, by);
  if (!guarded) return sums;
  return Object.fromEntries(Object.entries(sums).map(([code, n]) => [code, protectedCount(n)]));
}

/** The sum of a kind by its first dimension, over all months or in one. */
export function sumBy(
  { rows }: Counted,
  kind: string,
  { month, by = 'a', only }: { month?: string; by?: 'a' | 'b'; only?: string } = {},
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    if (row.kind !== kind || (month && row.month !== month) || (only && row.a !== only)) continue;
    sums[row[by]] = (sums[row[by]] ?? 0) + row.n;
  }
  return sums;
}

/**
 * For a program's measure: the contacts of a desk in a fiscal year, in all and by month (April first), by the door they came
 * through; unit 件, each contact counted once at its arrival in Tokyo's calendar. Source: the desk's own records.
 */
export async function countContactsOfYear(
  tx: Tx,
  { desk, fiscalYear }: { desk: string; fiscalYear: number },
): Promise<Readonly<Record<Door, { readonly total: number; readonly months: readonly number[] }>>> {
  const { id: deskId } = await findDeskByCode(tx, desk);
  const months = monthsOfFiscalYear(fiscalYear);
  const counted = await readDoors(tx, { deskId, months });
  const entries = doors.map((door) => {
    const byMonth = months.map((month) => sumBy(counted, 'door', { month })[door] ?? 0);
    return [door, { total: byMonth.reduce((sum, n) => sum + n, 0), months: byMonth }] as const;
  });
  return Object.fromEntries(entries) as Record<Door, { total: number; months: number[] }>;
}
