import { z } from 'zod';
import { system } from '#platform/access.ts';
import { inTransaction, reading } from '#platform/database/database.ts';
import { defaultLang, isLang } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { ApiVisit, Visit } from '#platform/web/visit.ts';
import { memberKinds } from '../members/rules.ts';
import { meetingPaths } from '../paths.ts';
import { cancelEntry, enterMeeting, openEntry } from './actions.ts';
import { calendarOf } from './calendar.ts';
import { namerOf } from './names.ts';
import { EnteredPage, EnterPage, EntryPage, MeetingPage, MeetingsPage } from './pages/public.tsx';
import { findLink, findMeeting, listMeetings, listResults, listTables } from './store.ts';
import { refusals, words } from './words.ts';

const enterForm = z.object({
  organisationName: field.text(120),
  kind: field.choice(memberKinds),
  name: field.text(100),
  mail: field.email(),
  attends: field.choice(['site', 'online']),
  wish: z.string().max(36).default(''),
  wish2: z.string().max(36).default(''),
});
/** Entries in an hour and client: each sends a mail to an address that somebody typed. */
const entries = new RateLimit(20, { minutes: 60 });
/** The online address is told to whoever holds a link. */
const forEntrant = system('partner-meeting-entry');

type MeetingVisit = Visit<{ meetingId: string }>;

export const meetingRoutes = new Routes()
  .publicPage(meetingPaths.list, async (visit) => {
    const { view, now } = visit;
    const all = await reading(visit.db, visit.who, listMeetings);
    const coming = all.filter(({ endsAt }) => endsAt > now).toReversed();
    if (coming[0]) visit.changesAt(coming[0].endsAt);
    const past = all.filter(({ endsAt }) => endsAt <= now);
    return visit.page(<MeetingsPage view={view} coming={coming} past={past} />);
  })
  .publicPage(meetingPaths.meeting, meetingPage)
  .api(meetingPaths.calendar, calendar)
  .anonymousPage(meetingPaths.enter, (visit) =>
    visit.query('sent') ? visit.page(<EnteredPage view={visit.view} />) : enterPage(visit, emptyForm),
  )
  .anonymousPost(meetingPaths.enter, enter)
  .anonymousPage(meetingPaths.entry, entryPage)
  .anonymousPost(
    meetingPaths.cancelEntry,
    async (visit) => {
      await cancelEntry(visit.db, visit.params, visit.now);
      return visit.go(meetingPaths.entry.to(visit.params));
    },
    { secretUrl: true },
  ).list;

async function meetingPage(visit: MeetingVisit): Promise<Response> {
  const { meetingId } = visit.params;
  const page = await reading(visit.db, visit.who, async (tx) => {
    const meeting = await findMeeting(tx, meetingId);
    const mayEnter = !meeting.cancelledAt && visit.now < meeting.startsAt;
    if (mayEnter) visit.changesAt(meeting.startsAt);
    return (
      <MeetingPage
        view={visit.view}
        meeting={meeting}
        tables={await listTables(tx, meetingId)}
        results={await listResults(tx, meetingId)}
        nameOf={await namerOf(tx, visit.lang)}
        mayEnter={mayEnter}
      />
    );
  });
  return visit.page(page);
}

async function calendar(visit: ApiVisit<{ meetingId: string }>) {
  const asked = visit.query('lang');
  const meeting = await reading(visit.db, visit.who, (tx) => findMeeting(tx, visit.params.meetingId));
  const url = visit.tools.publicUrl + meetingPaths.meeting.to(visit.params);
  return {
    body: calendarOf(isLang(asked) ? asked : defaultLang, meeting, url),
    type: 'text/calendar; charset=utf-8',
    headers: { 'content-disposition': 'attachment; filename="meeting.ics"' },
  };
}

async function enterPage(
  visit: MeetingVisit,
  state: FormState,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { meetingId } = visit.params;
  const page = await reading(visit.db, visit.who, async (tx) => (
    <EnterPage
      view={visit.view}
      state={state}
      meeting={await findMeeting(tx, meetingId)}
      tables={await listTables(tx, meetingId)}
    />
  ));
  return visit.page(page, status);
}

async function enter(visit: MeetingVisit): Promise<Response> {
  const { db, lang, tools, now, params } = visit;
  const form = await visit.form(enterForm);
  if (!form.ok) return enterPage(visit, form.state, 422);
  if (!entries.allows(clientOf(visit.c, tools.config.TRUSTED_PROXIES), now)) {
    const problems = [{ field: '', message: words[lang].tooMany }];
    return enterPage(visit, { values: form.typed, problems }, 429);
  }
  const { name, mail, wish, wish2, ...entering } = form.values;
  const entrant = { name, mail, lang };
  const asked = { ...params, ...entering, wishes: [wish, wish2], entrant };
  const entered = await enterMeeting(db, tools, asked, now);
  if (entered.ok) return visit.go(meetingPaths.enter.to(params, { sent: 1 }));
  const fields = { 'not-that-way': 'attends' };
  const state = refusedForm({ words: refusals, lang, refused: entered, typed: form.typed, fields });
  return enterPage(visit, state, 422);
}

async function entryPage(visit: Visit<{ token: string }>): Promise<Response> {
  const { token } = visit.params;
  const { entry, meeting } = await openEntry(visit.db, token);
  const told = await inTransaction(visit.db, forEntrant, async (tx) => ({
    tables: await listTables(tx, meeting.id),
    url: entry.attends === 'online' && !entry.cancelledAt ? await findLink(tx, meeting.id) : '',
  }));
  const seat = told.tables.find(({ id }) => id === entry.tableId)?.topic;
  return visit.page(
    <EntryPage view={visit.view} token={token} meeting={meeting} entry={entry} seat={seat} url={told.url} />,
  );
}
