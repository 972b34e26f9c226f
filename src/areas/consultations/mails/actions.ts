import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { emergencyLines } from '#areas/directory/index.ts';
import { openContact } from '../contacts/actions.ts';
import { type ContactRefusal, decideMessage, messageLength } from '../contacts/rules.ts';
import { type Contact, findContact, lockContact } from '../contacts/store.ts';
import { settleDesk } from '../desks/actions.ts';
import { isDoorOpen } from '../desks/opening.ts';
import { type DeskRefusal, promisedDays } from '../desks/rules.ts';
import type { MailSettings } from '../desks/settings.ts';
import { type Desk, findDesk, listDesks } from '../desks/store.ts';
import { say } from '../messages/actions.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import {
  baseAddress,
  decideInbound,
  decideMailSettings,
  type InboundMail,
  languageOfMail,
  type MailRefusal,
  mayAcknowledge,
  mayJoin,
  partsOf,
  type SettingsRefusal,
  tokenOf,
  withoutRepeated,
} from './rules.ts';
import { addressIndex, idIndex, sealMail, tokenFor } from './sealing.ts';
import {
  countAnswers,
  countRecent,
  findMailId,
  findThread,
  findThreadByIds,
  findThreadByToken,
  insertMailId,
  insertThread,
  type MailThread,
  updateThread,
} from './store.ts';
import { words } from './words.ts';

/** Acts for whoever writes by e-mail. */
const mailer = system('mail');
const hourMs = 3_600_000;

interface Arrival {
  readonly vault: Vault;
  readonly mail: InboundMail;
  /** The address that mail goes out from. */
  readonly from: string;
}

/**
 * Takes one mail: into the contact that it answers, or into a new one of the desk whose address it has. Machines are not
 * answered, the same mail is taken once, a report that an answer failed marks its contact.
 */
export async function takeMail(
  db: Db,
  { vault, mail, from }: Arrival,
  now = new Date(),
): Promise<Result<{ contactId: string }, MailRefusal>> {
  return inTransaction(db, mailer, async (tx) => {
    const desks = await listDesks(tx);
    const thread = await threadOf(tx, vault, mail);
    const desk = desks.find(({ settings }) => isFor(settings, mail));
    const own = [
      from.toLowerCase(),
      ...desks.flatMap(({ settings }) => settings.mail?.address.toLowerCase() ?? []),
    ];
    const known = await findMailId(tx, idIndex(vault, mail.messageId));
    const sender = mail.from ? addressIndex(vault, mail.from) : undefined;
    const since = new Date(now.getTime() - hourMs);
    if (mail.marks.isReport) return reported(tx, { vault, mail, thread }, now);
    const decision = decideInbound({
      mail,
      own,
      wasSentByUs: known?.direction === 'out',
      wasSeen: known?.direction === 'in',
      recent: sender ? await countRecent(tx, sender, since) : 0,
      hasDesk: desk !== undefined || thread !== undefined,
    });
    if (!decision.ok || !sender) return decision.ok ? refuse('no-sender') : decision;
    const earlier = thread && (await lockContact(tx, thread.contactId));
    const joins = mayJoin(
      thread &&
        earlier && {
          isSameAddress: thread.addressIndex === sender,
          state: earlier.state,
          isErased: earlier.sealedKey === null,
        },
    );
    const home = desk ?? (earlier && (await findDesk(tx, earlier.deskId)));
    if (!home) return refuse('no-desk');
    const contact =
      joins && earlier ? earlier : await newContact(tx, { vault, desk: home, mail, sender }, now);
    const isFirst = await insertMailId(tx, {
      idIndex: idIndex(vault, mail.messageId),
      contactId: contact.id,
      deskId: contact.deskId,
      direction: 'in',
      at: now,
    });
    if (!isFirst) throw new Error('the same mail came twice at once');
    if (!joins && earlier && thread?.addressIndex === sender)
      await whisper(tx, { vault, contact, text: words.ja.continues(earlier.number), key: 'continues' }, now);
    await keepWords(tx, { vault, contact, mail, isAnswer: joins }, now);
    const sealedLastId = sealMail(vault, contact, 'last-id', mail.messageId);
    await updateThread(tx, contact.id, { sealedLastId, bouncedAt: null });
    const answersToAddress = await countAnswers(tx, sender, since);
    if (mayAcknowledge({ marks: mail.marks, isNew: !joins, answersToAddress }))
      await acknowledge(tx, { vault, contact, desk: home }, now);
    const facts = { joined: joins, attachments: mail.attachments.length };
    await record(tx, { event: 'mail.take', subject: { kind: 'contact', id: contact.id }, facts }, now);
    return ok({ contactId: contact.id });
  });
}

function isFor({ mail, doors }: Desk['settings'], { to }: InboundMail): boolean {
  if (!mail || !doors.mail?.open) return false;
  return to.some((address) => baseAddress(address) === mail.address.toLowerCase());
}

async function threadOf(tx: Tx, vault: Vault, mail: InboundMail): Promise<MailThread | undefined> {
  const token = tokenOf(mail);
  const byToken = token === undefined ? undefined : await findThreadByToken(tx, token);
  return (
    byToken ??
    findThreadByIds(
      tx,
      mail.references.map((id) => idIndex(vault, id)),
    )
  );
}

async function newContact(
  tx: Tx,
  { vault, desk, mail, sender }: { vault: Vault; desk: Desk; mail: InboundMail; sender: string },
  now: Date,
): Promise<Contact> {
  const inHours = isDoorOpen(desk.settings, 'mail', now);
  const lang = languageOfMail(`${mail.subject}\n${mail.text}`);
  const opening = { vault, deskId: desk.id, door: 'mail', state: 'waiting', inHours, lang } as const;
  const contact = await openContact(tx, mailer, opening, now);
  await insertThread(tx, {
    contactId: contact.id,
    deskId: desk.id,
    addressIndex: sender,
    sealedAddress: sealMail(vault, contact, 'address', mail.from ?? ''),
    token: tokenFor(vault, contact.id),
  });
  return contact;
}

async function keepWords(
  tx: Tx,
  {
    vault,
    contact,
    mail,
    isAnswer,
  }: { vault: Vault; contact: Contact; mail: InboundMail; isAnswer: boolean },
  now: Date,
): Promise<void> {
  const t = words.ja;
  const subject = isAnswer || !mail.subject ? '' : `${t.subjectOf(mail.subject)}\n\n`;
  const body = withoutRepeated(mail.text) || t.noText;
  const { parts, isCut } = partsOf(`${subject}${body}`);
  const names = mail.attachments
    .slice(0, 20)
    .map(({ name }) => name.slice(0, 100))
    .join('、');
  const after = [...(isCut ? [t.cut] : []), ...(names ? [t.attached(names)] : [])];
  for (const [at, text] of [...parts, ...after].entries()) {
    const key = `${idIndex(vault, mail.messageId)}:${at}`;
    const said = await say(tx, mailer, { vault, contactId: contact.id, sender: 'person', text, key }, now);
    // Nothing but invisible letters: it came, and says nothing.
    if (!said.ok && said.refusal === 'message-empty')
      await say(tx, mailer, { vault, contactId: contact.id, sender: 'person', text: t.noText, key }, now);
  }
}

/** Once: it has arrived, who reads it and how long it stays; its first line says nothing of what it is about. */
async function acknowledge(
  tx: Tx,
  { vault, contact, desk }: { vault: Vault; contact: Contact; desk: Desk },
  now: Date,
): Promise<void> {
  const lang = contact.lang as Lang;
  const t = words[lang];
  const { flags } = await findContact(tx, contact.id);
  const { police, ambulance, yorisoi } = emergencyLines;
  const lines = [police, ambulance, yorisoi].map((line) => `${line.number}　${line.name[lang]}`).join('\n');
  const text = t.acknowledgement({
    readers: desk.settings.readers[lang].replace(/[。.]$/, ''),
    days: promisedDays(desk.settings, 'mail'),
    more: flags.length > 0 ? t.urgent(lines) : '',
  });
  const spoken = { vault, contactId: contact.id, text, key: 'acknowledgement' };
  const said = await say(tx, mailer, { ...spoken, sender: 'notice' }, now);
  if (said.ok) await updateThread(tx, contact.id, { acknowledgedAt: now });
}

/** A report about an answer of ours: one that failed for good marks the contact, and its desk is told. */
async function reported(
  tx: Tx,
  { vault, mail, thread }: { vault: Vault; mail: InboundMail; thread: MailThread | undefined },
  now: Date,
): Promise<Result<{ contactId: string }, MailRefusal>> {
  if (!thread || !mail.marks.isFailure) return refuse('report');
  const contact = await lockContact(tx, thread.contactId);
  if (contact.sealedKey === null) return refuse('report');
  await markBounced(tx, { vault, contact, key: idIndex(vault, mail.messageId) }, now);
  return ok({ contactId: contact.id });
}

/** An answer that the mail server refused for good: the desk is told, and nothing is tried again. */
export async function noteUndeliverable(
  db: Db,
  { vault, contactId, messageId }: { vault: Vault; contactId: string; messageId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, mailer, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (contact.sealedKey) await markBounced(tx, { vault, contact, key: `refused:${messageId}` }, now);
  });
}

async function markBounced(
  tx: Tx,
  { vault, contact, key }: { vault: Vault; contact: Contact; key: string },
  now: Date,
): Promise<void> {
  await updateThread(tx, contact.id, { bouncedAt: now });
  if (contact.state !== 'ended') await whisper(tx, { vault, contact, text: words.ja.bounced, key }, now);
  await record(tx, { event: 'mail.bounce', subject: { kind: 'contact', id: contact.id } }, now);
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
}

/** For the desk alone. */
async function whisper(
  tx: Tx,
  { vault, contact, text, key }: { vault: Vault; contact: Contact; text: string; key: string },
  now: Date,
): Promise<void> {
  await say(tx, mailer, { vault, contactId: contact.id, sender: 'whisper', text, key }, now);
}

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
    const inHours = isDoorOpen(desk.settings, 'mail', receivedAt);
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
