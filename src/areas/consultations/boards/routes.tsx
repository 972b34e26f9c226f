import { z } from 'zod';
import type { PersonWho } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { LiveEvent, LiveSource } from '#platform/live/stream.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, desksOf, supervises, worksAt } from '../access.ts';
import { endContact, handOver, saveRecord, takeContact } from '../contacts/actions.ts';
import { readContact } from '../contacts/read.ts';
import { findContact, listOpenContacts } from '../contacts/store.ts';
import { findDesk, listDesks } from '../desks/store.ts';
import { keepDraft, readDraft } from '../drafts/actions.ts';
import { removeDraft } from '../drafts/store.ts';
import { readMessages, say, type Sender } from '../messages/actions.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import { contactPaths, deskPaths } from '../paths.ts';
import { keepPresence, sayPresence } from '../presences/actions.ts';
import { listPresent } from '../presences/store.ts';
import { refusals } from '../talks/words.ts';
import { BoardPage } from './pages/board.tsx';
import type { Selected } from './pages/conversation.tsx';
import { DesksPage } from './pages/home.tsx';
import { queueRows, shownToDesk } from './shown.ts';
import { words } from './words.ts';

const key = z.string().min(8).max(64);
const sayForm = z.object({ text: field.optionalText(20_000), key });
const whisperForm = z.object({ whisper: field.optionalText(20_000), key });
const handOverForm = z.object({ to: z.union([z.uuid(), z.literal('')]).default('') });
const code = () => z.string().max(40).default('');
const recordForm = z.object({
  version: field.whole(),
  content: field.optionalText(20_000),
  response: field.optionalText(20_000),
  next: field.optionalText(20_000),
  worries: field.choices(),
  mainWorry: code(),
  about: code(),
  ageBand: code(),
  sex: code(),
  municipality: code(),
  route: code(),
  actions: field.choices(),
  outcome: code(),
  minutes: field.wholeOrNull({ max: 1440 }),
  followUpOn: z.union([z.iso.date(), z.literal('')]).default(''),
  interpreter: field.checkbox(),
  accompaniedBy: field.optionalText(200),
});

type DeskVisit = Visit<{ deskId: string }>;
type ContactVisit = Visit<{ contactId: string }>;
type Answer =
  | { ok: true }
  | (Parameters<typeof refusedForm<keyof (typeof refusals)['ja']>>[0]['refused'] & { ok: false });

export const boardRoutes = new Routes()
  .get(deskPaths.home, can.readDesk, async (visit) => {
    const mine = desksOf(visit.who);
    const desks = (await inTransaction(visit.db, visit.who, listDesks)).filter(({ id }) => mine.includes(id));
    const [only] = desks;
    if (only && desks.length === 1) return visit.go(deskPaths.desk.to({ deskId: only.id }));
    return visit.page(<DesksPage view={visit.view} desks={desks} />);
  })
  .get(deskPaths.desk, can.readDesk, (visit) => boardPage(visit, visit.query('contact'), emptyForm))
  .stream(deskPaths.live, can.readDesk, boardSource)
  .post(deskPaths.presence, can.answer, async (visit) => {
    const form = await visit.form(z.object({ state: z.enum(['answering', 'pausing']) }));
    const { deskId } = visit.params;
    if (form.ok) await sayPresence(visit.db, visit.person, { deskId, ...form.values }, visit.now);
    return visit.go(deskPaths.desk.to({ deskId }));
  })
  .post(contactPaths.take, can.answer, async (visit) =>
    done(visit, await takeContact(visit.db, visit.person, visit.params, visit.now), 'taken'),
  )
  .post(contactPaths.say, can.answer, async (visit) => {
    const form = await visit.form(sayForm);
    return form.ok ? says(visit, { ...form.values, sender: 'counsellor' }) : again(visit, form.state);
  })
  .post(contactPaths.whisper, can.answer, async (visit) => {
    const form = await visit.form(whisperForm);
    if (!form.ok) return again(visit, form.state);
    return says(visit, { text: form.values.whisper, key: form.values.key, sender: 'whisper' });
  })
  .post(contactPaths.draft, can.answer, async (visit) => {
    const form = await visit.form(z.object({ text: z.string().max(40_000).default('') }));
    const { contactId } = visit.params;
    if (form.ok)
      await keepDraft(
        visit.db,
        visit.person,
        { vault: visit.tools.vault, contactId, ...form.values },
        visit.now,
      );
    return visit.c.json({});
  })
  .post(contactPaths.handOver, can.answer, async (visit) => {
    const form = await visit.form(handOverForm);
    if (!form.ok) return again(visit, form.state);
    const input = { ...visit.params, to: form.values.to || null };
    return done(visit, await handOver(visit.db, visit.person, input, visit.now), 'handed', form.typed);
  })
  .post(contactPaths.record, can.answer, async (visit) => {
    const form = await visit.form(recordForm);
    if (!form.ok) return again(visit, form.state);
    const { content, response, next, followUpOn, ...rest } = form.values;
    const { about, ageBand, sex, route, outcome, ...fields } = rest;
    const saved = await saveRecord(
      visit.db,
      visit.person,
      {
        vault: visit.tools.vault,
        contactId: visit.params.contactId,
        ...fields,
        codes: { about, ageBand, sex, route, outcome },
        followUpOn: followUpOn || null,
        texts: { content, response, next },
      },
      visit.now,
    );
    return done(visit, saved, 'saved', form.typed);
  })
  .post(contactPaths.end, can.answer, async (visit) => {
    const form = await visit.form(z.object({ reason: code() }));
    if (!form.ok) return again(visit, form.state);
    const input = { ...visit.params, reason: form.values.reason };
    return done(visit, await endContact(visit.db, visit.person, input, visit.now), 'ended', form.typed);
  }).list;

/** Answers a script with JSON and a form with the page; what was sent is no draft any more. */
async function says(
  visit: ContactVisit,
  { text, key: messageKey, sender }: { text: string; key: string; sender: Sender },
): Promise<Response> {
  const { contactId } = visit.params;
  const { vault } = visit.tools;
  const said = await say(
    visit.db,
    visit.person,
    { vault, contactId, text, key: messageKey, sender },
    visit.now,
  );
  const scripted = visit.c.req.header('accept') === 'application/json';
  if (said.ok) {
    const { personId } = visit.person;
    if (sender === 'counsellor')
      await inTransaction(visit.db, visit.who, (tx) => removeDraft(tx, { contactId, personId }));
    return scripted ? visit.c.json(said.value) : back(visit);
  }
  if (scripted) return visit.c.json({ problem: sayRefusal(refusals, visit.lang, said) }, 422);
  return done(visit, said, 'saved', sender === 'whisper' ? { whisper: text } : { text });
}

async function done(
  visit: ContactVisit,
  answer: Answer,
  notice: 'taken' | 'handed' | 'saved' | 'ended',
  typed: Record<string, string | readonly string[]> = {},
): Promise<Response> {
  if (answer.ok) return back(visit, words[visit.lang][notice]);
  return again(visit, refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed }));
}

async function back(visit: ContactVisit, notice?: string): Promise<Response> {
  const { contactId } = visit.params;
  const { deskId } = await inTransaction(visit.db, visit.who, (tx) => findContact(tx, contactId));
  return visit.go(deskPaths.desk.to({ deskId }, { contact: contactId }), notice);
}

async function again(visit: ContactVisit, state: FormState): Promise<Response> {
  const { contactId } = visit.params;
  const { deskId } = await inTransaction(visit.db, visit.who, (tx) => findContact(tx, contactId));
  return boardPage({ ...visit, person: visit.person, params: { deskId } }, contactId, state);
}

async function boardPage(visit: DeskVisit, contactId: string, form: FormState): Promise<Response> {
  const { db, who, person, view, lang, now } = visit;
  const { deskId } = visit.params;
  if (!worksAt(who, deskId)) throw new NotFound('desk');
  const presence = await keepPresence(db, person, { deskId }, now);
  const shown = await inTransaction(db, who, async (tx) => {
    const desk = await findDesk(tx, deskId);
    const here = await listPresent(tx, { deskId, now });
    const selected = contactId ? await select(visit, contactId, here, tx) : undefined;
    return { desk, here, selected, contacts: await listOpenContacts(tx, deskId) };
  });
  const { desk, contacts } = shown;
  const rows = queueRows(lang, { contacts, personId: person.personId, settings: desk.settings, now });
  return visit.page(
    <BoardPage
      view={view}
      desk={desk}
      rows={rows}
      here={shown.here}
      presence={presence}
      selected={shown.selected}
      form={form}
    />,
    form.problems.length > 0 ? 422 : 200,
  );
}

async function select(
  { person, lang, now, tools }: DeskVisit,
  contactId: string,
  here: readonly { personId: string; name: string }[],
  tx: Parameters<typeof findContact>[0],
): Promise<Selected> {
  const { vault } = tools;
  const { contact, messages, texts } = await readContact(tx, person, { vault, contactId }, now);
  const { personId } = person;
  const supervisor = supervises(person, contact.deskId);
  const mine = contact.takenBy === personId && contact.state === 'open';
  return {
    contact,
    messages: messages.map((message) => shownToDesk(lang, message, personId)),
    texts,
    draft: await readDraft(tx, { vault, contact, personId }),
    mine,
    mayTake: !mine && contact.state !== 'ended' && (contact.takenBy === null || supervisor),
    supervisor,
    colleagues: here
      .filter((each) => each.personId !== personId)
      .map((each) => ({ value: each.personId, label: each.name })),
    municipalities: (await listMunicipalities(tx)).filter(({ parentCode }) => parentCode !== null),
  };
}

/** The queue whenever it changed, and the words of the open contact after the last that were seen. */
function boardSource(visit: DeskVisit): LiveSource {
  const { db, person, lang, tools } = visit;
  const { deskId } = visit.params;
  if (!worksAt(person, deskId)) throw new NotFound('desk');
  const contactId = visit.query('contact');
  let before = '';
  return {
    topics: [deskTopic(deskId), ...(contactId ? [contactTopic(contactId)] : [])],
    read: async (after) => {
      const seq = Number(after ?? 0);
      const now = new Date();
      await keepPresence(db, person, { deskId }, now);
      return inTransaction(db, person, async (tx) => {
        const words_ = contactId
          ? await wordsAfter(tx, person, { contactId, seq, lang, vault: tools.vault })
          : [];
        const { settings } = await findDesk(tx, deskId);
        const contacts = await listOpenContacts(tx, deskId);
        const rows = queueRows(lang, { contacts, personId: person.personId, settings, now });
        const text = JSON.stringify(rows);
        if (text === before) return words_;
        before = text;
        return [...words_, { id: words_.at(-1)?.id ?? String(seq), name: 'queue', data: rows }];
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
  return messages.map((message) => ({
    id: String(message.seq),
    name: 'message',
    data: shownToDesk(lang, message, person.personId),
  }));
}
