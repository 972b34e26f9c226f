import { randomInt } from 'node:crypto';
import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { listMunicipalities, worryTerms } from '#areas/directory/index.ts';
import { can, supervises, worksAt } from '../access.ts';
import { promisedDays } from '../desks/rules.ts';
import type { Way } from '../desks/settings.ts';
import { findDesk } from '../desks/store.ts';
import { contactTopic, deskTopic, keyOf } from '../messages/keys.ts';
import { countOnDuty } from '../presences/store.ts';
import { withdrawOffers } from '../transfers/store.ts';
import { type CodeField, isCode } from './codes.ts';
import { type ContactRefusal, decideEnd, decideTake, type State } from './rules.ts';
import {
  type Contact,
  countHeld,
  insertContact,
  lockContact,
  type NewContact,
  updateContact,
  writeText,
} from './store.ts';

interface Opening {
  readonly vault: Vault;
  readonly deskId: string;
  readonly door: Way;
  readonly state: State;
  readonly inHours: boolean;
  readonly lang?: string;
  /** Made by the page, so that a form that is sent twice makes one contact. */
  readonly id?: string | undefined;
  readonly fields?: Partial<NewContact>;
}

/** Begins the record of a contact, whatever the door. */
export async function openContact(db: Db, who: Who, opening: Opening, now = new Date()): Promise<Contact> {
  if (!worksAt(who, opening.deskId)) throw new Forbidden(can.answer.name);
  const { vault, deskId, door, state, inHours, lang = 'ja', fields = {} } = opening;
  const { id = crypto.randomUUID() } = opening;
  return inTransaction(db, who, async (tx) => {
    const { sealed } = newDataKey(vault, `contact:${id}`);
    const { settings } = await findDesk(tx, deskId);
    const contact = await insertContact(tx, {
      id,
      deskId,
      retentionDays: promisedDays(settings, door),
      door,
      state,
      inHours,
      lang,
      number: newNumber(),
      sealedKey: sealed,
      arrivedAt: now,
      queuedAt: state === 'waiting' ? now : null,
      ...fields,
    });
    await announce(tx, deskTopic(deskId));
    return contact;
  });
}

/** Eight digits that begin with no zero. */
function newNumber(): string {
  return String(randomInt(10_000_000, 100_000_000));
}

/** A counsellor takes a contact out of the queue; a supervisor may also take one over. */
export async function takeContact(
  db: Db,
  who: PersonWho,
  { contactId }: { contactId: string },
  now = new Date(),
): Promise<Result<Contact, ContactRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const { settings } = await findDesk(tx, contact.deskId);
    const decision = decideTake({
      contact,
      personId: who.personId,
      holding: await countHeld(tx, contact.deskId, who.personId),
      chatsPerCounsellor: settings.chatsPerCounsellor,
      twoPeople: settings.twoPeople,
      onDuty: await countOnDuty(tx, { deskId: contact.deskId, now }),
      supervisor: supervises(who, contact.deskId),
    });
    if (!decision.ok) return decision;
    if (decision.value === 'has') return ok(contact);
    const change = { state: 'open', takenBy: who.personId, takenAt: contact.takenAt ?? now };
    await moved(tx, contact, { event: 'contact.take', change }, now);
    return ok({ ...contact, ...change });
  });
}

/** Back into the queue, or to a colleague who takes it at once; the person is told nothing twice. */
export async function handOver(
  db: Db,
  who: PersonWho,
  { contactId, to }: { contactId: string; to: string | null },
  now = new Date(),
): Promise<Result<'handed', ContactRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (contact.state === 'ended') return refuse('contact-ended');
    if (contact.takenBy !== who.personId && !supervises(who, contact.deskId)) return refuse('not-yours');
    const change = to
      ? { state: 'open', takenBy: to }
      : { state: 'waiting', takenBy: null, queuedAt: contact.queuedAt ?? now };
    await moved(tx, contact, { event: 'contact.hand-over', change }, now);
    return ok('handed');
  });
}

export interface ContactRecord {
  /** The version of the record that the form was made from. */
  readonly version: number;
  readonly codes: Readonly<Partial<Record<Exclude<CodeField, 'actions' | 'endReason'>, string>>>;
  readonly worries: readonly string[];
  readonly mainWorry: string;
  readonly actions: readonly string[];
  readonly municipality: string;
  readonly minutes: number | null;
  readonly followUpOn: string | null;
  readonly interpreter: boolean;
  /** 相談内容, 対応, 次の一歩, 付き添いの人: sealed. */
  readonly texts: Readonly<Partial<Record<'content' | 'response' | 'next' | 'accompanied', string>>>;
}

/** Keeps the record of a contact; a record that somebody changed meanwhile is not overwritten. */
export async function saveRecord(
  db: Db,
  who: PersonWho,
  { vault, contactId, ...input }: { vault: Vault; contactId: string } & ContactRecord,
  now = new Date(),
): Promise<Result<{ version: number }, ContactRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (!worksAt(who, contact.deskId)) throw new Forbidden(can.answer.name);
    if (contact.version !== input.version) return refuse('changed-meanwhile');
    const fields = recordFields(input);
    if (!fields.ok) return fields;
    const places = input.municipality ? await listMunicipalities(tx) : [];
    if (input.municipality && !places.some(({ code }) => code === input.municipality))
      return refuse('code-unknown');
    const version = contact.version + 1;
    await updateContact(tx, contactId, { ...fields.value, version });
    for (const [kind, text] of Object.entries(input.texts)) {
      const owner = `text:${contactId}:${kind}`;
      const sealed = seal(keyOf(vault, contact), { text: text.trim(), owner });
      await writeText(tx, {
        contactId,
        deskId: contact.deskId,
        kind,
        sealed,
        updatedAt: now,
        updatedBy: who.personId,
      });
    }
    await record(tx, { event: 'contact.record', subject: { kind: 'contact', id: contactId } }, now);
    await announce(tx, contactTopic(contactId), deskTopic(contact.deskId));
    return ok({ version });
  });
}

function recordFields(
  input: Omit<ContactRecord, 'version' | 'texts'>,
): Result<Partial<NewContact>, ContactRefusal> {
  const given = Object.entries(input.codes).filter(([, value]) => value) as [CodeField, string][];
  if (given.some(([field, value]) => !isCode(field, value))) return refuse('code-unknown');
  if (input.actions.some((action) => !isCode('actions', action))) return refuse('code-unknown');
  const worries = input.mainWorry ? [...input.worries, input.mainWorry] : input.worries;
  if (worries.some((worry) => !worryTerms.some(({ code }) => code === worry))) return refuse('code-unknown');
  const { about, ageBand, sex, route, outcome } = input.codes;
  return ok({
    about: about || null,
    ageBand: ageBand || null,
    sex: sex || null,
    route: route || null,
    outcome: outcome || null,
    worries: [...input.worries],
    mainWorry: input.mainWorry || null,
    actions: [...input.actions],
    municipality: input.municipality || null,
    minutes: input.minutes,
    followUpOn: input.followUpOn,
    interpreter: input.interpreter,
  });
}

/** Ends a contact with a reason; the record may still be completed afterwards. */
export async function endContact(
  db: Db,
  who: PersonWho,
  { contactId, reason }: { contactId: string; reason: string },
  now = new Date(),
): Promise<Result<'ended', ContactRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (reason && !isCode('endReason', reason)) return refuse('code-unknown');
    const supervisor = supervises(who, contact.deskId);
    const decision = decideEnd({ contact, personId: who.personId, supervisor, reason });
    if (!decision.ok) return decision;
    const minutes = contact.minutes ?? minutesBetween(contact.takenAt ?? contact.arrivedAt, now);
    const change = { state: 'ended', endedAt: now, endReason: reason, minutes };
    await moved(tx, contact, { event: 'contact.end', change }, now);
    return ok('ended');
  });
}

function minutesBetween(from: Date, to: Date): number {
  return Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
}

/** A step of a contact: written, in the ledger by states only, and told to both sides. */
export async function moved(
  tx: Tx,
  contact: Contact,
  { event, change }: { event: `contact.${string}`; change: Partial<NewContact> },
  now: Date,
): Promise<void> {
  await updateContact(tx, contact.id, change);
  if (change.state === 'ended') await withdrawOffers(tx, contact.id, now);
  await record(
    tx,
    {
      event,
      subject: { kind: 'contact', id: contact.id },
      facts: { from: contact.state, to: change.state ?? contact.state },
    },
    now,
  );
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
}
