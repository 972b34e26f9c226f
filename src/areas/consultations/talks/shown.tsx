import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type CrisisKind, openingText, readHolidays } from '#areas/directory/index.ts';
import { readAsked } from '../bots/actions.ts';
import { doorClosing } from '../closings/read.ts';
import { closingForPerson } from '../closings/words.ts';
import type { State } from '../contacts/rules.ts';
import { type Contact, countBefore, countTalks, findContact, raiseSeen } from '../contacts/store.ts';
import { doorOpening, isDoorOpen } from '../desks/opening.ts';
import type { Door } from '../desks/settings.ts';
import { type Desk, findDesk, findDeskByCode, listDesks } from '../desks/store.ts';
import { readMessages } from '../messages/actions.ts';
import type { ToldLines } from '../packets/pages/told.tsx';
import { findTalk, talker } from './actions.ts';
import { readTalkToken } from './device.ts';
import { ConversationPage, shownToPerson, statusWords } from './pages/conversation.tsx';
import { BeforeTalkPage, type DeskShown, TalkPage } from './pages/start.tsx';
import { words } from './words.ts';

/** The conversation of this device. */
export async function here(visit: Visit): Promise<Contact | undefined> {
  return findTalk(visit.db, readTalkToken(visit), new Date());
}

/** A desk that answers in writing. */
export async function deskOf({ db, params }: Visit<{ desk: string }>): Promise<Desk> {
  const desk = await inTransaction(db, talker, (tx) => findDeskByCode(tx, params.desk));
  if (!desk.settings.doors.chat?.open) throw new NotFound('desk');
  return desk;
}

/** Whoever came by LINE is called to this page when there is something to read: so what it has shown is kept. */
export async function keepSeen(tx: Tx, contact: Contact, seq: number | undefined): Promise<void> {
  if (contact.door === 'line' && seq) await raiseSeen(tx, { contactId: contact.id, seq });
}

/** Where a conversation stands, and what its person is told about the hours of the desk. */
export async function standing(
  tx: Parameters<typeof countBefore>[0],
  contact: Contact,
  { lang, now }: { lang: Lang; now: Date },
) {
  const before = contact.state === 'waiting' ? await countBefore(tx, contact) : 0;
  const { settings } = await findDesk(tx, contact.deskId);
  const closing = doorClosing(settings, contact.door as Door, {
    now,
    holidays: await readHolidays(tx),
  });
  const { state, staysAt } = contact;
  return {
    state: state as State,
    before,
    inHours: contact.inHours && closing.state !== 'closed',
    closing: closingForPerson(lang, { closing, state, stays: staysAt !== null }),
  };
}

/** Whether people are answered in writing now. */
export async function isOpenNow({ db, now }: Visit, { settings }: Desk): Promise<boolean> {
  const holidays = await inTransaction(db, talker, readHolidays);
  return isDoorOpen(settings, 'chat', { now, holidays });
}

/** Desks as people choose among them: those that are open first. */
export async function desksShown(
  tx: Tx,
  { lang, now }: { lang: Lang; now: Date },
  desks: readonly Desk[],
): Promise<readonly DeskShown[]> {
  const holidays = await readHolidays(tx);
  const talks = await countTalks(tx, { door: 'chat', deskIds: desks.map(({ id }) => id) });
  return desks
    .map((desk) => {
      const opening = doorOpening(desk.settings, 'chat', { now, holidays });
      const open = opening.state === 'open' || opening.state === 'always';
      return {
        code: desk.code,
        name: contentIn(lang, { ja: desk.nameJa, en: desk.nameEn }),
        open,
        busy: open && (talks.get(desk.id) ?? 0) >= (desk.settings.doors.chat?.lines ?? 0),
        when: openingText(lang, opening, now),
      };
    })
    .toSorted((a, b) => Number(b.open) - Number(a.open));
}

export async function startPage(visit: Visit, state: FormState): Promise<Response> {
  const shown = await inTransaction(visit.db, talker, async (tx) => {
    const desks = await listDesks(tx);
    return desksShown(
      tx,
      visit,
      desks.filter(({ settings }) => settings.doors.chat?.open),
    );
  });
  return visit.page(
    <TalkPage view={visit.view} desks={shown} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

export async function beforePage(visit: Visit<{ desk: string }>, state: FormState): Promise<Response> {
  return deskBeforePage(visit, await deskOf(visit), { state });
}

/** `told`: answers of the guide that go along. */
export async function deskBeforePage(
  visit: Visit,
  desk: Desk,
  { state, told }: { state: FormState; told?: ToldLines | undefined },
): Promise<Response> {
  const { settings } = desk;
  const [shown] = await inTransaction(visit.db, talker, (tx) => desksShown(tx, visit, [desk]));
  if (!shown) throw new NotFound('desk');
  return visit.page(
    <BeforeTalkPage
      view={visit.view}
      desk={shown}
      readers={settings.readers[visit.lang]}
      retentionDays={settings.doors.chat?.retentionDays ?? 0}
      told={told}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

export async function conversationPage(visit: Visit, state: FormState): Promise<Response> {
  const contact = await here(visit);
  return contact ? shownPage(visit, contact, state) : lost(visit);
}

export async function shownPage(
  visit: Visit,
  contact: Contact,
  form: FormState,
  begun?: { number: string; passphrase: string },
): Promise<Response> {
  const { lang, view } = visit;
  const shown = await inTransaction(visit.db, talker, async (tx) => {
    const fresh = await findContact(tx, contact.id);
    const messages = await readMessages(tx, { vault: visit.tools.vault, contact: fresh });
    await keepSeen(tx, fresh, messages.at(-1)?.seq);
    return {
      contact: fresh,
      messages,
      desk: await findDesk(tx, fresh.deskId),
      at: await standing(tx, fresh, { lang, now: visit.now }),
      asked: await readAsked(tx, { vault: visit.tools.vault, contact: fresh }),
      holidays: await readHolidays(tx),
    };
  });
  const { desk, at, holidays } = shown;
  return visit.page(
    <ConversationPage
      view={view}
      deskName={contentIn(lang, { ja: desk.nameJa, en: desk.nameEn })}
      state={at.state}
      status={statusWords(lang, at)}
      closing={at.closing}
      messages={shown.messages
        .filter(({ sender }) => sender !== 'whisper')
        .map((message) => shownToPerson(lang, message))}
      crises={shown.contact.flags as CrisisKind[]}
      open={isDoorOpen(desk.settings, shown.contact.door as Door, { now: visit.now, holidays })}
      asked={shown.asked}
      takesFiles={desk.settings.attachments === true}
      begun={begun}
      stays={shown.contact.retentionDays}
      survey={shown.contact.surveyedAt ? 'thanks' : desk.settings.survey ? 'asks' : undefined}
      form={form}
    />,
    form.problems.length > 0 ? 422 : 200,
  );
}

/** No conversation on this device: the way back in, not an error. */
export async function lost(visit: Visit): Promise<Response> {
  const text = words[visit.lang];
  return startPage(visit, {
    values: {},
    problems: [{ field: '', message: `${text.notFound}。${text.notFoundLead}` }],
  });
}
