import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import type { Result } from '#platform/result.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { can, supervises } from '../access.ts';
import { again, back, type ContactVisit } from '../boards/answer.ts';
import { findDesk } from '../desks/store.ts';
import { riskPaths } from '../paths.ts';
import {
  acknowledgeCall,
  assessRisk,
  callSupervisor,
  joinCall,
  resolveCall,
  shareOut,
  takeStep,
} from './actions.ts';
import { emergencyStepKinds, type EscalationOutcome, outcomes, stepResults } from './codes.ts';
import { CallsPage } from './pages/calls.tsx';
import type { RiskRefusal } from './rules.ts';
import { listEscalations } from './store.ts';
import { refusals, words } from './words.ts';

const code = () => z.string().max(20).default('');
const personId = () => z.union([z.uuid(), z.literal('')]).default('');
const riskForm = z.object({
  'risk-thoughts': code(),
  'risk-plan': code(),
  'risk-means': code(),
  'risk-timing': code(),
  'risk-alone': code(),
  'risk-substance': code(),
  'risk-past': code(),
  'risk-dangers': field.choices(),
  'risk-protects': field.choices(),
  'risk-note': field.optionalText(2000),
  'risk-level': field.wholeOrNull({ max: 4 }).default(null),
});
const result = z.enum(stepResults).optional();
const stepForm = z.object({
  kind: z.enum(emergencyStepKinds),
  'result-police': result,
  'result-ambulance': result,
  'result-child-guidance': result,
  'result-prefecture': result,
});
/** Calls of so many days are shown. */
const shownDays = 90;

export const riskRoutes = new Routes()
  .post(riskPaths.assess, can.assess, async (visit) => {
    const form = await visit.form(riskForm);
    if (!form.ok) return again(visit, form.state);
    const v = form.values;
    const assessed = await assessRisk(
      visit.db,
      visit.person,
      {
        vault: visit.tools.vault,
        contactId: visit.params.contactId,
        level: v['risk-level'],
        codes: {
          thoughts: v['risk-thoughts'],
          plan: v['risk-plan'],
          means: v['risk-means'],
          timing: v['risk-timing'],
          alone: v['risk-alone'],
          substance: v['risk-substance'],
          past: v['risk-past'],
        },
        lists: { dangers: v['risk-dangers'], protects: v['risk-protects'] },
        note: v['risk-note'],
      },
      visit.now,
    );
    const notice = assessed.ok && assessed.value.called ? 'keptAndCalled' : 'kept';
    return done(visit, assessed, notice, form.typed);
  })
  .post(riskPaths.call, can.assess, async (visit) =>
    done(visit, await callSupervisor(visit.db, visit.person, visit.params, visit.now), 'called'),
  )
  .post(riskPaths.acknowledge, can.overseeRisk, async (visit) =>
    done(visit, await acknowledgeCall(visit.db, visit.person, visit.params, visit.now), 'acknowledged'),
  )
  .post(riskPaths.join, can.overseeRisk, async (visit) =>
    done(visit, await joinCall(visit.db, visit.person, visit.params, visit.now), 'joined'),
  )
  .post(riskPaths.share, can.assess, async (visit) => {
    const form = await visit.form(z.object({ talks: personId(), reports: personId() }));
    if (!form.ok) return again(visit, form.state);
    const shares = { ...visit.params, ...form.values };
    return done(visit, await shareOut(visit.db, visit.person, shares, visit.now), 'shared', form.typed);
  })
  .post(riskPaths.step, can.assess, async (visit) => {
    const form = await visit.form(stepForm);
    if (!form.ok) return again(visit, form.state);
    const { kind } = form.values;
    const taken = { ...visit.params, kind, result: form.values[`result-${kind}`] ?? 'calling' };
    return done(visit, await takeStep(visit.db, visit.person, taken, visit.now), 'stepKept', form.typed);
  })
  .post(riskPaths.resolve, can.overseeRisk, async (visit) => {
    const form = await visit.form(z.object({ callOutcome: code() }));
    if (!form.ok) return again(visit, form.state);
    const { callOutcome } = form.values;
    const outcome = Object.hasOwn(outcomes, callOutcome) ? (callOutcome as EscalationOutcome) : '';
    const settled = { ...visit.params, outcome } as const;
    return done(visit, await resolveCall(visit.db, visit.person, settled, visit.now), 'resolved', form.typed);
  })
  .get(riskPaths.calls, can.overseeRisk, async (visit) => {
    const { deskId } = visit.params;
    if (!supervises(visit.who, deskId)) throw new NotFound('desk');
    const since = new Date(visit.now.getTime() - shownDays * 86_400_000);
    const shown = await inTransaction(visit.db, visit.who, async (tx) => ({
      desk: await findDesk(tx, deskId),
      calls: await listEscalations(tx, { deskId, since }),
    }));
    const { desk, calls } = shown;
    const name = contentIn(visit.lang, { ja: desk.nameJa, en: desk.nameEn });
    return visit.page(
      <CallsPage
        view={visit.view}
        desk={{ id: deskId, name }}
        calls={calls}
        limitMinutes={desk.settings.escalationMinutes}
      />,
    );
  }).list;

type Notice =
  | 'kept'
  | 'keptAndCalled'
  | 'called'
  | 'acknowledged'
  | 'joined'
  | 'shared'
  | 'stepKept'
  | 'resolved';

async function done(
  visit: ContactVisit,
  answer: Result<unknown, RiskRefusal>,
  notice: Notice,
  typed: Record<string, string | readonly string[]> = {},
): Promise<Response> {
  if (answer.ok) return back(visit, words[visit.lang][notice]);
  const fields = { 'risk-level-missing': 'risk-level', 'call-outcome-missing': 'callOutcome' };
  return again(visit, refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields }));
}
