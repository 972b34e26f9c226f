import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, counsellor, deskSupervisor, supervises } from '../access.ts';
import type { Door } from '../desks/settings.ts';
import { lockDesk } from '../desks/store.ts';
import { deskTopic } from '../messages/keys.ts';
import { decideShift, shiftDays, type ShiftRefusal, shiftSpan } from './rules.ts';
import {
  findShift,
  insertShifts,
  listShiftsOf,
  type PlannedShift,
  removeFollowing,
  removeShift,
} from './store.ts';

export function staffOf(tx: Tx, deskId: string): Promise<{ personId: string; name: string }[]> {
  return listHolders(tx, { organisationIds: [deskId], roles: [counsellor.name, deskSupervisor.name] });
}

interface Planned {
  readonly deskId: string;
  readonly personId: string;
  readonly day: string;
  /** Minutes of the day. */
  readonly from: number;
  readonly to: number;
  readonly doors: readonly Door[];
  /** The last day of a weekly shift; '' for one day only. */
  readonly until: string;
}

/** Puts somebody on duty, once or on each such weekday: all of it or nothing. */
export async function planShift(
  db: Db,
  who: PersonWho,
  { deskId, personId, day, from, to, doors, until }: Planned,
  now = new Date(),
): Promise<Result<{ days: number }, ShiftRefusal>> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  const spans = shiftDays(day, until).map((each) => shiftSpan(each, { from, to }));
  return inTransaction(db, who, async (tx) => {
    await lockDesk(tx, deskId);
    const worksHere = (await staffOf(tx, deskId)).some((each) => each.personId === personId);
    const others = await listShiftsOf(tx, {
      personId,
      from: new Date(spans[0]?.from ?? 0),
      to: new Date(spans.at(-1)?.to ?? 0),
    });
    const decision = decideShift({ spans, doors, worksHere, others: others.map(asSpan) });
    if (!decision.ok) return decision;
    const seriesId = crypto.randomUUID();
    await insertShifts(
      tx,
      spans.map((span) => ({
        deskId,
        personId,
        startsAt: new Date(span.from),
        endsAt: new Date(span.to),
        doors: [...doors],
        seriesId,
      })),
    );
    const facts = { seriesId, personId, day, from, to, until, days: spans.length };
    await record(tx, { event: 'shift.plan', subject: { kind: 'desk', id: deskId }, facts }, now);
    await announce(tx, deskTopic(deskId));
    return ok({ days: spans.length });
  });
}

function asSpan({ startsAt, endsAt }: PlannedShift) {
  return { from: startsAt.getTime(), to: endsAt.getTime() };
}

/** Takes a shift out of the plan, or it and those of the same series that follow. */
export async function dropShift(
  db: Db,
  who: PersonWho,
  { deskId, shiftId, following }: { deskId: string; shiftId: string; following: boolean },
  now = new Date(),
): Promise<void> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  await inTransaction(db, who, async (tx) => {
    const shift = await findShift(tx, shiftId);
    if (shift.deskId !== deskId) throw new Forbidden(can.runDesk.name);
    const days = following ? await removeFollowing(tx, shift) : 1;
    if (!following) await removeShift(tx, shiftId);
    const facts = { seriesId: shift.seriesId, from: shift.startsAt.toISOString(), days };
    await record(tx, { event: 'shift.drop', subject: { kind: 'desk', id: deskId }, facts }, now);
    await announce(tx, deskTopic(deskId));
  });
}
