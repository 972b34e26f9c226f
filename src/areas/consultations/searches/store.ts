import { and, arrayContains, asc, desc, eq, gte, isNotNull, lt, lte, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay } from '#platform/dates.ts';
import type { Contact } from '../contacts/store.ts';
import { contacts } from '../contacts/tables.ts';
import type { RecordFilter } from './filter.ts';

/** Beyond this many, more are there: nobody reads on, and counting them all would take longer than the page. */
export const mostCounted = 1000;

function asked(deskId: string, filter: RecordFilter) {
  const { door, state, worry, municipality, risk, from, to, followUpFrom, followUpTo } = filter;
  const { ageBand, outcome, about, sex, route, action } = filter;
  return and(
    eq(contacts.deskId, deskId),
    door ? eq(contacts.door, door) : undefined,
    state ? eq(contacts.state, state) : undefined,
    worry ? arrayContains(contacts.worries, [worry]) : undefined,
    municipality ? eq(contacts.municipality, municipality) : undefined,
    ageBand ? eq(contacts.ageBand, ageBand) : undefined,
    outcome ? eq(contacts.outcome, outcome) : undefined,
    about ? eq(contacts.about, about) : undefined,
    sex ? eq(contacts.sex, sex) : undefined,
    route ? eq(contacts.route, route) : undefined,
    action ? arrayContains(contacts.actions, [action]) : undefined,
    risk === undefined ? undefined : gte(contacts.risk, risk),
    from ? gte(contacts.arrivedAt, endOfTokyoDay(addDays(from, -1))) : undefined,
    to ? lt(contacts.arrivedAt, endOfTokyoDay(to)) : undefined,
    followUpFrom ? gte(contacts.followUpOn, followUpFrom) : undefined,
    followUpTo ? lte(contacts.followUpOn, followUpTo) : undefined,
  );
}

/** Records of a desk, those that came last first. */
export async function listRecords(
  tx: Tx,
  deskId: string,
  { filter, limit, offset }: { filter: RecordFilter; limit: number; offset: number },
): Promise<Contact[]> {
  return tx
    .select()
    .from(contacts)
    .where(asked(deskId, filter))
    .orderBy(desc(contacts.arrivedAt))
    .limit(limit)
    .offset(offset);
}

/** How many there are, at most one more than `mostCounted`. */
export async function countRecords(tx: Tx, deskId: string, filter: RecordFilter): Promise<number> {
  const some = tx
    .select({ one: sql`1` })
    .from(contacts)
    .where(asked(deskId, filter))
    .limit(mostCounted + 1)
    .as('some');
  const [row] = await tx.select({ found: sql<string>`count(*)` }).from(some);
  return Number(row?.found ?? 0);
}

/** Whom the desk wanted to hear again by a day, the longest overdue first. */
export async function listFollowUps(
  tx: Tx,
  { deskId, until, limit }: { deskId: string; until: string; limit: number },
): Promise<Contact[]> {
  return tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.deskId, deskId), isNotNull(contacts.followUpOn), lte(contacts.followUpOn, until)))
    .orderBy(asc(contacts.followUpOn))
    .limit(limit);
}
