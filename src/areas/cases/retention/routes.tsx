import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { wrongDay } from '../case-files/refusals.ts';
import { retentionPaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { mayDo } from '../relations/rules.ts';
import { askErasure, decideRequest, holdCase, liftHold, reasonOfHold, setYears } from './actions.ts';
import { CaseRetentionPage } from './pages/case.tsx';
import { RetentionPage } from './pages/retention.tsx';
import { readRetention } from './read.ts';
import { keptUntil, retentionKinds, yearsOf } from './rules.ts';
import { listWaitingRequests } from './requests/store.ts';
import { findHold } from './holds/store.ts';
import { listPeriods } from './store.ts';
import { refusals, words } from './words.ts';

const yearsForm = z.object({
  organisationId: z.uuid(),
  'case-file': field.whole(),
  slip: field.whole(),
  text: field.whole(),
  referral: field.whole(),
  view: field.whole(),
});
type CaseVisit = Visit<{ caseId: string }>;
type Answer = { ok: true } | ({ ok: false } & RefusedBy<typeof refusals>);

export const caseRetentionRoutes = new Routes()
  .get(retentionPaths.overview, can.readViews, (visit) => overviewPage(visit, emptyForm))
  .post(retentionPaths.overview, can.superviseCases, settleYears)
  .post(retentionPaths.decide, can.readViews, async (visit) => {
    const { requestId } = visit.params;
    const decision = visit.params.decision === 'erased' ? 'erased' : 'refused';
    const answer = await decideRequest(visit.db, visit.person, { requestId, decision }, visit.now);
    if (answer.ok) return visit.go(retentionPaths.overview.to({}), words[visit.lang].decided[decision]);
    return overviewPage(visit, refused(visit, answer, {}));
  })
  .get(retentionPaths.case, can.readCases, (visit) => casePage(visit, emptyForm))
  .post(retentionPaths.hold, can.superviseCases, async (visit) => {
    const form = await visit.form(z.object({ reason: field.optionalText(2000), untilOn: field.text(30) }));
    if (!form.ok) return casePage(visit, form.state);
    const until = readDay(form.values.untilOn);
    if (!until.ok) return casePage(visit, wrongDay(visit, 'untilOn', form.typed));
    const { vault } = visit.tools;
    const input = { vault, ...visit.params, reason: form.values.reason, untilOn: until.value };
    return done(visit, await holdCase(visit.db, visit.person, input, visit.now), 'holdSaved', form.typed);
  })
  .post(retentionPaths.lift, can.superviseCases, async (visit) =>
    done(visit, await liftHold(visit.db, visit.person, visit.params, visit.now), 'lifted', {}),
  )
  .post(retentionPaths.ask, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ ground: z.string().max(40).default('') }));
    if (!form.ok) return casePage(visit, form.state);
    const input = { ...visit.params, ...form.values };
    return done(visit, await askErasure(visit.db, visit.person, input, visit.now), 'asked', form.typed);
  }).list;

function refused({ lang }: Visit, answer: Exclude<Answer, { ok: true }>, typed: Typed): FormState {
  const fields = { 'reason-missing': 'reason', 'day-order': 'untilOn', 'ground-missing': 'ground' } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

async function done(
  visit: CaseVisit,
  answer: Answer,
  notice: 'holdSaved' | 'lifted' | 'asked',
  typed: Typed,
): Promise<Response> {
  if (answer.ok) return visit.go(retentionPaths.case.to(visit.params), words[visit.lang][notice]);
  return casePage(visit, refused(visit, answer, typed));
}

async function settleYears(visit: Visit): Promise<Response> {
  const form = await visit.form(yearsForm);
  if (!form.ok) return overviewPage(visit, form.state);
  const { organisationId, ...years } = form.values;
  for (const kind of retentionKinds) {
    const input = { organisationId, kind, years: years[kind] };
    const answer = await setYears(visit.db, visit.person, input, visit.now);
    if (!answer.ok) {
      const { lang } = visit;
      const fields = { 'years-out-of-bounds': kind };
      const typed = form.typed;
      return overviewPage(visit, refusedForm({ words: refusals, lang, refused: answer, typed, fields }));
    }
  }
  return visit.go(retentionPaths.overview.to({}), words[visit.lang].saved);
}

async function overviewPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, person: who, lang, now, view } = visit;
  const organisations = await readRetention(db, { who, lang }, now);
  const sent = state.values['organisationId'];
  return visit.page(
    <RetentionPage
      view={view}
      state={state}
      changed={typeof sent === 'string' ? sent : ''}
      organisations={organisations}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function casePage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { db, person: who, tools, params, now, view } = visit;
  const { caseId } = params;
  const shown = await inTransaction(db, visit.who, async (tx) => {
    const looking = { who, vault: tools.vault, caseId, what: 'retention' };
    const { caseFile, standing } = await lookAtCase(tx, looking, now);
    const hold = await findHold(tx, caseId, tokyoDay(now));
    return {
      caseFile,
      hold: hold && { reason: reasonOfHold(tools.vault, caseFile, hold), untilOn: hold.untilOn },
      waits: (await listWaitingRequests(tx, { caseId })).length > 0,
      supervises: supervises(who, caseFile.organisationId),
      mayAsk: caseFile.closedOn !== null && mayDo(standing, 'write', 'basic'),
      keptUntil: keptUntil(caseFile, yearsOf(await listPeriods(tx, caseFile.organisationId))),
    };
  });
  return visit.page(
    <CaseRetentionPage view={view} state={state} {...shown} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
