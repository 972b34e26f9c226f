import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { quickExitUrl } from '#ui/frame.tsx';
import { words as guideWords } from '../bots/words.ts';
import { decideMessage } from '../contacts/rules.ts';
import { isDoorOpen } from '../desks/opening.ts';
import type { Door } from '../desks/settings.ts';
import { findDesk } from '../desks/store.ts';
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
import { dropTalkToken, enterTalk, readTalkToken } from './device.ts';
import { shownToPerson, statusWords } from './pages/conversation.tsx';
import {
  beforePage,
  conversationPage,
  deskOf,
  here,
  isOpenNow,
  keepSeen,
  lost,
  shownPage,
  standing,
  startPage,
} from './shown.tsx';
import { beginTold } from './told.tsx';
import { refusals, words } from './words.ts';

const key = z.string().min(8).max(64);
/** Longer than any body that is taken: how long a message may be is decided in one place, and said alike to pages and scripts. */
const anyLength = 2_000_000;
const beginForm = z.object({
  text: field.optionalText(anyLength),
  told: field.optionalText(20_000),
  code: field.optionalText(100),
  key,
});
const answerForm = z.object({ choice: field.choices(), key });
const sayForm = z.object({ text: field.optionalText(anyLength), key });
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
    enterTalk(visit, back.value.token);
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
    const open = await inTransaction(visit.db, talker, async (tx) => {
      const { settings } = await findDesk(tx, contact.deskId);
      return isDoorOpen(settings, contact.door as Door, { now: visit.now, holidays: await readHolidays(tx) });
    });
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
    const token = readTalkToken(visit);
    if (token) await forgetTalk(visit.db, token);
    dropTalkToken(visit);
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
    const firstWords = form.values.text ? decideMessage(form.values.text) : undefined;
    if (firstWords && !firstWords.ok) {
      const { typed } = form;
      const fields = { 'message-empty': 'text', 'message-too-long': 'text' };
      return beforePage(visit, refusedForm({ words: refusals, lang, refused: firstWords, typed, fields }));
    }
    const desk = await deskOf(visit);
    const told = await beginTold(visit, desk, form.values);
    if (told) return told;
    const open = await isOpenNow(visit, desk);
    const begun = await startTalk(db, { vault: tools.vault, desk, open, lang }, now);
    const { text, key: firstKey } = form.values;
    const first = { vault: tools.vault, contactId: begun.contactId, key: firstKey };
    if (text) await saysPerson(db, { ...first, text }, now);
    else await answersGuide(db, first, now);
    enterTalk(visit, begun.token);
    const contact = await findTalk(db, begun.token, now);
    return contact ? shownPage(visit, contact, emptyForm, begun) : lost(visit);
  }).list;

/** What came after a message: the words, and where the conversation stands. */
async function news(visit: Visit, after: number) {
  const contact = await here(visit);
  if (!contact) return [];
  const { lang } = visit;
  return inTransaction(visit.db, talker, async (tx) => {
    const messages = await readMessages(tx, { vault: visit.tools.vault, contact, after });
    await keepSeen(tx, contact, messages.at(-1)?.seq);
    const at = await standing(tx, contact, { lang, now: new Date() });
    const status = statusWords(lang, at);
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
        data: {
          status,
          closing: at.closing,
          guided: contact.state === 'bot',
          ended: contact.state === 'ended',
        },
      },
    ];
  });
}
