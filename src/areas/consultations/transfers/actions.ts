import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { contentIn, isLang } from '#platform/i18n.ts';
import { enqueue } from '#platform/jobs.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { can, supervises, worksAt } from '../access.ts';
import { countHeld, findContact, lockContact, writeText } from '../contacts/store.ts';
import { isDoorOpen } from '../desks/opening.ts';
import { takes } from '../desks/rules.ts';
import type { Door, Way } from '../desks/settings.ts';
import { findDesk } from '../desks/store.ts';
import { say } from '../messages/actions.ts';
import { contactTopic, deskTopic, keyOf } from '../messages/keys.ts';
import { raise } from '../risks/actions.ts';
import { callsFrom } from '../risks/rules.ts';
import { expiryOfOffer } from './jobs.ts';
import {
  type DangerReason,
  decideAccept,
  decideAnswerOffer,
  decideOffer,
  type DeclineReason,
  type TransferRefusal,
} from './rules.ts';
import {
  closeTransfer,
  findOffer,
  insertTransfer,
  lockTransfer,
  moveContact,
  type Transfer,
} from './store.ts';
import { personWords } from './words.ts';

interface Offer {
  readonly vault: Vault;
  readonly contactId: string;
  readonly toDeskId: string;
  readonly basis: string;
  readonly danger: DangerReason | '';
  /** For the colleagues of the other desk, so that nobody has to tell it twice. */
  readonly handoff: string;
}

/** Offers a conversation to another desk. It goes on here until they answer. */
export async function offerTransfer(
  db: Db,
  who: PersonWho,
  { vault, contactId, toDeskId, ...given }: Offer,
  now = new Date(),
): Promise<Result<'offered', TransferRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const { deskId, state, door, risk, worries } = contact;
    const decision = decideOffer({
      ...given,
      state,
      mine: contact.takenBy === who.personId,
      supervisor: supervises(who, deskId),
      offered: (await findOffer(tx, contactId)) !== undefined,
      fits: toDeskId !== deskId && (await hasDoor(tx, toDeskId, door)),
    });
    if (!decision.ok) return decision;
    const id = crypto.randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
    const { transferMinutes } = (await findDesk(tx, deskId)).settings;
    const dueAt = new Date(now.getTime() + transferMinutes * 60_000);
    const { basis } = given;
    const danger = basis === 'danger' ? given.danger : null;
    await insertTransfer(tx, {
      id,
      contactId,
      fromDeskId: deskId,
      toDeskId,
      state: 'offered',
      basis,
      danger,
      door,
      risk,
      worries,
      sealedKey,
      sealed: seal(key, { text: given.handoff.trim(), owner: ownerOf(id) }),
      offeredBy: who.personId,
      offeredAt: now,
      dueAt,
    });
    await enqueue(tx, expiryOfOffer, { transferId: id }, { at: dueAt });
    const facts = { transferId: id, to: toDeskId, basis, danger };
    await record(tx, { event: 'transfer.offer', subject: { kind: 'contact', id: contactId }, facts }, now);
    await announce(tx, contactTopic(contactId), deskTopic(deskId), deskTopic(toDeskId));
    return ok('offered');
  });
}

const ownerOf = (transferId: string) => `transfer:${transferId}`;

async function hasDoor(tx: Tx, deskId: string, door: string): Promise<boolean> {
  const desk = await findDesk(tx, deskId);
  return !desk.closedAt && takes(desk.settings, door as Way);
}

export function readHandoff(vault: Vault, { id, sealed, sealedKey }: Transfer): string {
  if (!sealed || !sealedKey) return '';
  return unseal(openDataKey(vault, { sealed: sealedKey, owner: ownerOf(id) }), {
    sealed,
    owner: ownerOf(id),
  });
}

/** Takes the conversation over with all that was said: the person stays where they are, under the same number. */
export async function acceptTransfer(
  db: Db,
  who: PersonWho,
  { vault, transferId }: { vault: Vault; transferId: string },
  now = new Date(),
): Promise<Result<{ contactId: string }, TransferRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const offer = await offerTo(tx, who, transferId);
    const { toDeskId: deskId, fromDeskId, contactId } = offer;
    const { settings, nameJa, nameEn } = await findDesk(tx, deskId);
    const decision = decideAccept({
      ...offer,
      now,
      holding: await countHeld(tx, deskId, who.personId),
      most: settings.chatsPerCounsellor,
    });
    if (!decision.ok) return decision;
    const handoff = readHandoff(vault, offer);
    const open = isDoorOpen(settings, offer.door as Door, { now, holidays: await readHolidays(tx) });
    const left = await moveContact(tx, { transferId, open, now });
    const contact = await findContact(tx, contactId);
    const owner = `text:${contactId}:handoff`;
    const sealed = seal(keyOf(vault, contact), { text: handoff, owner });
    await writeText(tx, {
      contactId,
      deskId,
      kind: 'handoff',
      sealed,
      updatedAt: now,
      updatedBy: offer.offeredBy,
    });
    const lang = isLang(contact.lang) ? contact.lang : 'ja';
    const t = personWords[lang];
    const goesOn = t.goesOn[contact.door as keyof typeof t.goesOn] ?? '';
    const text = `${t.accepted(contentIn(lang, { ja: nameJa, en: nameEn }))}${goesOn}`;
    await say(tx, who, { vault, contactId, sender: 'notice', text, key: `transfer:${transferId}` }, now);
    const facts = { transferId, from: fromDeskId, to: deskId, left };
    await record(tx, { event: 'transfer.accept', subject: { kind: 'contact', id: contactId }, facts }, now);
    if ((contact.risk ?? 0) >= callsFrom)
      await raise(tx, contact, { cause: 'transfer', level: contact.risk }, now);
    await announce(tx, contactTopic(contactId), deskTopic(deskId), deskTopic(fromDeskId));
    return ok({ contactId });
  });
}

/** An offer to a desk at which somebody works; one that is not for them is not found. */
async function offerTo(tx: Tx, who: PersonWho, transferId: string): Promise<Transfer> {
  const offer = await lockTransfer(tx, transferId);
  if (!offer || !worksAt(who, offer.toDeskId)) throw new NotFound('transfer');
  return offer;
}

/** The other desk cannot take it, and says why; the person goes on here and is told nothing of it. */
export async function declineTransfer(
  db: Db,
  who: PersonWho,
  { transferId, reason }: { transferId: string; reason: DeclineReason | '' },
  now = new Date(),
): Promise<Result<{ deskId: string }, TransferRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const offer = await offerTo(tx, who, transferId);
    const decision = decideAnswerOffer({ ...offer, now });
    if (!decision.ok) return decision;
    if (!reason) return refuse('transfer-reason-missing');
    await end(tx, offer, { state: 'declined', by: who.personId, reason }, now);
    return ok({ deskId: offer.toDeskId });
  });
}

/** Who offered it keeps it after all. */
export async function withdrawTransfer(
  db: Db,
  who: PersonWho,
  { transferId }: { transferId: string },
  now = new Date(),
): Promise<Result<{ contactId: string }, TransferRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const offer = await lockTransfer(tx, transferId);
    if (!offer || !worksAt(who, offer.fromDeskId)) throw new NotFound('transfer');
    if (offer.offeredBy !== who.personId && !supervises(who, offer.fromDeskId))
      throw new Forbidden(can.transfer.name);
    if (offer.state !== 'offered') return refuse('transfer-gone');
    await end(tx, offer, { state: 'withdrawn', by: who.personId }, now);
    return ok({ contactId: offer.contactId });
  });
}

async function end(
  tx: Tx,
  { id, contactId, fromDeskId, toDeskId }: Transfer,
  { state, by, reason }: { state: 'declined' | 'withdrawn'; by: string; reason?: DeclineReason },
  now: Date,
): Promise<void> {
  const answer = { state, answeredBy: by, answeredAt: now, ...(reason ? { declineReason: reason } : {}) };
  await closeTransfer(tx, id, answer);
  const event = state === 'declined' ? 'transfer.decline' : 'transfer.withdraw';
  const facts = { transferId: id, ...(reason ? { reason } : {}) };
  await record(tx, { event, subject: { kind: 'contact', id: contactId }, facts }, now);
  await announce(tx, contactTopic(contactId), deskTopic(fromDeskId), deskTopic(toDeskId));
}
