import { z } from 'zod';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { deskTabs } from '../desk.ts';
import { retentionPaths } from '../paths.ts';
import { holdRecord, liftHold, setYears } from './actions.ts';
import { KeptPage } from './pages/kept.tsx';
import { RetentionPage } from './pages/retention.tsx';
import { readKept, readRetention } from './read.ts';
import { keptKinds, type RetentionRefusal } from './rules.ts';
import type { Held } from './store.ts';
import { refusals, words } from './words.ts';

const yearsForm = z.object({
  bureauId: z.uuid(),
  benefit: field.whole(),
  application: field.whole(),
  draft: field.whole(),
});
const holdForm = z.object({ reason: field.optionalText(2000), untilOn: field.day() });

type KeptVisit = Visit<{ kind: string; id: string }>;
const heldOf = ({ params: { kind, id } }: KeptVisit): Held => ({
  kind: kind === 'benefit' ? 'benefit' : 'application',
  id,
});

export const grantRetentionRoutes = new Routes()
  .get(retentionPaths.overview, can.readRetention, (visit) => overviewPage(visit, emptyForm))
  .post(retentionPaths.overview, can.settleRetention, settleYears)
  .get(retentionPaths.one, can.readRetention, (visit) => keptPage(visit, emptyForm))
  .post(retentionPaths.hold, can.holdRecord, async (visit) => {
    const form = await visit.form(holdForm);
    if (!form.ok) return keptPage(visit, form.state);
    const input = { vault: visit.tools.vault, ...heldOf(visit), ...form.values };
    return done(visit, await holdRecord(visit.db, visit.person, input, visit.now), 'holdSaved', form.typed);
  })
  .post(retentionPaths.lift, can.holdRecord, async (visit) => {
    const input = { vault: visit.tools.vault, ...heldOf(visit) };
    return done(visit, await liftHold(visit.db, visit.person, input, visit.now), 'lifted', {});
  }).list;

type Answer = { ok: true } | { ok: false; refusal: RetentionRefusal };

async function done(
  visit: KeptVisit,
  answer: Answer,
  notice: 'holdSaved' | 'lifted',
  typed: Typed,
): Promise<Response> {
  const { lang, params } = visit;
  if (answer.ok) return visit.go(retentionPaths.one.to(params), words[lang][notice]);
  const fields = { 'reason-missing': 'reason', 'day-order': 'untilOn' } as const;
  return keptPage(visit, refusedForm({ words: refusals, lang, refused: answer, typed, fields }));
}

async function settleYears(visit: Visit): Promise<Response> {
  const form = await visit.form(yearsForm);
  if (!form.ok) return overviewPage(visit, form.state);
  const { bureauId, ...years } = form.values;
  for (const kind of keptKinds) {
    const answer = await setYears(visit.db, visit.person, { bureauId, kind, years: years[kind] }, visit.now);
    if (answer.ok) continue;
    const { lang } = visit;
    const refused = { words: refusals, lang, refused: answer, typed: form.typed };
    return overviewPage(visit, refusedForm({ ...refused, fields: { 'years-out-of-bounds': kind } }));
  }
  return visit.go(retentionPaths.overview.to({}), words[visit.lang].saved);
}

async function overviewPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, person, now, view } = visit;
  const sent = state.values['bureauId'];
  return visit.page(
    <RetentionPage
      view={view}
      state={state}
      tabs={deskTabs(view, visit.who, retentionPaths.overview.to({}))}
      changed={typeof sent === 'string' ? sent : ''}
      offices={await readRetention(db, person, now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function keptPage(visit: KeptVisit, state: FormState): Promise<Response> {
  const { db, person, tools, now, view } = visit;
  const kept = await readKept(db, person, { vault: tools.vault, ...heldOf(visit), now });
  return visit.page(<KeptPage view={view} state={state} {...kept} />, state.problems.length > 0 ? 422 : 200);
}
