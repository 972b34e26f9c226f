import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { can, desksOf } from '../access.ts';
import { endContact, handOver, saveRecord, takeContact } from '../contacts/actions.ts';
import { keepDebrief } from '../debriefs/actions.ts';
import { words as debriefWords } from '../debriefs/words.ts';
import { listDesks } from '../desks/store.ts';
import { keepDraft } from '../drafts/actions.ts';
import { removeDraft } from '../drafts/store.ts';
import { say, type Sender } from '../messages/actions.ts';
import { contactPaths, deskPaths } from '../paths.ts';
import { sayPresence } from '../presences/actions.ts';
import { refusals } from '../talks/words.ts';
import { back, again, type ContactVisit } from './answer.ts';
import { boardPage } from './board.tsx';
import { boardSource } from './live.ts';
import { DesksPage } from './pages/home.tsx';
import { words } from './words.ts';

const key = z.string().min(8).max(64);
/** Longer than any body that is taken: `decideMessage` says how long a message may be. */
const anyLength = 2_000_000;
const sayForm = z.object({ text: field.optionalText(anyLength), key });
const whisperForm = z.object({ whisper: field.optionalText(anyLength), key });
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

type Answer = { ok: true } | (RefusedBy<typeof refusals> & { ok: false });

export const boardRoutes = new Routes()
  .get(deskPaths.home, can.listDesks, async (visit) => {
    const mine = desksOf(visit.who);
    const desks = (await inTransaction(visit.db, visit.who, listDesks)).filter(({ id }) => mine.includes(id));
    const [only] = desks;
    if (only && mine.length === 1) return visit.go(deskPaths.desk.to({ deskId: only.id }));
    return visit.page(<DesksPage view={visit.view} desks={desks} mayOpen={can.openDesk.allows(visit.who)} />);
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
  .post(contactPaths.debrief, can.answer, async (visit) => {
    const form = await visit.form(z.object({ debrief: field.optionalText(4000) }));
    if (!form.ok) return again(visit, form.state);
    const note = { vault: visit.tools.vault, ...visit.params, text: form.values.debrief };
    await keepDebrief(visit.db, visit.person, note, visit.now);
    return back(visit, debriefWords[visit.lang].saved);
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
    const { content, response, next, accompaniedBy, followUpOn, ...rest } = form.values;
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
        texts: { content, response, next, accompanied: accompaniedBy },
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
