import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { emergencyLines, readHolidays } from '#areas/directory/index.ts';
import { openContact } from '../contacts/actions.ts';
import { type Contact, findContact, lockContact } from '../contacts/store.ts';
import { isDoorOpen } from '../desks/opening.ts';
import { promisedDays } from '../desks/rules.ts';
import { type Desk, findDesk, listDesks } from '../desks/store.ts';
import { keepMark } from '../links/actions.ts';
import { say } from '../messages/actions.ts';
import { mailer, reported, whisper } from './reports.ts';
import {
  baseAddress,
  decideInbound,
  type InboundMail,
  languageOfMail,
  type MailRefusal,
  mayAcknowledge,
  mayJoin,
  partsOf,
  tokenOf,
  withoutRepeated,
} from './rules.ts';
import { addressIndex, idIndex, sealMail, tokenFor } from './sealing.ts';
import {
  countAnswers,
  countRecent,
  findMailId,
  findThreadByIds,
  findThreadByToken,
  insertMailId,
  insertThread,
  type MailThread,
  updateThread,
} from './store.ts';
import { words } from './words.ts';

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
    const thread = await threadOf(tx, vault, mail);
    if (mail.marks.isReport) return reported(tx, { vault, mail, thread }, now);
    const desks = await listDesks(tx);
    const desk = desks.find(({ settings }) => isFor(settings, mail));
    const known = await findMailId(tx, idIndex(vault, mail.messageId));
    const sender = addressIndex(vault, mail.from ?? '');
    const decision = decideInbound({
      mail,
      own: [
        from.toLowerCase(),
        ...desks.flatMap(({ settings }) => settings.mail?.address.toLowerCase() ?? []),
      ],
      wasSentByUs: known?.direction === 'out',
      wasSeen: known?.direction === 'in',
      recent: await countRecent(tx, sender, hourBefore(now)),
      hasDesk: desk !== undefined || thread !== undefined,
    });
    if (!decision.ok) return decision;
    return ok({ contactId: await kept(tx, { vault, mail, sender, thread, desk }, now) });
  });
}

interface Taken {
  readonly vault: Vault;
  readonly mail: InboundMail;
  /** Blind index of the sender's address. */
  readonly sender: string;
  readonly thread: MailThread | undefined;
  readonly desk: Desk | undefined;
}

async function kept(tx: Tx, { vault, mail, sender, thread, desk }: Taken, now: Date): Promise<string> {
  const earlier = thread && (await lockContact(tx, thread.contactId));
  const isSameAddress = thread?.addressIndex === sender;
  const joins = mayJoin(
    earlier && { isSameAddress, state: earlier.state, isErased: earlier.sealedKey === null },
  );
  const home = desk ?? (await findDesk(tx, earlier?.deskId ?? ''));
  const contact = joins && earlier ? earlier : await newContact(tx, { vault, desk: home, mail, sender }, now);
  await insertMailId(tx, {
    idIndex: idIndex(vault, mail.messageId),
    contactId: contact.id,
    deskId: contact.deskId,
    direction: 'in',
    at: now,
  });
  if (!joins && earlier && isSameAddress)
    await whisper(tx, { vault, contact, text: words.ja.continues(earlier.number), key: 'continues' }, now);
  await keepWords(tx, { vault, contact, mail, isAnswer: joins }, now);
  const sealedLastId = sealMail(vault, contact, 'last-id', mail.messageId);
  await updateThread(tx, contact.id, { sealedLastId, bouncedAt: null });
  const answersToAddress = await countAnswers(tx, sender, hourBefore(now));
  if (mayAcknowledge({ marks: mail.marks, isNew: !joins, answersToAddress }))
    await acknowledge(tx, { vault, contact, desk: home }, now);
  const facts = { joined: joins, attachments: mail.attachments.length };
  await record(tx, { event: 'mail.take', subject: { kind: 'contact', id: contact.id }, facts }, now);
  return contact.id;
}

function hourBefore(now: Date): Date {
  return new Date(now.getTime() - 3_600_000);
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
  const inHours = isDoorOpen(desk.settings, 'mail', { now, holidays: await readHolidays(tx) });
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
  await keepMark(tx, contact, { vault, kind: 'mail', value: sender });
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
