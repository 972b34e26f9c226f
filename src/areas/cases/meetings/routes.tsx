import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { caseTrail, casesTrail } from '../case-files/pages/trail.tsx';
import { organisationNames } from '../case-files/shown.ts';
import { meetingPaths } from '../paths.ts';
import { StoppedPage } from '../protections/pages/stopped.tsx';
import { isStopped } from '../protections/stop.ts';
import { mayDo } from '../relations/rules.ts';
import { cancelMeeting, moveMeeting, swear } from './actions.ts';
import { noTime, refused, timeForm, timesOf } from './new-routes.tsx';
import { MeetingsPage } from './pages/list.tsx';
import { AgendaPage, MeetingPage } from './pages/meeting.tsx';
import { decisionToPlan, holdMeeting, writePaper } from './papers.ts';
import { readMeeting } from './read.ts';
import { listMeetings, listMeetingsOf } from './store.ts';
import { words } from './words.ts';

const code = z.string().max(60).default('');
const paperForm = z.object({
  request: field.optionalText(4000),
  answer: field.optionalText(8000),
  decision: field.optionalText(2000),
  minutes: field.optionalText(20_000),
  bearer: code,
  toMemberId: z.union([z.uuid(), z.literal('')]).default(''),
  answersId: z.union([z.uuid(), z.literal('')]).default(''),
  version: field.wholeOrNull(),
});

type CaseVisit = Visit<{ caseId: string }>;
type MeetingVisit = Visit<{ meetingId: string }>;
type PaperVisit = Visit<{ meetingId: string; kind: string }>;

export const meetingRoutes = new Routes()
  .get(meetingPaths.mine, can.readCases, minePage)
  .get(meetingPaths.list, can.readCases, listPage)
  .get(meetingPaths.meeting, can.readCases, (visit) => meetingPage(visit, emptyForm))
  .get(meetingPaths.agenda, can.readCases, agendaPage)
  .post(meetingPaths.swear, can.readCases, async (visit) => {
    const { meetingId } = visit.params;
    const { meeting } = await readMeeting(visit.db, visit.person, reading(visit, 'meeting'), visit.now);
    const wordsShown = words.ja.swearWords(
      words.ja.kinds[meeting.kind as 'support'],
      words.ja.acts[meeting.act as 'practice'],
    );
    const sworn = await swear(visit.db, visit.person, { meetingId, wordsShown }, visit.now);
    return sworn.ok
      ? back(visit, words[visit.lang].swornNotice)
      : meetingPage(visit, refused(visit, sworn, {}));
  })
  .post(meetingPaths.paper, can.readCases, write)
  .post(meetingPaths.toPlan, can.writeCase, async (visit) => {
    const input = { vault: visit.tools.vault, ...visit.params };
    const planned = await decisionToPlan(visit.db, visit.person, input, visit.now);
    return planned.ok
      ? back(visit, words[visit.lang].planned)
      : meetingPage(visit, refused(visit, planned, {}));
  })
  .post(meetingPaths.hold, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ attended: field.choices(), result: code }));
    if (!form.ok) return meetingPage(visit, form.state);
    const input = { vault: visit.tools.vault, ...visit.params, ...form.values };
    const held = await holdMeeting(visit.db, visit.person, input, visit.now);
    if (held.ok) return back(visit, words[visit.lang].heldNotice);
    return meetingPage(visit, refused(visit, held, form.typed));
  })
  .post(meetingPaths.move, can.writeCase, async (visit) => {
    const form = await visit.form(timeForm);
    if (!form.ok) return meetingPage(visit, form.state);
    const times = timesOf(form.values);
    if (!times) return meetingPage(visit, refused(visit, noTime, form.typed));
    const moved = await moveMeeting(visit.db, visit.person, { ...visit.params, ...times }, visit.now);
    if (moved.ok) return back(visit, words[visit.lang].moved);
    return meetingPage(visit, refused(visit, moved, form.typed));
  })
  .post(meetingPaths.cancel, can.writeCase, async (visit) => {
    const cancelled = await cancelMeeting(visit.db, visit.person, visit.params, visit.now);
    if (cancelled.ok) return back(visit, words[visit.lang].cancelled);
    return meetingPage(visit, refused(visit, cancelled, {}));
  }).list;

function back(visit: MeetingVisit, notice: string): Response {
  return visit.go(meetingPaths.meeting.to({ meetingId: visit.params.meetingId }), notice);
}

function reading(visit: MeetingVisit, what: 'meeting' | 'agenda') {
  return { vault: visit.tools.vault, meetingId: visit.params.meetingId, lang: visit.lang, what };
}

async function minePage(visit: Visit): Promise<Response> {
  const { view, person, now } = visit;
  const meetings = await inTransaction(visit.db, visit.who, (tx) => listMeetingsOf(tx, person.personId));
  const t = words[visit.lang];
  const trail = casesTrail(view);
  const shown = { title: t.mineTitle, lead: t.mineLead, trail, meetings, now, newHref: undefined };
  return visit.page(<MeetingsPage view={view} {...shown} />);
}

async function listPage(visit: CaseVisit): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { caseFile, standing, meetings } = await inTransaction(visit.db, visit.who, async (tx) => ({
    ...(await lookAtCase(tx, { who, vault: tools.vault, caseId: params.caseId, what: 'meetings' }, now)),
    meetings: await listMeetings(tx, params.caseId),
  }));
  const t = words[visit.lang];
  const mayCall = mayDo(standing, 'write', 'basic') && !caseFile.closedOn;
  const newHref = mayCall ? view.href(meetingPaths.new.to(params)) : undefined;
  const shown = {
    title: t.title,
    lead: t.listLead,
    trail: caseTrail(view, caseFile),
    meetings,
    now,
    newHref,
  };
  return visit.page(<MeetingsPage view={view} {...shown} />);
}

async function write(visit: PaperVisit): Promise<Response> {
  const form = await visit.form(paperForm);
  if (!form.ok) return meetingPage(visit, form.state);
  const { meetingId } = visit.params;
  const kind = visit.params.kind as 'minutes';
  const { bearer, toMemberId, answersId, version } = form.values;
  const written = await writePaper(
    visit.db,
    visit.person,
    {
      vault: visit.tools.vault,
      meetingId,
      kind,
      text: form.values[kind],
      version: version ?? 0,
      ...(bearer ? { bearer } : {}),
      ...(toMemberId ? { toMemberId } : {}),
      ...(answersId ? { answersId } : {}),
    },
    visit.now,
  );
  if (!written.ok) return meetingPage(visit, refused(visit, written, form.typed, kind));
  const t = words[visit.lang];
  const said = { minutes: t.minutesSaved, request: t.asked, answer: t.answered, decision: t.decisionAdded };
  return back(visit, said[kind]);
}

async function shownMeeting(visit: MeetingVisit, what: 'meeting' | 'agenda') {
  const shown = await readMeeting(visit.db, visit.person, reading(visit, what), visit.now);
  const { view, lang } = visit;
  const { meeting, number } = shown;
  const names = await inTransaction(visit.db, visit.who, (tx) => organisationNames(tx, lang));
  const calledBy = names.find(({ value }) => value === meeting.homeId)?.label ?? '';
  const t = words[lang];
  const trail =
    shown.isHost && number
      ? [
          ...caseTrail(view, { id: meeting.caseId, number }),
          { href: view.href(meetingPaths.list.to({ caseId: meeting.caseId })), label: t.title },
        ]
      : [{ href: view.href(meetingPaths.mine.to({})), label: t.mineTitle }];
  return { ...shown, view, trail, calledBy, now: visit.now, state: emptyForm };
}

async function meetingPage(visit: MeetingVisit, state: FormState): Promise<Response> {
  const shown = await shownMeeting(visit, 'meeting');
  return visit.page(<MeetingPage {...shown} state={state} />, state.problems.length > 0 ? 422 : 200);
}

async function agendaPage(visit: MeetingVisit): Promise<Response> {
  const { db, person: who, now } = visit;
  const shown = await shownMeeting(visit, 'agenda');
  if (!shown.open) throw new NotFound('agenda');
  const caseFile = { id: shown.meeting.caseId, number: shown.number ?? '', isProtected: shown.isProtected };
  const stopped = await inTransaction(db, visit.who, (tx) =>
    isStopped(tx, { who, caseFile, what: 'print' }, now),
  );
  if (stopped) return visit.page(<StoppedPage view={visit.view} caseFile={caseFile} what="print" />, 403);
  return visit.page(<AgendaPage {...shown} />);
}
