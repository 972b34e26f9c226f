import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { openContact } from '../contacts/actions.ts';
import { type ContactRefusal, decideMessage, messageLength } from '../contacts/rules.ts';
import type { Contact } from '../contacts/store.ts';
import { settleDesk } from '../desks/actions.ts';
import { isDoorOpen } from '../desks/opening.ts';
import type { DeskRefusal } from '../desks/rules.ts';
import type { MailSettings } from '../desks/settings.ts';
import { type Desk, findDesk, listDesks } from '../desks/store.ts';
import { say } from '../messages/actions.ts';
import { decideMailSettings, partsOf, type SettingsRefusal } from './rules.ts';
import { addressIndex, sealMail, tokenFor } from './sealing.ts';
import { findThread, insertThread } from './store.ts';
import { words } from './words.ts';

/** The desk's address, and how its answers look from outside. */
export async function settleMail(
  db: Db,
  who: PersonWho,
  { deskId, version, mail }: { deskId: string; version: number; mail: MailSettings },
  now = new Date(),
): Promise<Result<'settled', DeskRefusal | SettingsRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const taken = (await listDesks(tx))
      .filter(({ id }) => id !== deskId)
      .flatMap(({ settings }) => settings.mail?.address.toLowerCase() ?? []);
    const decision = decideMailSettings({ mail, taken });
    if (!decision.ok) return decision;
    const change = (settings: Desk['settings']) => ({ ...settings, mail });
    const settled = await settleDesk(tx, who, { deskId, version, change }, now);
    return settled.ok ? ok('settled') : settled;
  });
}

export interface WrittenMail {
  readonly vault: Vault;
  readonly deskId: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: Date;
}

/** A mail that came another way, written down by a counsellor, who has it at once. */
export async function logMail(
  db: Db,
  who: PersonWho,
  { vault, deskId, address, subject, text, receivedAt }: WrittenMail,
  now = new Date(),
): Promise<Result<{ contactId: string }, ContactRefusal>> {
  const readable = decideMessage(text.slice(0, messageLength));
  if (!readable.ok) return readable;
  return inTransaction(db, who, async (tx) => {
    const desk = await findDesk(tx, deskId);
    const inHours = isDoorOpen(desk.settings, 'mail', { now: receivedAt, holidays: await readHolidays(tx) });
    const opening = { vault, deskId, door: 'mail', state: 'open', inHours } as const;
    const held = { takenBy: who.personId, takenAt: now, arrivedAt: receivedAt };
    const contact = await openContact(tx, who, { ...opening, fields: held }, now);
    await insertThread(tx, {
      contactId: contact.id,
      deskId,
      token: tokenFor(vault, contact.id),
      ...(address && {
        addressIndex: addressIndex(vault, address),
        sealedAddress: sealMail(vault, contact, 'address', address),
      }),
    });
    const { parts } = partsOf(`${subject ? `${words.ja.subjectOf(subject)}\n\n` : ''}${text}`);
    for (const [at, part] of parts.entries()) {
      const said = await say(
        tx,
        who,
        { vault, contactId: contact.id, sender: 'person', text: part, key: `written:${at}` },
        receivedAt,
      );
      if (!said.ok) return said;
    }
    await record(tx, { event: 'mail.log', subject: { kind: 'contact', id: contact.id } }, now);
    return ok({ contactId: contact.id });
  });
}

/** How a contact by e-mail can be answered, for its panel. */
export async function readMailState(
  tx: Tx,
  contact: Contact,
): Promise<'reaches' | 'bounced' | 'none' | undefined> {
  if (contact.door !== 'mail') return undefined;
  const thread = await findThread(tx, contact.id);
  if (!thread?.sealedAddress) return 'none';
  return thread.bouncedAt ? 'bounced' : 'reaches';
}
