import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { doors, type Door } from '../desks/settings.ts';
import { addMonths, monthsBetween, protectedCount } from './rules.ts';
import { type CountRow, listCounts, listDeskCounts, listDoors, listYearCounts } from './store.ts';

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
  'call-wait',
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

/** A fiscal year: contacts by way and month, the rest as sums of the year. */
export async function readYear(
  tx: Tx,
  { deskId, fiscalYear }: { deskId?: string | undefined; fiscalYear: number },
): Promise<Counted> {
  const monthly = ['door'];
  const summed = kinds.filter((kind) => !monthly.includes(kind));
  const rows = await listYearCounts(tx, { kinds: summed, monthly, fiscalYear, deskId });
  return { months: monthsOfFiscalYear(fiscalYear), rows };
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

export type DoorsCount = Readonly<
  Record<Door, { readonly total: number; readonly months: readonly number[] }>
>;

/**
 * For the measures of programs: the contacts of desks in a fiscal year by desk, in all and by month (April first), by the door they came
 * through; a desk that is not there is not among them. Unit 件, each contact counted once at its arrival in Tokyo's calendar. Source:
 * the desks' own records.
 */
export async function countContactsOfDesks(
  tx: Tx,
  { desks, fiscalYear }: { desks: readonly string[]; fiscalYear: number },
): Promise<ReadonlyMap<string, DoorsCount>> {
  const months = monthsOfFiscalYear(fiscalYear);
  const rows = await listDoors(tx, { codes: desks, from: months[0] ?? '', to: months.at(-1) ?? '' });
  const byDesk = Map.groupBy(rows, ({ desk }) => desk);
  return new Map(
    [...byDesk].map(([desk, own]) => {
      const entries = doors.map((door) => {
        const byMonth = months.map(
          (month) => own.find((row) => row.month === month && row.door === door)?.n ?? 0,
        );
        return [door, { total: byMonth.reduce((sum, n) => sum + n, 0), months: byMonth }] as const;
      });
      return [desk, Object.fromEntries(entries) as Record<Door, { total: number; months: number[] }>];
    }),
  );
}

/** The same of one desk. */
export async function countContactsOfYear(
  tx: Tx,
  { desk, fiscalYear }: { desk: string; fiscalYear: number },
): Promise<DoorsCount> {
  const count = (await countContactsOfDesks(tx, { desks: [desk], fiscalYear })).get(desk);
  if (!count) throw new NotFound('desk');
  return count;
}

/** Somebody turned to a desk and nobody was there: month, municipality and worry, as far as they are known. */
export interface MissedCount {
  readonly why: 'unanswered' | 'outside';
  /** `2024-04` */
  readonly month: string;
  /** Empty: not known. A telephone tells nothing of who called. */
  readonly municipality: string;
  /** Empty: not known; `*`: whatever the worry, each contact once, while one with two worries counts at both. */
  readonly worry: string;
  readonly times: number;
}

/**
 * For the unmet-need map, over all desks, months inclusive: within hours calls that nobody took (given up, busy) and contacts that
 * ended without having been taken; out of hours calls and contacts. Unit 件, 延べ. Exact: what is shown of it goes through
 * `protectedCount`. The product's own look at counts, which hold no person.
 */
export async function countMissed(
  db: Database,
  { from, to }: { from: string; to: string },
): Promise<readonly MissedCount[]> {
  const rows = await inTransaction(db, system('count.missed'), (tx) =>
    listCounts(tx, { kinds: ['missed', 'outside-who', 'call'], from, to }),
  );
  return rows.flatMap(({ month, kind, a, b, n }): readonly MissedCount[] => {
    if (kind !== 'call') {
      const why = kind === 'missed' ? 'unanswered' : 'outside';
      return [{ why, month, municipality: a, worry: b, times: n }];
    }
    if (a === 'answered') return [];
    const call = {
      why: a === 'out-of-hours' ? 'outside' : 'unanswered',
      month,
      municipality: '',
      times: n,
    } as const;
    return [
      { ...call, worry: '' },
      { ...call, worry: '*' },
    ];
  });
}

/** What a desk did in a month. */
export interface DeskMonth {
  readonly deskId: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly month: string;
  /** Contacts by way. */
  readonly doors: Readonly<Record<string, number>>;
  /** Attempts to call, by result. */
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * For the headquarters' page: contacts by way and calls by result of every desk in these months, 件, 延べ, in one statement. What a
 * desk does, told exactly (decision 014); nothing of who they were.
 */
export async function countDeskMonths(
  db: Database,
  { months }: { months: readonly string[] },
): Promise<readonly DeskMonth[]> {
  const rows = await inTransaction(db, system('count.desks'), (tx) => listDeskCounts(tx, months));
  const byDesk = Map.groupBy(rows, ({ deskId, month }) => `${deskId} ${month}`);
  return [...byDesk.values()].flatMap((own) => {
    const [first] = own;
    const of = (kind: string) =>
      Object.fromEntries(own.filter((row) => row.kind === kind).map(({ a, n }) => [a, n]));
    if (!first) return [];
    const { deskId, nameJa, nameEn, month } = first;
    return [{ deskId, nameJa, nameEn, month, doors: of('door'), calls: of('call') }];
  });
}
