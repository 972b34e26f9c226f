import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { findCaseFile } from '../case-files/store.ts';
import { meetingPaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import type { Times } from './actions.ts';
import { callMeeting, listAskable } from './call.ts';
import { NewMeetingPage } from './pages/new.tsx';
import { refusals } from './refusals.ts';
import { words } from './words.ts';

const code = (max = 60) => z.string().max(max).default('');
export const timeForm = z.object({
  on: field.text(30),
  from: code(10),
  to: code(10),
  before: code(4),
  after: code(4),
});
const newForm = timeForm.extend({
  form: code(),
  consented: field.checkbox(),
  purpose: code(),
  agenda: field.optionalText(5000),
  link: field.optionalText(500),
  members: field.choices(),
  classes: field.choices(),
  outsiders: field.optionalText(2000),
  sworn: field.checkbox(),
});
type CaseVisit = Visit<{ caseId: string }>;
type Refused = RefusedBy<typeof refusals>;

export const newMeetingRoutes = new Routes()
  .get(meetingPaths.new, can.writeCase, (visit) => newPage(visit, emptyForm))
  .post(meetingPaths.new, can.writeCase, call).list;

export const noTime = { refusal: 'day-order' } as const;

/** Day and clock as typed, in Tokyo. */
export function timesOf(typed: Record<'on' | 'from' | 'to' | 'before' | 'after', string>): Times | undefined {
  const day = readDay(typed.on);
  const clock = (text: string) => /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.normalize('NFKC'));
  const [from, to] = [clock(typed.from), clock(typed.to)];
  if (!day.ok || !from || !to) return undefined;
  const at = (read: RegExpExecArray) =>
    new Date(`${day.value}T${read[1]?.padStart(2, '0')}:${read[2]}:00+09:00`);
  return { startsAt: at(from), endsAt: at(to), before: Number(typed.before), after: Number(typed.after) };
}

export function refused({ lang }: Visit, answer: Refused, typed: Typed, text = ''): FormState {
  const fields = {
    'form-unknown': 'form',
    'consent-missing': 'consented' in typed || 'form' in typed ? 'consented' : '',
    'window-order': 'on',
    'window-long': 'on',
    'day-order': 'on',
    'members-missing': 'members',
    'member-unknown': 'members',
    'member-without-consent': 'members',
    'agenda-missing': 'agenda',
    'secrecy-missing': 'sworn',
    'result-missing': 'result',
    'text-missing': text,
    'changed-meanwhile': text,
  } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

async function newPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, params, now, person } = visit;
  const caseFile = await inTransaction(visit.db, visit.who, (tx) => findCaseFile(tx, params.caseId));
  const people = (await listAskable(visit.db, params.caseId, now))
    .filter(({ personId }) => personId !== person.personId)
    .map(({ personId, name, organisation: { nameJa, nameEn } }) => ({
      value: personId,
      label: `${contentIn(visit.lang, { ja: nameJa, en: nameEn })} ${name}`,
    }));
  const distinct = [...new Map(people.map((each) => [each.value, each])).values()];
  return visit.page(
    <NewMeetingPage
      view={view}
      state={state}
      caseFile={caseFile}
      people={distinct}
      day={addDays(tokyoDay(now), 7)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function call(visit: CaseVisit): Promise<Response> {
  const form = await visit.form(newForm);
  if (!form.ok) return newPage(visit, form.state);
  const { form: chosen, members, outsiders, ...rest } = form.values;
  const times = timesOf(rest);
  if (!times) return newPage(visit, refused(visit, noTime, form.typed));
  const [kind = '', act = ''] = chosen.split('.');
  const called = await callMeeting(
    visit.db,
    visit.person,
    {
      vault: visit.tools.vault,
      askable: await listAskable(visit.db, visit.params.caseId, visit.now),
      ...visit.params,
      ...rest,
      ...times,
      kind,
      act,
      memberIds: members,
      outsiders: outsiders
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      wordsShown: words.ja.sworn,
    },
    visit.now,
  );
  if (!called.ok) return newPage(visit, refused(visit, called, form.typed));
  return visit.go(meetingPaths.meeting.to({ meetingId: called.value.id }), words[visit.lang].called);
}
