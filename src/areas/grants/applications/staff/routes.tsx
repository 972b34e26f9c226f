import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, officesOf } from '../../access.ts';
import { listCalls } from '../../calls/store.ts';
import { applicationStaffPaths as paths } from '../../paths.ts';
import { enterApplication } from '../actions.ts';
import { listOpenAlarms } from '../papers/store.ts';
import { listEntries } from '../store.ts';
import { noteAlarm } from './actions.ts';
import { entryRoutes } from './entry-routes.tsx';
import { type AtApplication, editPage, mustRead, staffPage } from './opened.tsx';
import { EntriesPage } from './pages/entries.tsx';
import { readPaper } from '../papers/actions.ts';
import { serve } from '../papers/serve.ts';
import { refusals, words } from './words.ts';

const newForm = z.object({
  callId: z.uuid(),
  door: field.choice(['paper', 'telephone']),
  receivedOn: field.day(),
});
const alarmForm = z.object({ note: field.text(2000) });

/** For the office: what it writes down for others, and any application as it stands. */
export const applicationStaffRoutes = [
  ...new Routes()
    .get(paths.entries, can.readApplications, (visit) => entriesPage(visit, emptyForm))
    .post(paths.entries, can.enterApplication, begin)
    .get(paths.application, can.readApplications, (visit) => staffPage(visit, emptyForm))
    .get(paths.edit, can.enterApplication, (visit) => editPage(visit, emptyForm))
    .get(paths.paper, can.readApplications, paper)
    .post(paths.alarm, can.enterApplication, lookInto).list,
  ...entryRoutes,
];

async function entriesPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, view, lang, now } = visit;
  const offices = officesOf(who);
  const { calls, entries, alarms } = await inTransaction(db, who, async (tx) => ({
    calls: await listCalls(tx),
    entries: await listEntries(tx, offices),
    alarms: await listOpenAlarms(tx, offices),
  }));
  const nameOf = (id: string) => calls.find((call) => call.id === id)?.terms.name[lang] ?? '';
  const open = calls.filter(
    ({ state: is, bureauId, audience }) =>
      is === 'published' && audience === 'groups' && offices.includes(bureauId),
  );
  const page = (
    <EntriesPage
      view={view}
      state={state}
      today={tokyoDay(now)}
      who={who}
      mayEnter={can.enterApplication.allows(who)}
      calls={open.map(({ id, terms }) => ({ id, name: terms.name[lang] }))}
      entries={entries.map(({ id, callId, door, receivedOn, createdAt }) => ({
        id,
        call: nameOf(callId),
        door,
        receivedOn,
        createdAt,
      }))}
      alarms={alarms.map(({ alarm, number }) => ({ ...alarm, number: number ?? words[lang].notSent }))}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function begin(visit: Visit): Promise<Response> {
  const { db, who, lang, tools, now } = visit;
  const form = await visit.form(newForm);
  if (!form.ok) return entriesPage(visit, form.state);
  const begun = await enterApplication(db, who, { ...form.values, vault: tools.vault }, now);
  if (begun.ok) return visit.go(paths.edit.to(begun.value));
  const fields = { 'received-later': 'receivedOn', 'call-not-open': 'receivedOn' };
  return entriesPage(
    visit,
    refusedForm({ words: refusals, lang, refused: begun, typed: form.typed, fields }),
  );
}

async function paper(visit: Visit<{ applicationId: string; paperId: string }>): Promise<Response> {
  const { db, who, params, tools, now } = visit;
  await mustRead(visit);
  const { vault, files } = tools;
  return serve(visit, await readPaper(db, who, { ...params, vault, files }, now));
}

async function lookInto(visit: AtApplication<{ alarmId: string }>): Promise<Response> {
  const { db, who, lang, params, tools, now } = visit;
  const form = await visit.form(alarmForm);
  if (!form.ok) return staffPage(visit, form.state);
  await noteAlarm(db, who, { ...params, ...form.values, vault: tools.vault }, now);
  return visit.go(paths.application.to(params), words[lang].noted);
}
