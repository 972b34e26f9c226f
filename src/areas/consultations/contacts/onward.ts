import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import { readContact } from './read.ts';
import { decideOnward, type OnwardRefusal } from './rules.ts';
import { type Contact, findContact, lockContact, updateContact } from './store.ts';

/** What may go on with a contact that becomes a case: codes as they are, and words from which its counsellor chooses. */
export interface OnwardContact {
  readonly id: string;
  readonly number: string;
  readonly deskId: string;
  readonly door: string;
  readonly route: string;
  readonly worries: readonly string[];
  readonly mainWorry: string;
  readonly municipality: string;
  readonly ageBand: string;
  readonly sex: string;
  /** 相談内容, 対応, 次の一歩 of the record, as far as they were written. */
  readonly texts: readonly { readonly kind: 'content' | 'response' | 'next'; readonly text: string }[];
  /** What the person said, and nobody else. */
  readonly said: readonly { readonly seq: number; readonly text: string; readonly at: Date }[];
}

/** Opens a contact for its counsellor to hand it on; the look is recorded like any other. */
export async function readOnward(
  tx: Tx,
  who: PersonWho,
  { vault, contactId }: { vault: Vault; contactId: string },
  now: Date,
): Promise<Result<OnwardContact, OnwardRefusal>> {
  const { contact, messages, texts } = await readContact(tx, who, { vault, contactId }, now);
  const decision = decideOnward({ contact, ...holderOf(contact, who) });
  if (!decision.ok) return decision;
  const { id, number, deskId, door, worries } = contact;
  return ok({
    id,
    number,
    deskId,
    door,
    worries,
    route: contact.route ?? '',
    mainWorry: contact.mainWorry ?? '',
    municipality: contact.municipality ?? '',
    ageBand: contact.ageBand ?? '',
    sex: contact.sex ?? '',
    texts: (['content', 'response', 'next'] as const).flatMap((kind) => {
      const text = texts[kind];
      return text ? [{ kind, text }] : [];
    }),
    said: messages
      .filter(({ sender, kind }) => sender === 'person' && kind !== 'unsent')
      .map(({ seq, text, at }) => ({ seq, text, at })),
  });
}

/** The contact says that it became a case, and with whom: once. `by`: who hands it on, also where the product acts for them. */
export async function becomeCase(
  tx: Tx,
  by: PersonWho,
  { contactId, organisationId }: { contactId: string; organisationId: string },
  now: Date,
): Promise<Result<'became', OnwardRefusal>> {
  const contact = await lockContact(tx, contactId);
  const decision = decideOnward({ contact, ...holderOf(contact, by) });
  if (!decision.ok) return decision;
  await updateContact(tx, contactId, {
    becameCaseAt: now,
    caseOrganisationId: organisationId,
    outcome: 'to-case',
    actions: [...new Set([...contact.actions, 'connected'])],
    version: contact.version + 1,
  });
  const facts = { organisationId, by: by.personId };
  await record(tx, { event: 'contact.become-case', subject: { kind: 'contact', id: contactId }, facts }, now);
  await announce(tx, contactTopic(contactId), deskTopic(contact.deskId));
  return ok('became');
}

/** The desk that has a contact, for the way back to it. */
export async function deskOfContact(tx: Tx, contactId: string): Promise<string> {
  return (await findContact(tx, contactId)).deskId;
}

function holderOf({ deskId }: Contact, { personId, ...who }: PersonWho) {
  return { personId, supervisor: supervises({ personId, ...who }, deskId) };
}
