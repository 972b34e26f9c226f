import type { PersonWho } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { LiveEvent, LiveSource } from '#platform/live/stream.ts';
import type { Visit } from '#platform/web/visit.ts';
import { worksAt } from '../access.ts';
import { findContact, listOpenContacts } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import { type Message, readMessages, readRewritten } from '../messages/actions.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import { keepPresence } from '../presences/actions.ts';
import { shownCalls } from '../risks/shown.ts';
import { listOpenEscalations } from '../risks/store.ts';
import { queueRows, shownToDesk } from './shown.ts';

/** An open page says this often that somebody is there (ms); a presence is believed for longer. */
const presenceEveryMs = 30_000;

type DeskVisit = Visit<{ deskId: string }>;

/** The queue whenever it changed, and the words of the open contact after the last that were seen. */
export function boardSource(visit: DeskVisit): LiveSource {
  const { db, person, lang, tools } = visit;
  const { deskId } = visit.params;
  if (!worksAt(person, deskId)) throw new NotFound('desk');
  const contactId = visit.query('contact');
  let before = '';
  let present = 0;
  return {
    topics: [deskTopic(deskId), ...(contactId ? [contactTopic(contactId)] : [])],
    read: async (after) => {
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
        const { settings } = await findDesk(tx, deskId);
        const contacts = await listOpenContacts(tx, deskId);
        const rows = queueRows(lang, { contacts, personId: person.personId, settings, now });
        const limitMinutes = settings.escalationMinutes;
        const calls = shownCalls(lang, { calls: await listOpenEscalations(tx, deskId), limitMinutes, now });
        const text = JSON.stringify([rows, calls]);
        if (text === before) return said;
        before = text;
        const id = said.at(-1)?.id ?? String(seq);
        return [...said, { id, name: 'queue', data: rows }, { id, name: 'calls', data: calls }];
      });
    },
  };
}

async function wordsAfter(
  tx: Parameters<typeof findContact>[0],
  person: PersonWho,
  {
    contactId,
    seq,
    lang,
    vault,
  }: { contactId: string; seq: number; lang: Visit['lang']; vault: Visit['tools']['vault'] },
): Promise<LiveEvent[]> {
  const contact = await findContact(tx, contactId);
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
