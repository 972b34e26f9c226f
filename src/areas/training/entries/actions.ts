import { randomUUID } from 'node:crypto';
import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { findPerson } from '#platform/people/store.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Audience } from '../courses/rules.ts';
import { standingOf } from '../sessions/rules.ts';
import { lockSession, type Session } from '../sessions/store.ts';
import { moveUp } from './moving-up.ts';
import { decideEntry, decideLeave, type EntryRefusal, type EntryState, rests } from './rules.ts';
import {
  type Entrant,
  markOf,
  type Outside,
  sealEntrant,
  tellEntrant,
  tokenHash,
  tokenOf,
} from './sealed.ts';
import { countPlaces, type EntryOf, findByMark, findEntry, insertEntry, updateEntry } from './store.ts';

/**
 * Entries are written by the product: who enters sees their own and nobody else's, and places are counted over all. Each action says
 * whose entry it is, and the ledger too.
 */
export const asEntrant = system('training-entry');

/** Whose entry: that of a signed-in person, by its id, or whoever holds the mailed link. */
export type Holder = { readonly who: PersonWho; readonly entryId: string } | { readonly token: string };

export async function findHeld(tx: Tx, holder: Holder): Promise<EntryOf> {
  if ('token' in holder) return findEntry(tx, { tokenHash: tokenHash(holder.token) });
  const found = await findEntry(tx, { id: holder.entryId });
  // Somebody else's is not there.
  return found.entry.personId === holder.who.personId ? found : findEntry(tx, { id: randomUUID() });
}

interface Asking extends Outside {
  readonly sessionId: string;
  readonly audience: Audience;
  readonly lang: Lang;
}

/** A signed-in person takes a place in one press; they are told by mail as well. */
export async function enterSession(
  db: Db,
  who: PersonWho,
  asking: Asking,
  now = new Date(),
): Promise<Result<{ entryId: string; state: EntryState }, EntryRefusal>> {
  return inTransaction(db, asEntrant, async (tx) => {
    const { name, email: mail } = await findPerson(tx, who.personId);
    const from = [...new Set(who.memberships.map((held) => held.organisationName))].join('、');
    return enter(tx, { ...asking, entrant: { name, mail, from }, personId: who.personId }, now);
  });
}

interface Outsider extends Asking {
  readonly name: string;
  readonly mail: string;
  readonly from: string;
}

/** The same answer whether the address is known or not; the place is taken when the link in the mail is pressed. */
export async function askEntry(
  db: Db,
  { name, mail, from, ...asking }: Outsider,
  now = new Date(),
): Promise<Result<'asked', EntryRefusal>> {
  return inTransaction(db, asEntrant, async (tx) => {
    const session = await lockSession(tx, asking.sessionId);
    const open = decideEntry({
      standing: standingOf(session, now),
      earlier: undefined,
      taken: 0,
      waiting: 0,
      quota: null,
    });
    if (!open.ok) return open;
    const earlier = await findByMark(tx, {
      sessionId: asking.sessionId,
      mark: markOf(asking.vault, mail),
    });
    if (earlier && rests(earlier.mailedAt, now)) return ok('asked');
    const id = earlier?.id ?? randomUUID();
    const held = earlier && (earlier.state === 'in' || earlier.state === 'waiting');
    const row = {
      ...sealEntrant(asking.vault, id, { name, mail, from }),
      audience: asking.audience,
      lang: asking.lang,
      mailedAt: now,
    };
    if (!earlier) await insertEntry(tx, { id, ...rowOf(asking, session, { id, mail }, now), ...row });
    else await updateEntry(tx, id, held ? { mailedAt: now } : { ...row, state: 'asked', askedAt: now });
    const found = await findEntry(tx, { id });
    await tellEntrant(tx, asking, { ...found, letter: held ? (earlier.state as 'in' | 'waiting') : 'asked' });
    return ok('asked');
  });
}

function rowOf(
  { vault, sessionId }: Asking,
  { organisationId }: { organisationId: string },
  { id, mail }: { id: string; mail: string },
  now: Date,
) {
  return {
    sessionId,
    organisationId,
    state: 'asked',
    mark: markOf(vault, mail),
    tokenHash: tokenHash(tokenOf(vault, id)),
    askedAt: now,
  };
}

/** The link was pressed by a person, not opened by a mail program: the place is theirs, or one on the list. */
export async function confirmEntry(
  db: Db,
  { token, ...outside }: Outside & { token: string },
  now = new Date(),
): Promise<Result<{ entryId: string; state: EntryState }, EntryRefusal>> {
  return inTransaction(db, asEntrant, async (tx) => {
    const held = await findHeld(tx, { token });
    const session = await lockSession(tx, held.session.id);
    const { entry } = await findEntry(tx, { id: held.entry.id });
    const decision = await decidePlace(tx, session, entry.state as EntryState, now);
    return decision.ok ? settle(tx, outside, { entryId: entry.id, state: decision.value }, now) : decision;
  });
}

async function enter(
  tx: Tx,
  { entrant, personId, ...asking }: Asking & { entrant: Entrant; personId: string },
  now: Date,
): Promise<Result<{ entryId: string; state: EntryState }, EntryRefusal>> {
  const session = await lockSession(tx, asking.sessionId);
  const mark = markOf(asking.vault, entrant.mail);
  const earlier = await findByMark(tx, { sessionId: session.id, mark });
  const decision = await decidePlace(tx, session, earlier?.state as EntryState | undefined, now);
  if (!decision.ok) return decision;
  const id = earlier?.id ?? randomUUID();
  const { audience, lang } = asking;
  const row = { ...sealEntrant(asking.vault, id, entrant), personId, audience, lang };
  if (earlier) await updateEntry(tx, id, row);
  else await insertEntry(tx, { id, ...rowOf(asking, session, { id, mail: entrant.mail }, now), ...row });
  return settle(tx, asking, { entryId: id, state: decision.value }, now);
}

async function decidePlace(tx: Tx, session: Session, earlier: EntryState | undefined, now: Date) {
  const places = (await countPlaces(tx, [session.id])).get(session.id) ?? { taken: 0, waiting: 0 };
  const standing = standingOf(session, now);
  return decideEntry({ standing, earlier, ...places, quota: session.quota });
}

/** Writes the place, or that on the list, and tells of it. */
async function settle(
  tx: Tx,
  outside: Outside,
  { entryId, state }: { entryId: string; state: 'in' | 'waiting' },
  now: Date,
): Promise<Result<{ entryId: string; state: EntryState }, EntryRefusal>> {
  await updateEntry(tx, entryId, { state, askedAt: now, mailedAt: now });
  const found = await findEntry(tx, { id: entryId });
  const facts = { state, by: found.entry.personId ?? undefined };
  await record(tx, { event: 'training.enter', subject: { kind: 'training-entry', id: entryId }, facts }, now);
  await tellEntrant(tx, outside, { ...found, letter: state });
  if (found.session.quota !== null) await publicPagesChanged(tx);
  return ok({ entryId, state });
}

/** Gives a place back; whoever waits longest has it at once. */
export async function leaveSession(
  db: Db,
  { holder, ...outside }: Outside & { holder: Holder },
  now = new Date(),
): Promise<Result<'left', EntryRefusal>> {
  return inTransaction(db, asEntrant, async (tx) => {
    const { entry } = await findHeld(tx, holder);
    const session = await lockSession(tx, entry.sessionId);
    const decision = decideLeave({
      state: entry.state as EntryState,
      attended: entry.attendedAt !== null,
      over: session.endsAt <= now,
    });
    if (!decision.ok) return decision;
    await updateEntry(tx, entry.id, { state: 'cancelled' });
    const by = entry.personId ?? undefined;
    await record(
      tx,
      { event: 'training.leave', subject: { kind: 'training-entry', id: entry.id }, facts: { by } },
      now,
    );
    await moveUp(tx, outside, session, now);
    if (session.quota !== null) await publicPagesChanged(tx);
    return ok('left');
  });
}
