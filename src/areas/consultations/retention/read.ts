import type { Tx } from '#platform/database/database.ts';
import { promisedDays } from '../desks/rules.ts';
import { type Door, doors } from '../desks/settings.ts';
import type { Desk } from '../desks/store.ts';
import { countHeld, countOverdue, sumErasures } from './store.ts';

/** What a desk promised about the words that people leave with it, and how that was kept. */
export interface Promised {
  readonly desk: Desk;
  readonly doors: readonly { readonly door: Door; readonly open: boolean; readonly days: number }[];
  readonly erased: { readonly contacts: number; readonly lastOn: string | null };
  /** Past their day before the last nightly run, and still there. */
  readonly overdue: number;
  readonly held: Awaited<ReturnType<typeof countHeld>>;
}

/** The nightly run has a day to come to a contact (ms). */
const grace = 86_400_000;

export async function readPromised(tx: Tx, { desk, now }: { desk: Desk; now: Date }): Promise<Promised> {
  const { id: deskId, settings } = desk;
  const days = doors.map((door) => promisedDays(settings, door));
  return {
    desk,
    doors: doors.map((door, at) => ({
      door,
      open: settings.doors[door]?.open ?? false,
      days: days[at] ?? 0,
    })),
    erased: await sumErasures(tx, deskId),
    overdue: await countOverdue(tx, {
      deskId,
      unmarked: Math.max(...days),
      now: new Date(now.getTime() - grace),
    }),
    held: await countHeld(tx, deskId),
  };
}
