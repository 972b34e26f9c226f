import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import {
  type Hours,
  holdService,
  hoursOn,
  readHolidays,
  type Service,
  visitHours,
  withDay,
  writeVisitHours,
} from '#areas/directory/index.ts';
import { findOwnPlace, openingsOn } from './read.ts';
import {
  closeToday,
  decideAdd,
  decideCancel,
  decideMove,
  openingsOf,
  openToday,
  type Planned,
  type Session,
  type SessionRefusal,
  sessionsOf,
  type Span,
  withChanges,
} from './rules.ts';
import { listSaid, writeDay, writeSession } from './store.ts';

/**
 * What an operator says of sessions stands in the hours of the entry, which is the directory's: the product writes it there for
 * them, after it has asked whether the place is theirs. The ledger names them.
 */
export const placeDesk = system('place.operate');

export type PlaceRefusal = SessionRefusal | 'always-open' | 'entry-refused' | 'changed-meanwhile';
type Changed = Result<'changed', PlaceRefusal>;

/** Exceptions of days that are longer over than this are no longer carried along. */
const keptDays = 60;

interface Day {
  readonly service: Service;
  readonly day: string;
  readonly today: string;
  /** `HH:MM` in Tokyo, by the server's clock. */
  readonly minute: string;
  readonly sessions: readonly Session[];
}
type Decided = Result<readonly Session[], SessionRefusal>;

/** 「今日は開いています」「今日は休みます」: one press, and every page of the directory says so. */
export async function sayToday(
  db: Db,
  who: Who,
  input: { serviceId: string; open: boolean; until: string; note: string },
  now = new Date(),
): Promise<Changed> {
  const { serviceId, open, until, note } = input;
  return changeDay(
    db,
    who,
    { serviceId, day: tokyoDay(now), what: open ? 'open' : 'close', note },
    (day) => (open ? openToday({ ...day, until }) : ok(closeToday({ ...day, note }))),
    now,
  );
}

export async function addSession(
  db: Db,
  who: Who,
  { serviceId, ...planned }: Planned & { serviceId: string },
  now = new Date(),
): Promise<Changed> {
  const { day } = planned;
  return changeDay(
    db,
    who,
    { serviceId, day, what: 'add' },
    (facts) => one(decideAdd({ planned, ...facts })),
    now,
  );
}

export async function moveSession(
  db: Db,
  who: Who,
  { serviceId, slot, ...planned }: Planned & { serviceId: string; slot: string },
  now = new Date(),
): Promise<Changed> {
  const { day } = planned;
  return changeDay(
    db,
    who,
    { serviceId, day, what: 'move' },
    (facts) => one(decideMove({ slot, planned, ...facts })),
    now,
  );
}

export async function cancelSession(
  db: Db,
  who: Who,
  { serviceId, day, slot, reason }: { serviceId: string; day: string; slot: string; reason: string },
  now = new Date(),
): Promise<Changed> {
  return changeDay(
    db,
    who,
    { serviceId, day, what: 'cancel', note: reason },
    (facts) => one(decideCancel({ ...facts, slot, day, reason })),
    now,
  );
}

function one(decided: Result<Session, SessionRefusal>): Decided {
  return decided.ok ? ok([decided.value]) : decided;
}

/** The weekly rule, closures and holidays: the entry's hours as the directory keeps them. `version`: of the entry that was shown. */
export async function setHours(
  db: Db,
  who: Who,
  { serviceId, version, hours }: { serviceId: string; version: number; hours: Hours },
  now = new Date(),
): Promise<Changed> {
  return operate(db, who, serviceId, async (tx) => {
    const held = await holdService(tx, serviceId);
    if (held.version !== version) return refuse('changed-meanwhile');
    const written = await writeVisitHours(tx, held, { hours, note: byOperator }, now);
    if (!written.ok) return refuse('entry-refused');
    await told(tx, who, { serviceId, what: 'hours', day: tokyoDay(now) }, now);
    return ok('changed');
  });
}

const byOperator = 'by-operator';

async function operate<T>(
  db: Db,
  who: Who,
  serviceId: string,
  work: (tx: Tx, service: Service) => Promise<T>,
): Promise<T> {
  return inTransaction(db, placeDesk, async (tx) => work(tx, await findOwnPlace(tx, who, serviceId)));
}

/** One day as it is now, held so that two telephones come one after the other; then what changes, in both places. */
async function changeDay(
  db: Db,
  who: Who,
  { serviceId, day, what, note = '' }: { serviceId: string; day: string; what: string; note?: string },
  decide: (facts: Day) => Decided,
  now: Date,
): Promise<Changed> {
  return operate(db, who, serviceId, async (tx, service) => {
    const held = { ...service, ...(await holdService(tx, serviceId)) };
    const hours = visitHours(held.content);
    if (hours?.alwaysOpen) return refuse('always-open');
    const holidays = await readHolidays(tx);
    const said = await listSaid(tx, { serviceIds: [serviceId], from: day, to: day });
    const sessions = sessionsOf({ day, open: openingsOn(held, day, holidays), said });
    const [today, minute] = [tokyoDay(now), tokyoMinute(now).slice(11)];
    const decided = decide({ service: held, day, today, minute, sessions });
    if (!decided.ok) return decided;
    for (const session of decided.value) await writeSession(tx, rowOf(held, session, now));
    if (what === 'open' || what === 'close') {
      const row = {
        serviceId,
        organisationId: held.organisationId,
        day,
        open: what === 'open',
        note,
        saidAt: now,
      };
      await writeDay(tx, row);
    }
    if (decided.value.length > 0) {
      const before = hours ? hoursOn(hours, day, { holidays, channel: 'visit' }).intervals : [];
      const intervals = openingsOf(withChanges(sessions, decided.value)).map((span) => keptOf(before, span));
      const keptFrom = addDays(today, -keptDays);
      const after = withDay(hours, { day, intervals, label: note.slice(0, 100), keptFrom });
      const written = await writeVisitHours(tx, held, { hours: after, note: byOperator }, now);
      if (!written.ok) throw new Error(`hours of a day were refused: ${written.refusal}`);
    }
    await told(tx, who, { serviceId, what, day }, now);
    return ok('changed');
  });
}

/** An opening that did not change keeps what else the hours say of it: the last moment to come. */
function keptOf(before: readonly Span[], { opens, closes }: Span): Span {
  return before.find((each) => each.opens === opens && each.closes === closes) ?? { opens, closes };
}

function rowOf({ id: serviceId, organisationId }: Service, session: Session, changedAt: Date) {
  const { day, slot, opens, closes, title, reason, cancelled } = session;
  const state = cancelled ? 'cancelled' : 'planned';
  return { serviceId, organisationId, day, slot, opens, closes, title, reason, state, changedAt };
}

async function told(
  tx: Tx,
  who: Who,
  { serviceId, what, day }: { serviceId: string; what: string; day: string },
  now: Date,
): Promise<void> {
  await publicPagesChanged(tx);
  const by = who.kind === 'person' ? { person: who.personId } : {};
  const subject = { kind: 'service', id: serviceId };
  await record(tx, { event: 'place.operate', subject, facts: { what, day, ...by } }, now);
}
