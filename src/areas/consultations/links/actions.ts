import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { can, worksAt } from '../access.ts';
import { type Contact, findContactByNumber, lockContact } from '../contacts/store.ts';
import { contactTopic } from '../messages/keys.ts';
import { comparedPhone, decideLink, type LinkRefusal, type MarkKind } from './rules.ts';
import { insertLink, insertMark, listLinks, listMatches, removeLink } from './store.ts';

/** Keeps by what somebody would be known again, as a blind index: nobody reads it, it is only equal or not. */
export async function keepMark(
  tx: Tx,
  contact: Pick<Contact, 'id' | 'deskId'>,
  { vault, kind, value }: { vault: Vault; kind: MarkKind; value: string },
): Promise<void> {
  const mark = blindIndex(vault, { purpose: `contact ${kind}`, value });
  await insertMark(tx, { contactId: contact.id, deskId: contact.deskId, kind, mark });
}

/** Somebody gives the number of an earlier talk, or calls from a telephone: earlier contacts of this desk are proposed, no more. */
export async function markContact(
  db: Db,
  who: PersonWho,
  {
    vault,
    contactId,
    kind,
    value,
  }: { vault: Vault; contactId: string; kind: 'number' | 'phone'; value: string },
  now = new Date(),
): Promise<Result<'kept', LinkRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (!worksAt(who, contact.deskId)) throw new Forbidden(can.link.name);
    if (!contact.sealedKey) return refuse('link-erased');
    const kept =
      kind === 'phone'
        ? await markPhone(tx, contact, { vault, value })
        : await markNumber(tx, contact, { vault, value });
    if (!kept.ok) return kept;
    await record(
      tx,
      { event: 'link.mark', subject: { kind: 'contact', id: contactId }, facts: { kind } },
      now,
    );
    await announce(tx, contactTopic(contactId));
    return kept;
  });
}

async function markPhone(
  tx: Tx,
  contact: Contact,
  { vault, value }: { vault: Vault; value: string },
): Promise<Result<'kept', LinkRefusal>> {
  const phone = comparedPhone(value);
  if (!phone.ok) return phone;
  await keepMark(tx, contact, { vault, kind: 'phone', value: phone.value });
  return ok('kept');
}

async function markNumber(
  tx: Tx,
  contact: Contact,
  { vault, value }: { vault: Vault; value: string },
): Promise<Result<'kept', LinkRefusal>> {
  const number = value.normalize('NFKC').replace(/\D/g, '');
  const earlier = await findContactByNumber(tx, number);
  if (!earlier || earlier.deskId !== contact.deskId) return refuse('link-number-unknown');
  if (earlier.id === contact.id) return refuse('link-number-own');
  for (const each of [contact, earlier]) await keepMark(tx, each, { vault, kind: 'number', value: number });
  return ok('kept');
}

/** A person decides about a proposal: the same one, or somebody else. Neither contact is changed. */
export async function decideAboutLink(
  db: Db,
  who: PersonWho,
  { contactId, earlierId, state }: { contactId: string; earlierId: string; state: 'linked' | 'dismissed' },
  now = new Date(),
): Promise<Result<'decided', LinkRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { deskId } = await lockContact(tx, contactId);
    if (!worksAt(who, deskId)) throw new Forbidden(can.link.name);
    const decided = await listLinks(tx, contactId);
    const matches = await listMatches(tx, contactId);
    const decision = decideLink({
      shared: matches.some((match) => match.earlierId === earlierId),
      decided: decided.some((link) => link.earlierId === earlierId || link.contactId === earlierId),
    });
    if (!decision.ok) return decision;
    await insertLink(tx, { deskId, contactId, earlierId, state, personId: who.personId, at: now });
    const evidence = matches.filter((match) => match.earlierId === earlierId).map(({ kind }) => kind);
    const facts = { earlierId, state, evidence };
    await record(tx, { event: 'link.decide', subject: { kind: 'contact', id: contactId }, facts }, now);
    await announce(tx, contactTopic(contactId), contactTopic(earlierId));
    return ok('decided');
  });
}

/** Takes a decision back: it is proposed again. */
export async function undoLink(
  db: Db,
  who: PersonWho,
  { contactId, otherId }: { contactId: string; otherId: string },
  now = new Date(),
): Promise<Result<'undone', LinkRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { deskId } = await lockContact(tx, contactId);
    if (!worksAt(who, deskId)) throw new Forbidden(can.link.name);
    const link = await removeLink(tx, { contactId, otherId });
    if (!link) return refuse('link-nothing');
    const facts = { earlierId: link.earlierId, was: link.state };
    await record(tx, { event: 'link.undo', subject: { kind: 'contact', id: link.contactId }, facts }, now);
    await announce(tx, contactTopic(contactId), contactTopic(otherId));
    return ok('undone');
  });
}
