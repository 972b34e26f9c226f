import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { mustKeepAt } from '../access.ts';
import { issueCertificate } from '../certificates/actions.ts';
import { findByEntry } from '../certificates/store.ts';
import { findHeld, type Holder } from '../entries/actions.ts';
import { openEntrant } from '../entries/sealed.ts';
import { type EntryOf, findEntries, findEntry, updateEntry } from '../entries/store.ts';
import { lockSession } from '../sessions/store.ts';
import { type AttendanceRefusal, codeOf, decideCode, decideList, slotsAt } from './rules.ts';

/** What the code proves is written by the product: nobody writes their own attendance. */
const byCode = system('training-code');

interface Coded {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly way: string;
}

/** The codes that are taken at a moment, the present one first: no table holds them. */
export function codesAt(vault: Vault, session: Coded, now: Date): readonly string[] {
  return slotsAt(session, now).map((slot) =>
    codeOf(blindIndex(vault, { purpose: 'training-code', value: `${session.id} ${slot}` })),
  );
}

/** Somebody says the code that was shown; the certificate is theirs in the same moment. A wrong try is counted and kept. */
export async function attendByCode(
  db: Db,
  { vault, holder, code }: { vault: Vault; holder: Holder; code: string },
  now = new Date(),
): Promise<Result<{ again: boolean }, AttendanceRefusal>> {
  return inTransaction(db, byCode, async (tx) => {
    const held = await findHeld(tx, holder);
    await lockSession(tx, held.session.id);
    const { entry, session, course } = await findEntry(tx, { id: held.entry.id });
    const slot = slotsAt(session, now)[0] ?? '';
    const tries = entry.codeSlot === slotOfTries(slot, now) ? entry.codeTries : 0;
    const decision = decideCode({
      state: entry.state,
      cancelled: session.cancelledAt !== null,
      attended: entry.attendedAt !== null,
      codes: codesAt(vault, session, now),
      typed: code,
      tries,
    });
    if (!decision.ok) {
      if (decision.refusal === 'code-wrong')
        await updateEntry(tx, entry.id, { codeSlot: slotOfTries(slot, now), codeTries: tries + 1 });
      return decision;
    }
    if (decision.value === 'attend') await attend(tx, vault, { entry, session, course, by: 'code' }, now);
    return ok({ again: decision.value === 'already' });
  });
}

/** A recording's code does not change: its tries are counted by the hour. */
function slotOfTries(slot: string, now: Date): string {
  return slot === 'whole' ? now.toISOString().slice(0, 13) : slot;
}

/** By the list of those who were in the room. Who is on it already stays as they are. */
export async function attendByList(
  db: Db,
  who: Who,
  { vault, sessionId, entryIds }: { vault: Vault; sessionId: string; entryIds: readonly string[] },
  now = new Date(),
): Promise<Result<{ attended: number }, AttendanceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const session = await lockSession(tx, sessionId);
    mustKeepAt(who, session.organisationId);
    const cancelled = session.cancelledAt !== null;
    const there: EntryOf[] = [];
    for (const found of await findEntries(tx, entryIds)) {
      if (found.session.id !== sessionId) throw new NotFound('entry');
      const { state, attendedAt } = found.entry;
      const decision = decideList({ ...session, state, cancelled, attended: attendedAt !== null }, now);
      if (!decision.ok) return decision;
      if (decision.value === 'attend') there.push(found);
    }
    for (const found of there) await attend(tx, vault, { ...found, by: 'list' }, now);
    return ok({ attended: there.length });
  });
}

async function attend(
  tx: Tx,
  vault: Vault,
  { entry, session, course, by }: EntryOf & { by: 'code' | 'list' },
  now: Date,
): Promise<void> {
  await updateEntry(tx, entry.id, { attendedAt: now, attendedBy: by });
  await record(
    tx,
    {
      event: 'training.attend',
      subject: { kind: 'training-entry', id: entry.id },
      facts: { by, sessionId: session.id },
    },
    now,
  );
  if (await findByEntry(tx, entry.id)) return;
  const name = openEntrant(vault, entry)?.name ?? '';
  const { id: entryId, personId } = entry;
  await issueCertificate(tx, { vault, course, name, personId, entryId, issuedAt: now }, now);
}
