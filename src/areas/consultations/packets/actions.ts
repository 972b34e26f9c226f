import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import type { Lang } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { hashPassword } from '#platform/sign-in/passwords/hash.ts';
import type { Vault } from '#platform/vault/vault.ts';
import {
  answerLines,
  type Answers,
  openPacket,
  readGuide,
  readHolidays,
  redeemPacket,
} from '#areas/directory/index.ts';
import { can, worksAt } from '../access.ts';
import { writeStanding } from '../bots/state.ts';
import { openContact } from '../contacts/actions.ts';
import { lockContact } from '../contacts/store.ts';
import { isDoorOpen } from '../desks/opening.ts';
import { type Desk, findDesk } from '../desks/store.ts';
import { say } from '../messages/actions.ts';
import { askForHuman, type Begun, startTalk, talker } from '../talks/actions.ts';
import { newPassphrase, readPassphrase } from '../talks/passphrase.ts';
import { findPacketContact, insertPacketContact } from './store.ts';

/** By which door the person who tells the code is there. */
export const packetDoors = ['phone', 'visit', 'chat'] as const;
type PacketDoor = (typeof packetDoors)[number];

type OpenRefusal = Extract<Awaited<ReturnType<typeof openPacket>>, { ok: false }>['refusal'];
export type PacketRefusal = OpenRefusal | 'packet-used';

interface OpenedPacket {
  readonly contactId: string;
  /** Of a new chat, shown once: the counsellor tells them to the person. */
  readonly back?: { readonly number: string; readonly passphrase: string };
}

/** A code that somebody tells at the desk becomes a contact of whoever typed it; typed again it leads to the same contact. */
export async function takePacket(
  db: Database,
  who: PersonWho,
  { vault, deskId, code, door }: { vault: Vault; deskId: string; code: string; door: PacketDoor },
  now = new Date(),
): Promise<Result<OpenedPacket, PacketRefusal>> {
  if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
  const opened = await openPacket(db, who, { code, organisationId: deskId, vault }, now);
  if (!opened.ok) return opened;
  const { id: packetId, text } = opened.value;
  const passphrase = door === 'chat' ? newPassphrase() : undefined;
  const passphraseHash = passphrase ? await hashPassword(readPassphrase(passphrase)) : null;
  return inTransaction(db, who, async (tx): Promise<Result<OpenedPacket, PacketRefusal>> => {
    const there = await findPacketContact(tx, packetId);
    if (there) return ok({ contactId: there });
    const { settings } = await findDesk(tx, deskId);
    const inHours = isDoorOpen(settings, door, { now, holidays: await readHolidays(tx) });
    const opening = { vault, deskId, door, state: 'open', inHours } as const;
    const held = { takenBy: who.personId, takenAt: now, route: 'web', passphraseHash };
    const { id: contactId, number } = await openContact(tx, who, { ...opening, fields: held }, now);
    await insertPacketContact(tx, { packetId, contactId, deskId });
    await say(tx, who, { vault, contactId, sender: 'person', text, key: `packet:${packetId}` }, now);
    await record(
      tx,
      { event: 'contact.packet', subject: { kind: 'contact', id: contactId }, facts: { door } },
      now,
    );
    return ok({ contactId, ...(passphrase && { back: { number, passphrase } }) });
  });
}

export interface ToldTalk {
  readonly vault: Vault;
  readonly desk: Desk;
  readonly open: boolean;
  readonly lang: Lang;
  /** What was said before: a note by its code, or the answers of the guide. */
  readonly told: { readonly code: string } | { readonly answers: Answers };
  /** What is added to it. */
  readonly text: string;
  readonly key: string;
}

/** A talk that begins with what was said already: it waits for a human at once, and nobody asks again. */
export async function startToldTalk(
  db: Database,
  { vault, desk, open, lang, told, text, key }: ToldTalk,
  now = new Date(),
): Promise<Result<Begun, PacketRefusal>> {
  const code = 'code' in told ? told.code : undefined;
  const packet =
    code === undefined ? undefined : await redeemPacket(db, { code, organisationId: desk.id, vault }, now);
  if (packet && !packet.ok) return packet;
  return inTransaction(db, talker, async (tx): Promise<Result<Begun, PacketRefusal>> => {
    if (packet && (await findPacketContact(tx, packet.value.id))) return refuse('packet-used');
    const begun = await startTalk(tx, { vault, desk, open, lang }, now);
    const { contactId } = begun;
    const spoken = { vault, contactId, sender: 'person' } as const;
    if (packet) {
      const { id: packetId } = packet.value;
      await insertPacketContact(tx, { packetId, contactId, deskId: desk.id });
      await say(tx, talker, { ...spoken, text: packet.value.text, key: `packet:${packetId}` }, now);
    }
    if ('answers' in told) {
      const answers = await keepAnswers(tx, { vault, contactId, answers: told.answers, lang }, now);
      if (answers) await say(tx, talker, { ...spoken, text: answers, key: `${key}:told` }, now);
    }
    if (text) await say(tx, talker, { ...spoken, text, key }, now);
    await askForHuman(tx, { contactId, open }, now);
    return ok(begun);
  });
}

/** Keeps what the guide was told as if it had been told here; gives it as sentences. */
async function keepAnswers(
  tx: Tx,
  { vault, contactId, answers, lang }: { vault: Vault; contactId: string; answers: Answers; lang: Lang },
  now: Date,
): Promise<string> {
  const guide = await readGuide(tx);
  if (!guide) return '';
  const contact = await lockContact(tx, contactId);
  await writeStanding(tx, { vault, contact, standing: { answers } }, now);
  return answerLines(guide, answers, lang)
    .filter(({ said }) => said.length > 0)
    .map(({ ask, said }) => `${ask}\n${said.map((each) => `・${each}`).join('\n')}`)
    .join('\n\n');
}
