import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { findPerson } from '#platform/people/store.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, memberAgent, mustActFor } from '../access.ts';
import { nameIn } from '../members/shown.ts';
import { findMember, listMembers } from '../members/store.ts';
import { meetingStaffPaths } from '../paths.ts';
import {
  cancelMeeting,
  enterMeeting,
  entrantOf,
  holdMeeting,
  moveSeat,
  seatAll,
  writeResult,
} from './actions.ts';
import { MeetingsStaffPage, MeetingStaffPage } from './pages/staff.tsx';
import { namerOf } from './names.ts';
import { findMeeting, listEntries, listMeetings, listResults, listTables } from './store.ts';
import { refusals, words } from './words.ts';

const time = () =>
  z.string().regex(/^([01]?[0-9]|2[0-3]):[0-5][0-9]$/, {
    ...formProblem({ ja: words.ja.timeWrong, en: words.en.timeWrong }),
  });
const holdForm = z.object({
  nameJa: field.text(120),
  nameEn: field.optionalText(120),
  aboutJa: field.text(4000),
  day: field.day(),
  from: time(),
  to: time(),
  place: field.optionalText(200),
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).default(''),
  quota: field.whole({ min: 1, max: 2000 }),
  topics: field.text(2000),
  seats: field.whole({ min: 2, max: 50 }),
});
const seatForm = z.looseObject({ entryId: z.uuid() });
const tableId = z.union([z.uuid(), z.literal('')]).default('');
const enterForm = z.object({ organisationId: z.uuid() });
const side = z.union([z.uuid(), z.literal('')]).default('');
const resultForm = z.object({
  words: field.text(4000),
  agreed: field.checkbox(),
  organisationId: side,
  partnerId: side,
});

type MeetingVisit = Visit<{ meetingId: string }>;

export const meetingStaffRoutes = new Routes()
  .get(meetingStaffPaths.list, can.readMembers, (visit) => listPage(visit, emptyForm))
  .post(meetingStaffPaths.list, can.holdMeeting, hold)
  .get(meetingStaffPaths.meeting, can.readMembers, (visit) => meetingPage(visit, emptyForm))
  .post(meetingStaffPaths.enter, can.editMember, enter)
  .post(meetingStaffPaths.seatAll, can.holdMeeting, async (visit) => {
    await seatAll(visit.db, visit.who, visit.params, visit.now);
    return visit.go(meetingStaffPaths.meeting.to(visit.params), words[visit.lang].seated);
  })
  .post(meetingStaffPaths.seat, can.holdMeeting, async (visit) => {
    const form = await visit.form(seatForm);
    if (!form.ok) return meetingPage(visit, form.state);
    const { entryId } = form.values;
    const chosen = tableId.safeParse(form.values[`tableId-${entryId}`]);
    const seat = { ...visit.params, entryId, tableId: chosen.data || null };
    await moveSeat(visit.db, visit.who, seat, visit.now);
    return visit.go(meetingStaffPaths.meeting.to(visit.params), words[visit.lang].seated);
  })
  .post(meetingStaffPaths.result, can.holdMeeting, result)
  .post(meetingStaffPaths.cancel, can.holdMeeting, async (visit) => {
    const { db, who, params, tools, now, lang } = visit;
    await cancelMeeting(db, who, { ...params, vault: tools.vault }, now);
    return visit.go(meetingStaffPaths.meeting.to(params), words[lang].cancelDone);
  }).list;

async function listPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, view } = visit;
  const meetings = await inTransaction(db, who, listMeetings);
  const mayHold = can.holdMeeting.allows(who);
  return visit.page(
    <MeetingsStaffPage view={view} state={state} meetings={meetings} mayHold={mayHold} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function hold(visit: Visit): Promise<Response> {
  const { db, who, lang, now } = visit;
  const form = await visit.form(holdForm);
  if (!form.ok) return listPage(visit, form.state);
  const { day, from, to, topics, ...meeting } = form.values;
  const lines = topics.split('\n').map((line) => line.trim());
  const told = { ...meeting, startsAt: inTokyo(day, from), endsAt: inTokyo(day, to) };
  const held = await holdMeeting(db, who, { ...told, topics: lines.filter(Boolean).slice(0, 40) }, now);
  if (held.ok) return visit.go(meetingStaffPaths.meeting.to(held.value), words[lang].held);
  const fields = { 'ends-before-it-starts': 'to', nowhere: 'place' };
  return listPage(visit, refusedForm({ words: refusals, lang, refused: held, typed: form.typed, fields }));
}

function inTokyo(day: string, minute: string): Date {
  return new Date(`${day}T${minute.padStart(5, '0')}:00+09:00`);
}

/** In one press, with the name and the address of one's account. */
async function enter(visit: MeetingVisit): Promise<Response> {
  const { db, who, person, params, tools, lang, now } = visit;
  const form = await visit.form(enterForm);
  if (!form.ok) return meetingPage(visit, form.state);
  const { organisationId } = form.values;
  mustActFor(who, memberAgent, { organisationId, permission: can.editMember });
  const { entrant, member, meeting } = await inTransaction(db, who, async (tx) => {
    const { name, email: mail } = await findPerson(tx, person.personId);
    const found = await findMeeting(tx, params.meetingId);
    return { entrant: { name, mail, lang }, member: await findMember(tx, organisationId), meeting: found };
  });
  const attends = meeting.place ? 'site' : 'online';
  const asked = {
    ...params,
    organisationName: member.nameJa,
    kind: member.kind,
    attends,
    wishes: [],
    entrant,
  } as const;
  const entered = await enterMeeting(db, tools, asked, now);
  if (entered.ok) return visit.go(meetingStaffPaths.meeting.to(params), words[lang].joined);
  return meetingPage(visit, refusedForm({ words: refusals, lang, refused: entered, typed: {} }));
}

async function result(visit: MeetingVisit): Promise<Response> {
  const { db, who, params, lang, now } = visit;
  const form = await visit.form(resultForm);
  if (!form.ok) return meetingPage(visit, form.state);
  const { organisationId, partnerId, ...said } = form.values;
  const sides = { organisationId: organisationId || null, partnerId: partnerId || null };
  const written = await writeResult(db, who, { ...params, ...said, ...sides }, now);
  if (written.ok) return visit.go(meetingStaffPaths.meeting.to(params), words[lang].written);
  const fields = { 'two-sides': 'organisationId' };
  return meetingPage(
    visit,
    refusedForm({ words: refusals, lang, refused: written, typed: form.typed, fields }),
  );
}

async function meetingPage(visit: MeetingVisit, state: FormState): Promise<Response> {
  const { db, who, view, lang, params, tools, now } = visit;
  const own = organisationsWith(who, memberAgent);
  const page = await inTransaction(db, who, async (tx) => {
    const meeting = await findMeeting(tx, params.meetingId);
    const members = (await listMembers(tx)).map((member) => ({
      value: member.organisationId,
      label: nameIn(lang, member),
    }));
    const open = !meeting.cancelledAt && now < meeting.startsAt;
    const entries = await listEntries(tx, meeting.id);
    return (
      <MeetingStaffPage
        view={view}
        state={state}
        meeting={meeting}
        tables={await listTables(tx, meeting.id)}
        results={await listResults(tx, meeting.id)}
        nameOf={await namerOf(tx, lang)}
        entries={entries.map((entry) => ({ ...entry, name: entrantOf(tools.vault, entry)?.name ?? '' }))}
        members={members}
        seats={open ? members.filter(({ value }) => own.includes(value)) : []}
        mayHold={can.holdMeeting.allows(who)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
