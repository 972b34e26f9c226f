import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { decodeText, listMunicipalities, readCsv, worryTerms } from '#areas/directory/index.ts';
import { can, supervises, worksAt } from '../access.ts';
import { findContact } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import { deskPaths, hookPaths } from '../paths.ts';
import { refusals } from '../talks/words.ts';
import { importCalls, logTalk, renewHookSecret, takeCallHook, tallyCall } from './actions.ts';
import { readHookBody } from './hook.ts';
import { CallsPage } from './pages/calls.tsx';
import { LogPage } from './pages/log.tsx';
import { PaperPage } from './pages/paper.tsx';
import { callResults, readAttempts, readColumns, readWorryNumbers } from './rules.ts';
import { countAttempts, listAttempts } from './store.ts';
import { words, worryRefusals } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;
const code = () => z.string().max(40).default('');
const logForm = z.object({
  worries: field.optionalText(100),
  risk: z.enum(['', '0', '1', '2', '3', '4']).default(''),
  content: field.optionalText(20_000),
  response: field.optionalText(20_000),
  next: field.optionalText(2000),
  outcome: code(),
  about: code(),
  ageBand: code(),
  sex: code(),
  municipality: code(),
  route: code(),
  interpreter: field.checkbox(),
  accompaniedBy: field.optionalText(200),
  actions: field.choices(),
  followUpOn: z.union([z.iso.date(), z.literal('')]).default(''),
  /** The contact's id, made by the page. */
  key: z.uuid().optional(),
  /** The Tokyo day of a visit that was written on paper first; empty: today. */
  day: z.union([z.iso.date(), z.literal('')]).default(''),
  startedAt: field.optionalText(20),
  endedAt: field.optionalText(20),
});
const largestImport = 10 * 1_048_576;

export const callRoutes = new Routes()
  .get(deskPaths.phone, can.answer, (visit) => logPage(visit, 'phone', emptyForm))
  .post(deskPaths.phone, can.answer, (visit) => log(visit, 'phone'))
  .get(deskPaths.visit, can.answer, (visit) => logPage(visit, 'visit', emptyForm))
  .post(deskPaths.visit, can.answer, (visit) => log(visit, 'visit'))
  .get(deskPaths.visitPaper, can.answer, async (visit) => {
    const { deskId } = visit.params;
    if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
    const desk = await inTransaction(visit.db, visit.who, (tx) => findDesk(tx, deskId));
    return visit.page(<PaperPage view={visit.view} desk={desk} />);
  })
  .get(deskPaths.calls, can.readDesk, (visit) => callsPage(visit, emptyForm))
  .post(deskPaths.calls, can.answer, takeImport, { maxBody: largestImport })
  .post(deskPaths.tally, can.answer, async (visit) => {
    const form = await visit.form(z.object({ result: z.enum(callResults) }));
    if (!form.ok) return callsPage(visit, form.state);
    await tallyCall(visit.db, visit.person, { ...visit.params, ...form.values }, visit.now);
    return visit.go(deskPaths.calls.to(visit.params), words[visit.lang].tallied);
  })
  .post(deskPaths.callSecret, can.runDesk, async (visit) => {
    const { vault } = visit.tools;
    const input = { vault, deskId: visit.params.deskId };
    return callsPage(visit, emptyForm, await renewHookSecret(visit.db, visit.person, input, visit.now));
  })
  .hook(hookPaths.calls, async ({ db, c, params, tools }, body) => {
    const signature = c.req.header('x-signature') ?? '';
    const { vault } = tools;
    const taken = await takeCallHook(db, { vault, desk: params.desk, body, signature, read: readHookBody });
    return taken.ok ? 200 : taken.refusal === 'signature' ? 403 : 400;
  }).list;

async function log(visit: DeskVisit, door: 'phone' | 'visit'): Promise<Response> {
  const form = await visit.form(logForm);
  if (!form.ok) return logPage(visit, door, form.state);
  const { lang, now, tools } = visit;
  const t = words[lang];
  const { worries, risk, startedAt, endedAt, day, followUpOn, ...told } = form.values;
  const { content, response, next, accompaniedBy, ...rest } = told;
  const wrong = (name: string, message: string) =>
    logPage(visit, door, { values: form.typed, problems: [{ field: name, message }] });
  const named = readWorryNumbers(
    worries,
    worryTerms.map((term) => term.code),
  );
  if (!named.ok) {
    const fields = { 'worry-unknown': 'worries' } as const;
    const state = refusedForm({ words: worryRefusals, lang, refused: named, typed: form.typed, fields });
    return logPage(visit, door, state);
  }
  const from = timeOn(day, startedAt, now);
  const to = timeOn(day, endedAt || (day && startedAt), now);
  if (day > tokyoDay(now)) return wrong('day', t.dayToCome);
  if (day && !startedAt) return wrong('startedAt', t.timeWrong);
  if (!from) return wrong('startedAt', t.timeWrong);
  if (!to) return wrong('endedAt', t.timeWrong);
  if (to < from) return wrong('endedAt', t.timeOrder);
  const { about, ageBand, sex, route, outcome, ...fields } = rest;
  const logged = await logTalk(
    visit.db,
    visit.person,
    {
      vault: tools.vault,
      deskId: visit.params.deskId,
      door,
      startedAt: from,
      endedAt: to,
      risk: risk === '' ? null : Number(risk),
      ...fields,
      codes: { about, ageBand, sex, route, outcome },
      worries: named.value,
      mainWorry: named.value[0] ?? '',
      minutes: null,
      followUpOn: followUpOn || null,
      texts: { content, response, next, accompanied: accompaniedBy },
    },
    now,
  );
  if (!logged.ok)
    return logPage(visit, door, refusedForm({ words: refusals, lang, refused: logged, typed: form.typed }));
  const { number } = await inTransaction(visit.db, visit.who, (tx) =>
    findContact(tx, logged.value.contactId),
  );
  const path = door === 'phone' ? deskPaths.phone : deskPaths.visit;
  return visit.go(path.to(visit.params), t.saved(number));
}

/** `14:05` of a Tokyo day. Of this one, a time still to come was yesterday (a talk over midnight); empty: now. */
function timeOn(day: string, typed: string, now: Date): Date | undefined {
  if (!typed) return now;
  const found = /^(\d{1,2})[:：時]?(\d{2})分?$/.exec(typed.normalize('NFKC').trim());
  const [hour = 99, minute = 99] = (found?.slice(1) ?? []).map(Number);
  if (hour > 23 || minute > 59) return undefined;
  const today = tokyoDay(now);
  const at = (on: string) =>
    new Date(`${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+09:00`);
  if (day && day !== today) return at(day);
  return at(today) > now ? at(addDays(today, -1)) : at(today);
}

async function logPage(visit: DeskVisit, door: 'phone' | 'visit', state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
  const municipalities = await inTransaction(visit.db, visit.who, listMunicipalities);
  return visit.page(
    <LogPage
      view={visit.view}
      deskId={deskId}
      door={door}
      startedAt={tokyoMinute(visit.now).slice(11)}
      municipalities={municipalities.filter(({ parentCode }) => parentCode !== null)}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function callsPage(visit: DeskVisit, state: FormState, secret?: string): Promise<Response> {
  const { deskId } = visit.params;
  const { who, now, tools } = visit;
  if (!worksAt(who, deskId)) throw new NotFound('desk');
  const today = tokyoDay(now);
  const to = endOfTokyoDay(today);
  const shown = await inTransaction(visit.db, who, async (tx) => ({
    desk: await findDesk(tx, deskId),
    today: await countAttempts(tx, { deskId, from: endOfTokyoDay(addDays(today, -1)), to }),
    month: await countAttempts(tx, {
      deskId,
      from: endOfTokyoDay(addDays(`${today.slice(0, 7)}-01`, -1)),
      to,
    }),
    recent: await listAttempts(tx, { deskId, limit: 50 }),
  }));
  const { desk, ...rest } = shown;
  return visit.page(
    <CallsPage
      view={visit.view}
      deskId={deskId}
      {...rest}
      supervisor={supervises(who, deskId)}
      hookUrl={`${tools.publicUrl}${hookPaths.calls.to({ desk: desk.code })}`}
      secret={secret}
      state={state}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** Reads the whole list first: one row that is wrong, and nothing is counted. */
async function takeImport(visit: DeskVisit): Promise<Response> {
  const t = words[visit.lang];
  const form = await visit.form(z.object({ file: field.upload() }));
  const wrong = (...messages: string[]) =>
    callsPage(visit, { values: {}, problems: messages.map((message) => ({ field: 'file', message })) });
  if (!form.ok) return callsPage(visit, form.state);
  if (!form.values.file) return wrong(t.notText);
  const text = decodeText(new Uint8Array(await form.values.file.arrayBuffer()));
  if (!text.ok) return wrong(t.notText);
  const csv = readCsv(text.value.text, text.value.delimiter);
  if (!csv.ok) return wrong(t.broken);
  const [head, ...rows] = csv.value;
  const columns = readColumns(head?.cells ?? []);
  if (!columns.ok) return wrong(t.columnsMissing);
  const { attempts, problems } = readAttempts(rows, columns.value);
  if (problems.length > 0)
    return wrong(
      ...problems.slice(0, 30).map(({ row, why }) => t.rowProblem(row, t.why[why])),
      t.nothingImported,
    );
  const { added } = await importCalls(visit.db, visit.who, { ...visit.params, attempts }, visit.now);
  return visit.go(deskPaths.calls.to(visit.params), t.imported(added, attempts.length));
}
