import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, monthsOfFiscalYear, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { findOwnPlace, readCalendar } from '../read.ts';
import { type Bands, type CountRefusal, decideCount, merge, totalOf, type Way } from './rules.ts';
import { insertCount, listCounts, listVersions } from './store.ts';

/** How many came to a session. Who counts it a second time says whether it is a correction or other people. */
export async function countVisitors(
  db: Db,
  who: Who,
  input: {
    serviceId: string;
    day: string;
    slot: string;
    counted: Bands;
    way: Way | undefined;
    reason: string;
  },
  now = new Date(),
): Promise<Result<{ total: number }, CountRefusal>> {
  const { serviceId, day, slot, counted, way, reason } = input;
  return inTransaction(db, who, async (tx) => {
    const { organisationId } = await findOwnPlace(tx, who, serviceId);
    const session = await findSession(tx, who, { serviceId, day, slot });
    const before = (await listVersions(tx, { serviceId, day, slot })).at(-1);
    const begun = `${day} ${session.opens}` <= tokyoMinute(now);
    const decision = decideCount({ counted, begun, before: before?.bands, way, reason });
    if (!decision.ok) return decision;
    const { how, bands, total } = decision.value;
    const personId = who.kind === 'person' ? who.personId : null;
    const version = (before?.version ?? 0) + 1;
    const row = {
      serviceId,
      organisationId,
      day,
      slot,
      version,
      bands,
      total,
      how,
      reason,
      personId,
      at: now,
    };
    if (!(await insertCount(tx, row))) return refuse('already-counted', { total });
    const facts = { day, slot, version, how };
    await record(tx, { event: 'place.count', subject: { kind: 'service', id: serviceId }, facts }, now);
    return ok({ total });
  });
}

/** A session that was counted stays to be found when the hours have changed since. */
export async function findSession(
  tx: Tx,
  who: Who,
  { serviceId, day, slot }: { serviceId: string; day: string; slot: string },
): Promise<{ readonly opens: string; readonly closes: string; readonly title: string }> {
  const service = await findOwnPlace(tx, who, serviceId);
  const sessions = await readCalendar(tx, service, { from: day, to: day });
  const session = sessions.find((each) => each.slot === slot && !each.cancelled);
  if (session) return session;
  if ((await listVersions(tx, { serviceId, day, slot })).length === 0) throw new NotFound('session');
  return { opens: slot, closes: '', title: '' };
}

export interface VisitorSum {
  readonly sessions: number;
  readonly visitors: number;
  readonly bands: Bands;
  /** Places at which somebody counted. */
  readonly places: number;
}

/** Visitors (延べ) of a fiscal year, of one place or of all: each session once, by its last count. */
export async function sumVisitors(
  tx: Tx,
  { fiscalYear, serviceId }: { fiscalYear: number; serviceId?: string },
): Promise<VisitorSum> {
  const months = monthsOfFiscalYear(fiscalYear);
  const from = `${months[0]}-01`;
  const to = addDays(`${fiscalYear + 1}-04-01`, -1);
  const counts = await listCounts(tx, { ...(serviceId && { serviceId }), from, to });
  const bands = counts.reduce((sum, count) => merge(sum, count.bands), {} as Bands);
  const places = new Set(counts.map((count) => count.serviceId)).size;
  return { sessions: counts.length, visitors: totalOf(bands), bands, places };
}

/** Sessions of the last weeks that are over or run, the latest first, with what was counted. */
export async function listCounted(tx: Tx, who: Who, serviceId: string, now: Date) {
  const service = await findOwnPlace(tx, who, serviceId);
  const days = { from: addDays(tokyoDay(now), -countedDays), to: tokyoDay(now) };
  const counts = await listCounts(tx, { serviceId, ...days });
  const sessions = (await readCalendar(tx, service, days)).filter(
    ({ cancelled, day, opens }) => !cancelled && `${day} ${opens}` <= tokyoMinute(now),
  );
  return sessions.toReversed().map((session) => ({
    session,
    count: counts.find(({ day, slot }) => day === session.day && slot === session.slot),
  }));
}

/** Sessions that are longer over are counted no more from the list. */
const countedDays = 56;
