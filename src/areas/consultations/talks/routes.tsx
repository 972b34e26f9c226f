import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { cookiesFor } from '#platform/web/cookies.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type CrisisKind, openingText } from '#areas/directory/index.ts';
import { quickExitUrl } from '#ui/frame.tsx';
import type { State } from '../contacts/rules.ts';
import { type Contact, countBefore, findContact } from '../contacts/store.ts';
import { doorOpening, isDoorOpen } from '../desks/opening.ts';
import { readAsked } from '../bots/actions.ts';
import { words as guideWords } from '../bots/words.ts';
import { type Desk, findDesk, findDeskByCode, listDesks } from '../desks/store.ts';
import { readMessages } from '../messages/actions.ts';
import { contactTopic } from '../messages/keys.ts';
import { talkPaths } from '../paths.ts';
import {
  answersGuide,
  askForHuman,
  endTalk,
  findTalk,
  forgetTalk,
  returnToTalk,
  saysPerson,
  startTalk,
  talker,
} from './actions.ts';
import { ConversationPage, shownToPerson, statusWords } from './pages/conversation.tsx';
import { BeforeTalkPage, type DeskShown, TalkPage } from './pages/start.tsx';
import { refusals, words } from './words.ts';

const talkCookie = 'talk';
const key = z.string().min(8).max(64);
const beginForm = z.object({ text: field.optionalText(8000), key });
const answerForm = z.object({ choice: field.choices(), key });
const sayForm = z.object({ text: field.optionalText(8000), key });
const returnForm = z.object({ number: field.text(40), passphrase: field.text(200) });

export const talkRoutes = new Routes()
  .anonymousPage(talkPaths.start, (visit) => startPage(visit, emptyForm))
  .anonymousPost(talkPaths.return, async (visit) => {
    const form = await visit.form(returnForm);
    if (!form.ok) return startPage(visit, form.state);
    const back = await returnToTalk(visit.db, form.values, visit.now);
    if (!back.ok)
      return startPage(
        visit,
        // The passphrase is not shown again: somebody may look over the shoulder.
        refusedForm({
          words: refusals,
          lang: visit.lang,
          refused: back,
          typed: { number: form.values.number },
        }),
      );
    enter(visit, back.value.token);
    return visit.go(talkPaths.conversation.to({}));
  })
  .anonymousPage(talkPaths.conversation, (visit) => conversationPage(visit, emptyForm))
  .anonymousPost(talkPaths.say, async (visit) => {
    const contact = await here(visit);
    const form = await visit.form(sayForm);
    if (!contact) return lost(visit);
    if (!form.ok) return conversationPage(visit, form.state);
    const said = await saysPerson(
      visit.db,
      { vault: visit.tools.vault, contactId: contact.id, ...form.values },
      visit.now,
    );
    const asked = visit.c.req.header('accept') === 'application/json';
    if (said.ok)
      return asked ? visit.c.json({ seq: said.value.seq }) : visit.go(talkPaths.conversation.to({}));
    if (asked) return visit.c.json({ problem: sayRefusal(refusals, visit.lang, said) }, 422);
    const state = refusedForm({
      words: refusals,
      lang: visit.lang,
      refused: said,
      typed: form.typed,
      fields: { 'message-empty': 'text', 'message-too-long': 'text' },
    });
    return conversationPage(visit, state);
  })
  .anonymousPost(talkPaths.answer, async (visit) => {
    const contact = await here(visit);
    const form = await visit.form(answerForm);
    if (!contact) return lost(visit);
    if (!form.ok) return conversationPage(visit, form.state);
    const choices = form.values.choice.filter(Boolean);
    if (choices.length === 0)
      return conversationPage(visit, {
        values: {},
        problems: [{ field: 'guide', message: guideWords[visit.lang].chooseFirst }],
      });
    const { vault } = visit.tools;
    const pressed = { vault, contactId: contact.id, choices, key: form.values.key };
    await answersGuide(visit.db, pressed, visit.now);
    return visit.go(talkPaths.conversation.to({}));
  })
  .anonymousPost(talkPaths.human, async (visit) => {
    const contact = await here(visit);
    if (!contact) return lost(visit);
    const desk = await inTransaction(visit.db, talker, (tx) => findDesk(tx, contact.deskId));
    const open = isDoorOpen(desk.settings, 'chat', visit.now);
    await askForHuman(visit.db, { contactId: contact.id, open }, visit.now);
    return visit.go(talkPaths.conversation.to({}));
  })
  .anonymousPost(talkPaths.end, async (visit) => {
    const contact = await here(visit);
    if (!contact) return lost(visit);
    await endTalk(visit.db, { contactId: contact.id }, visit.now);
    return visit.go(talkPaths.conversation.to({}), words[visit.lang].ended);
  })
  .anonymousPage(talkPaths.leave, async (visit) => {
    const token = cookiesFor(visit.tools.publicUrl).read(visit.c, talkCookie);
    if (token) await forgetTalk(visit.db, token);
    cookiesFor(visit.tools.publicUrl).drop(visit.c, talkCookie);
    visit.c.header('clear-site-data', '"cache", "storage"');
    return visit.c.redirect(quickExitUrl, 303);
  })
  .anonymousStream(talkPaths.live, async (visit) => {
    const contact = await here(visit);
    if (!contact) throw new NotFound('talk');
    return {
      // The place in the queue is looked up again at each heartbeat: not at every word that anybody says at the desk.
      topics: [contactTopic(contact.id)],
      mayStay: async () => (await here(visit)) !== undefined,
      read: (after) => news(visit, Number(after ?? 0)),
    };
  })
  .anonymousPage(talkPaths.desk, (visit) => beforePage(visit, emptyForm))
  .anonymousPost(talkPaths.desk, async (visit) => {
    const form = await visit.form(beginForm);
    if (!form.ok) return beforePage(visit, form.state);
    const { db, now, lang, tools } = visit;
    const desk = await deskOf(visit);
    const open = isDoorOpen(desk.settings, 'chat', now);
    const begun = await startTalk(db, { vault: tools.vault, desk, open, lang }, now);
    const { text, key: firstKey } = form.values;
    const first = { vault: tools.vault, contactId: begun.contactId, key: firstKey };
    if (text) await saysPerson(db, { ...first, text }, now);
    else await answersGuide(db, first, now);
    enter(visit, begun.token);
    const contact = await findTalk(db, begun.token, now);
    return contact ? shownPage(visit, contact, emptyForm, begun) : lost(visit);
  }).list;

function enter(visit: Visit, token: string): void {
  cookiesFor(visit.tools.publicUrl).write(visit.c, talkCookie, token, { sameSite: 'Strict' });
}

async function here(visit: Visit): Promise<Contact | undefined> {
  return findTalk(visit.db, cookiesFor(visit.tools.publicUrl).read(visit.c, talkCookie), new Date());
}

async function deskOf({ db, params }: Visit<{ desk: string }>): Promise<Desk> {
  const desk = await inTransaction(db, talker, (tx) => findDeskByCode(tx, params.desk));
  if (!desk.settings.doors.chat?.open) throw new NotFound('desk');
  return desk;
}

/** What came after a message: the words, and where the conversation stands. */
async function news(visit: Visit, after: number) {
  const contact = await here(visit);
  if (!contact) return [];
  const { lang } = visit;
  return inTransaction(visit.db, talker, async (tx) => {
    const messages = await readMessages(tx, { vault: visit.tools.vault, contact, after });
    const status = statusWords(lang, await standing(tx, contact));
    const last = String(Math.max(after, messages.at(-1)?.seq ?? 0));
    return [
      ...messages
        .filter(({ sender }) => sender !== 'whisper')
        .map((message) => ({
          id: String(message.seq),
          name: 'message',
          data: shownToPerson(lang, message),
        })),
      {
        id: last,
        name: 'state',
        data: { status, guided: contact.state === 'bot', ended: contact.state === 'ended' },
      },
    ];
  });
}

async function standing(tx: Parameters<typeof countBefore>[0], contact: Contact) {
  const before = contact.state === 'waiting' ? await countBefore(tx, contact) : 0;
  return { state: contact.state as State, before, inHours: contact.inHours };
}

function deskShown(visit: Visit, desk: Desk): DeskShown {
  const opening = doorOpening(desk.settings, 'chat', visit.now);
  return {
    code: desk.code,
    name: contentIn(visit.lang, { ja: desk.nameJa, en: desk.nameEn }),
    open: opening.state === 'open' || opening.state === 'always',
    when: openingText(visit.lang, opening, visit.now),
  };
}

async function startPage(visit: Visit, state: FormState): Promise<Response> {
  const desks = (await inTransaction(visit.db, talker, listDesks)).filter(
    ({ settings }) => settings.doors.chat?.open,
  );
  const shown = desks
    .map((desk) => deskShown(visit, desk))
    .toSorted((a, b) => Number(b.open) - Number(a.open));
  return visit.page(
    <TalkPage view={visit.view} desks={shown} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function beforePage(visit: Visit<{ desk: string }>, state: FormState): Promise<Response> {
  const desk = await deskOf(visit);
  const { settings } = desk;
  return visit.page(
    <BeforeTalkPage
      view={visit.view}
      desk={deskShown(visit, desk)}
      readers={settings.readers[visit.lang]}
      retentionDays={settings.doors.chat?.retentionDays ?? 0}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function conversationPage(visit: Visit, state: FormState): Promise<Response> {
  const contact = await here(visit);
  return contact ? shownPage(visit, contact, state) : lost(visit);
}

async function shownPage(
  visit: Visit,
  contact: Contact,
  form: FormState,
  begun?: { number: string; passphrase: string },
): Promise<Response> {
  const { lang, view } = visit;
  const shown = await inTransaction(visit.db, talker, async (tx) => {
    const fresh = await findContact(tx, contact.id);
    const messages = await readMessages(tx, { vault: visit.tools.vault, contact: fresh });
    return {
      contact: fresh,
      messages,
      desk: await findDesk(tx, fresh.deskId),
      at: await standing(tx, fresh),
      asked: await readAsked(tx, { vault: visit.tools.vault, contact: fresh }),
    };
  });
  const { desk, at } = shown;
  return visit.page(
    <ConversationPage
      view={view}
      deskName={contentIn(lang, { ja: desk.nameJa, en: desk.nameEn })}
      state={at.state}
      status={statusWords(lang, at)}
      messages={shown.messages
        .filter(({ sender }) => sender !== 'whisper')
        .map((message) => shownToPerson(lang, message))}
      crises={shown.contact.flags as CrisisKind[]}
      open={isDoorOpen(desk.settings, 'chat', visit.now)}
      asked={shown.asked}
      begun={begun}
      form={form}
    />,
    form.problems.length > 0 ? 422 : 200,
  );
}

/** No conversation on this device: the way back in, not an error. */
async function lost(visit: Visit): Promise<Response> {
  const text = words[visit.lang];
  return startPage(visit, {
    values: {},
    problems: [{ field: '', message: `${text.notFound}。${text.notFoundLead}` }],
  });
}
