import type { PersonWho } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { LiveEvent, LiveSource } from '#platform/live/stream.ts';
import type { Visit } from '#platform/web/visit.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { worksAt } from '../access.ts';
import { closingText } from '../closings/read.ts';
import { recordRead } from '../contacts/read.ts';
import { findContact, findSeenContact, listOpenContacts } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import { type Message, readMessages, readRewritten } from '../messages/actions.ts';
import { listWhispers } from '../messages/store.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import { keepPresence } from '../presences/actions.ts';
import { shownCalls } from '../risks/shown.ts';
import { listOpenEscalations } from '../risks/store.ts';
import { listOffersTo } from '../transfers/store.ts';
import { loadText, queueRows, shownToDesk } from './shown.ts';

/** An open page says this often that somebody is there (ms); a presence is believed for longer. */
const presenceEveryMs = 30_000;
/** The queue is drawn anew so often at most (ms); words of the open conversation come at once. */
const queueEveryMs = 1000;
/** One reading serves every open page of a desk for so long (ms): less than a drawing waits, so no change before it is missed. */
const sharedForMs = queueEveryMs / 2;
/** Words that reach an open page are a look: kept at the first of them, and again after so long (ms). */
const lookEveryMs = 10 * 60_000;

type DeskVisit = Visit<{ deskId: string }>;

/** The queue whenever it changed, and the words of the open contact after the last that were seen. */
export function boardSource(visit: DeskVisit): LiveSource {
  const { db, person, lang, tools } = visit;
  const { deskId } = visit.params;
  if (!worksAt(person, deskId)) throw new NotFound('desk');
  const contactId = visit.query('contact');
  let before = '';
  let present = 0;
  let looked = 0;
  return {
    topics: contactId ? [contactTopic(contactId)] : [],
    calm: { topics: [deskTopic(deskId)], everyMs: queueEveryMs },
    read: async (after, whole) => {
      const seq = Number(after ?? 0);
      const now = new Date();
      if (now.getTime() - present > presenceEveryMs) {
        present = now.getTime();
        await keepPresence(db, person, { deskId }, now);
      }
      return inTransaction(db, person, async (tx) => {
        const said = contactId
          ? await wordsAfter(tx, person, { contactId, seq, lang, vault: tools.vault })
          : [];
        if (said.some(({ name }) => name !== 'away') && now.getTime() - looked > lookEveryMs) {
          await recordRead(tx, person, await findContact(tx, contactId), now);
          looked = now.getTime();
        }
        if (!whole) return said;
        const facts = await deskFacts(db, tx, { deskId, fresh: before === '', now });
        const events = deskEvents(lang, person.personId, facts, now);
        const text = JSON.stringify(events);
        if (text === before) return said;
        before = text;
        const id = said.at(-1)?.id ?? String(seq);
        return [...said, ...events.map((event) => ({ id, ...event }))];
      });
    },
  };
}

type DeskFacts = Awaited<ReturnType<typeof readDesk>>;
const readings = new WeakMap<
  Database,
  Map<string, { readonly at: number; readonly facts: Promise<DeskFacts> }>
>();

/**
 * What all pages of a desk are drawn from, the same for everybody who works there. A page that has just been opened reads
 * `fresh`: it may know more already than the last reading.
 */
function deskFacts(
  db: Database,
  tx: Tx,
  { deskId, fresh, now }: { deskId: string; fresh: boolean; now: Date },
): Promise<DeskFacts> {
  const ofProcess = readings.get(db) ?? new Map<string, never>();
  readings.set(db, ofProcess);
  const held = ofProcess.get(deskId);
  if (held && !fresh && now.getTime() - held.at < sharedForMs) return held.facts;
  const facts = readDesk(tx, deskId, now);
  ofProcess.set(deskId, { at: now.getTime(), facts });
  facts.catch(() => ofProcess.delete(deskId));
  return facts;
}

async function readDesk(tx: Tx, deskId: string, now: Date) {
  const { settings } = await findDesk(tx, deskId);
  const contacts = await listOpenContacts(tx, deskId);
  const whispers = await listWhispers(tx, deskId);
  const calls = await listOpenEscalations(tx, deskId);
  const offers = (await listOffersTo(tx, { deskId, now })).length;
  const holidays = await readHolidays(tx);
  return { settings, contacts, whispers, calls, offers, holidays };
}

/** The desk around the open conversation: who waits, who calls for a supervisor, what other desks ask. */
function deskEvents(
  lang: Visit['lang'],
  personId: string,
  { settings, contacts, whispers, calls, offers, holidays }: DeskFacts,
  now: Date,
): readonly Omit<LiveEvent, 'id'>[] {
  const limitMinutes = settings.escalationMinutes;
  return [
    { name: 'queue', data: queueRows(lang, { contacts, whispers, personId, settings, now }) },
    { name: 'calls', data: shownCalls(lang, { calls, limitMinutes, now }) },
    { name: 'closing', data: closingText(lang, { settings, contacts, personId, now, holidays }) },
    { name: 'offers', data: offers },
    { name: 'load', data: loadText(lang, { contacts, settings }) },
  ];
}

async function wordsAfter(
  tx: Tx,
  person: PersonWho,
  {
    contactId,
    seq,
    lang,
    vault,
  }: { contactId: string; seq: number; lang: Visit['lang']; vault: Visit['tools']['vault'] },
): Promise<LiveEvent[]> {
  const contact = await findSeenContact(tx, contactId);
  // Another desk has accepted it.
  if (!contact) return [{ id: String(seq), name: 'away', data: {} }];
  const messages = await readMessages(tx, { vault, contact, after: seq });
  const told = (name: string, id?: number) => (message: Message) => ({
    id: String(id ?? message.seq),
    name,
    data: shownToDesk(lang, message, person.personId),
  });
  // Only at LINE somebody can change or take back what they sent; told again each time, since a page may have missed it.
  const rewritten = contact.door === 'line' ? await readRewritten(tx, { vault, contact }) : [];
  return [...messages.map(told('message')), ...rewritten.map(told('rewritten', messages.at(-1)?.seq ?? seq))];
}
