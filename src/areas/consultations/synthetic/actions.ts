import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { can } from '../access.ts';
import type { Door } from '../desks/settings.ts';
import { insertCountChanges } from '../counts/store.ts';
import { spread } from './rules.ts';
import { countSynthetic, insertSynthetic } from './store.ts';

export interface SyntheticYear {
  readonly deskId: string;
  readonly fiscalYear: number;
  /** The desk's code: the same seed makes the same contacts. */
  readonly seed: string;
  /** Contacts of the year by door: exactly as many are made. */
  readonly doors: Readonly<Partial<Record<Door, number>>>;
  /** How the year is spread over its months, April first. */
  readonly weights: readonly number[];
  readonly hours: readonly [number, number];
  readonly worries: readonly string[];
  readonly municipalities: readonly string[];
}

/** A year of contacts of a sample world, which hold no word of anybody. Only the product itself makes them. */
export async function makeSyntheticYear(
  db: Db,
  who: Who,
  year: SyntheticYear,
  now = new Date(),
): Promise<void> {
  if (who.kind !== 'system') throw new Forbidden(can.runDesk.name);
  const { deskId, fiscalYear, doors, weights, seed, ...rest } = year;
  await inTransaction(db, who, async (tx) => {
    const months = monthsOfFiscalYear(fiscalYear);
    for (const [door, total = 0] of Object.entries(doors)) {
      const parts = spread(total, weights);
      for (const [at, month] of months.entries())
        if ((parts[at] ?? 0) > 0)
          await insertSynthetic(tx, {
            deskId,
            door,
            month,
            contacts: parts[at] ?? 0,
            seed: `${seed} ${door} ${month} `,
            ...rest,
          });
    }
    await countSynthetic(tx, { deskId, from: months[0] ?? '', to: months.at(-1) ?? '' });
    const facts = { fiscalYear, ...doors };
    await record(tx, { event: 'contact.synthesise', subject: { kind: 'desk', id: deskId }, facts }, now);
  });
}

/** A year from before the system: numbers by door and month as an office has filed them, and no contacts behind them. */
export async function takeOverCounts(
  db: Db,
  who: Who,
  { deskId, fiscalYear, doors, weights }: Pick<SyntheticYear, 'deskId' | 'fiscalYear' | 'doors' | 'weights'>,
  now = new Date(),
): Promise<void> {
  if (who.kind !== 'system') throw new Forbidden(can.runDesk.name);
  await inTransaction(db, who, async (tx) => {
    const months = monthsOfFiscalYear(fiscalYear);
    const rows = Object.entries(doors).flatMap(([door, total]) =>
      spread(total, weights).flatMap((n, at) =>
        ['door', 'answered'].map((kind) => ({ deskId, month: months[at] ?? '', kind, a: door, b: '', n })),
      ),
    );
    await insertCountChanges(
      tx,
      rows.filter(({ n }) => n > 0),
    );
    const facts = { fiscalYear, ...doors };
    await record(tx, { event: 'count.take-over', subject: { kind: 'desk', id: deskId }, facts }, now);
  });
}

interface Turned {
  readonly place: string;
  readonly worry: string;
  readonly times: number;
}

export interface TakenMonth {
  /** `2024-04` */
  readonly month: string;
  readonly doors: Readonly<Partial<Record<Door, number>>>;
  /** Attempts to call, by result. */
  readonly calls: Readonly<Record<string, number>>;
  /** Who came out of hours, and whom nobody took. */
  readonly outside: readonly Turned[];
  readonly missed: readonly Turned[];
}

/** Months of which an office has filed numbers alone, with no contacts behind them. */
export async function takeOverMonths(
  db: Db,
  who: Who,
  { deskId, months }: { deskId: string; months: readonly TakenMonth[] },
  now = new Date(),
): Promise<void> {
  if (who.kind !== 'system') throw new Forbidden(can.runDesk.name);
  const rows = months.flatMap(({ month, doors, calls, outside, missed }) => {
    const row = (kind: string, a: string, b: string, n: number) => ({ deskId, month, kind, a, b, n });
    const turned = (kind: string, all: readonly Turned[]) =>
      all.flatMap(({ place, worry, times }) => [
        row(kind, place, worry, times),
        row(kind, place, '*', times),
      ]);
    return [
      ...Object.entries(doors).flatMap(([door, n]) => [
        row('door', door, '', n),
        row('answered', door, '', n),
      ]),
      ...Object.entries(calls).map(([result, n]) => row('call', result, '', n)),
      ...turned('outside-who', outside),
      ...turned('missed', missed),
    ];
  });
  await inTransaction(db, who, async (tx) => {
    await insertCountChanges(
      tx,
      rows.filter(({ n }) => n > 0),
    );
    const facts = { months: months.length };
    await record(tx, { event: 'count.take-over', subject: { kind: 'desk', id: deskId }, facts }, now);
  });
}
