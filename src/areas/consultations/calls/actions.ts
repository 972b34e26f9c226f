import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type PersonWho, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { openDataKey, sealDataKey, type Vault } from '#platform/vault/vault.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { can, supervises, worksAt } from '../access.ts';
import { endContact, openContact, saveRecord, type ContactRecord } from '../contacts/actions.ts';
import type { ContactRefusal } from '../contacts/rules.ts';
import { findSeenContact, updateContact } from '../contacts/store.ts';
import { isDoorOpen } from '../desks/opening.ts';
import { findDesk, findDeskByCode } from '../desks/store.ts';
import { deskTopic } from '../messages/keys.ts';
import type { Attempt, CallResult } from './rules.ts';
import { findHookSecret, insertAttempts, writeHookSecret } from './store.ts';
import { takeToldCalls, writeDownCall } from './told.ts';

export interface LoggedTalk extends Omit<ContactRecord, 'version'> {
  readonly vault: Vault;
  readonly deskId: string;
  readonly door: 'phone' | 'visit';
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly risk: number | null;
  /** Of the form: the contact's id. */
  readonly key?: string | undefined;
}

/** A talk that was held by telephone or face to face, written down in one step: counted, and ended. */
export async function logTalk(
  db: Db,
  who: PersonWho,
  { vault, deskId, door, startedAt, endedAt, risk, key, ...fields }: LoggedTalk,
  now = new Date(),
): Promise<Result<{ contactId: string }, ContactRefusal>> {
  if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
  return inTransaction(db, who, async (tx) => {
    if (key && (await findSeenContact(tx, key))) return ok({ contactId: key });
    const { settings } = await findDesk(tx, deskId);
    const opening = {
      id: key,
      vault,
      deskId,
      door,
      state: 'open',
      inHours: isDoorOpen(settings, door, { now: startedAt, holidays: await readHolidays(tx) }),
    } as const;
    const held = {
      takenBy: who.personId,
      takenAt: startedAt,
      firstAnswerAt: startedAt,
      arrivedAt: startedAt,
    };
    const contact = await openContact(tx, who, { ...opening, fields: { ...held, risk } }, now);
    const contactId = contact.id;
    const minutes =
      fields.minutes ?? Math.max(1, Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000));
    const saved = await saveRecord(tx, who, { vault, contactId, ...fields, minutes, version: 1 }, now);
    if (!saved.ok) return saved;
    const ended = await endContact(tx, who, { contactId, reason: 'done' }, now);
    if (!ended.ok) return ended;
    await updateContact(tx, contactId, { endedAt });
    if (door === 'phone') {
      const talkSeconds = Math.max(0, Math.round((endedAt.getTime() - startedAt.getTime()) / 1000));
      const attempt = {
        at: startedAt,
        result: 'answered',
        waitSeconds: null,
        talkSeconds,
        callId: contactId,
      } as const;
      await writeDownCall(tx, { deskId, contactId, attempt });
    }
    return ok({ contactId });
  });
}

/** A call that nobody could answer, counted by hand. */
export async function tallyCall(
  db: Db,
  who: PersonWho,
  { deskId, result }: { deskId: string; result: CallResult },
  now = new Date(),
): Promise<void> {
  if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
  await inTransaction(db, who, async (tx) => {
    const attempt = { at: now, result, waitSeconds: null, talkSeconds: null, callId: crypto.randomUUID() };
    await insertAttempts(tx, deskId, 'tally', [attempt]);
    await announce(tx, deskTopic(deskId));
  });
}

/** The list of an exchange: all of it or nothing; what was imported before is not counted twice. */
export async function importCalls(
  db: Db,
  who: Who,
  { deskId, attempts }: { deskId: string; attempts: readonly Attempt[] },
  now = new Date(),
): Promise<{ added: number }> {
  if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
  return inTransaction(db, who, async (tx) => {
    const added = await takeToldCalls(tx, { deskId, source: 'import', attempts });
    await record(
      tx,
      {
        event: 'call.import',
        subject: { kind: 'desk', id: deskId },
        facts: { rows: attempts.length, added },
      },
      now,
    );
    return { added };
  });
}

const hooks = system('call-hook');
const ownerOf = (deskId: string) => `call-hook:${deskId}`;

/** A new secret for the exchange's hook, shown once; the one before no longer works. Base64, 32 bytes. */
export async function renewHookSecret(
  db: Db,
  who: PersonWho,
  { vault, deskId }: { vault: Vault; deskId: string },
  now = new Date(),
): Promise<string> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  const key = randomBytes(32);
  await inTransaction(db, hooks, async (tx) => {
    const sealedSecret = sealDataKey(vault, { key, owner: ownerOf(deskId) });
    await writeHookSecret(tx, { deskId, sealedSecret, madeAt: now });
  });
  await inTransaction(db, who, (tx) =>
    record(tx, { event: 'call.renew-secret', subject: { kind: 'desk', id: deskId } }, now),
  );
  return key.toString('base64');
}

/** Told by the exchange: signed with HMAC-SHA256 (hex) over the raw body; a call told again is counted once. */
export async function takeCallHook(
  db: Db,
  {
    vault,
    desk,
    body,
    signature,
    read,
  }: {
    vault: Vault;
    desk: string;
    body: Buffer;
    signature: string;
    read: (body: Buffer) => Attempt | undefined;
  },
): Promise<Result<'taken', 'signature' | 'unreadable'>> {
  return inTransaction(db, hooks, async (tx) => {
    const found = await findDeskByCode(tx, desk);
    const sealed = await findHookSecret(tx, found.id);
    const secret = sealed ? openDataKey(vault, { sealed, owner: ownerOf(found.id) }) : randomBytes(32);
    const right = createHmac('sha256', secret).update(body).digest();
    const given = Buffer.from(signature, 'hex');
    if (given.length !== right.length || !timingSafeEqual(given, right)) return refuse('signature');
    const attempt = read(body);
    if (!attempt) return refuse('unreadable');
    await takeToldCalls(tx, { deskId: found.id, source: 'hook', attempts: [attempt] });
    await announce(tx, deskTopic(found.id));
    return ok('taken');
  });
}
