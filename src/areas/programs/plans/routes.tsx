import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, isSecretariat } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { listPrograms } from '../programs/store.ts';
import { listTerms } from '../terms/store.ts';
import { findYear } from '../years/store.ts';
import { movePlanRow, removePlanRow, savePlanRow } from './actions.ts';
import { PlanPage } from './pages/plan.tsx';
import { PlanRowPage } from './pages/row.tsx';
import { planTotals } from './rules.ts';
import { findPlanRow, listPlanRows } from './store.ts';
import { refusals, words } from './words.ts';

const rowForm = z.object({
  pillar: field.optionalText(40),
  nameJa: field.text(200),
  nameEn: field.optionalText(200),
  descriptionJa: field.optionalText(2000),
  descriptionEn: field.optionalText(2000),
  isNew: field.checkbox(),
  amount: field.whole(),
  programId: z.union([z.uuid(), z.literal('')]).optional(),
});
const moveForm = z.object({ by: field.choice(['-1', '1']) });

type YearVisit = Visit<{ year: string }>;
type RowVisit = Visit<{ year: string; rowId: string }>;

export const planRoutes = new Routes()
  .get(yearPaths.plan, can.readPrograms, planPage)
  .get(yearPaths.newPlanRow, can.runYear, (visit) => rowPage(visit, undefined, emptyForm))
  .post(yearPaths.newPlanRow, can.runYear, (visit) => saveRow(visit, undefined))
  .get(yearPaths.planRow, can.runYear, (visit) => rowPage(visit, visit.params.rowId, emptyForm))
  .post(yearPaths.planRow, can.runYear, (visit) => saveRow(visit, visit.params.rowId))
  .post(yearPaths.removePlanRow, can.runYear, async (visit: RowVisit) => {
    await removePlanRow(visit.db, visit.who, { planRowId: visit.params.rowId }, visit.now);
    return visit.go(yearPaths.plan.to(visit.params), words[visit.lang].removed);
  })
  .post(yearPaths.movePlanRow, can.runYear, async (visit: RowVisit) => {
    const form = await visit.form(moveForm);
    if (!form.ok) return planPage(visit);
    const by = form.values.by === '1' ? 1 : -1;
    await movePlanRow(visit.db, visit.who, { planRowId: visit.params.rowId, by }, visit.now);
    return visit.go(yearPaths.plan.to(visit.params));
  }).list;

async function planPage(visit: YearVisit): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const { year } = await findYear(tx, Number(visit.params.year));
    const pillars = await listTerms(tx, year, 'pillar');
    const rows = await listPlanRows(tx, year);
    const codes = pillars.map((term) => term.code);
    return (
      <PlanPage
        view={visit.view}
        year={year}
        rows={rows}
        totals={planTotals(rows, codes)}
        pillars={pillars}
        isSecretariat={isSecretariat(visit.who)}
      />
    );
  });
  return visit.page(page);
}

async function saveRow(visit: YearVisit, planRowId: string | undefined): Promise<Response> {
  const { lang, params } = visit;
  const form = await visit.form(rowForm);
  if (!form.ok) return rowPage(visit, planRowId, form.state);
  const { pillar, programId, ...fields } = form.values;
  const input = {
    ...fields,
    year: Number(params.year),
    pillar: pillar || null,
    programId: programId || null,
    ...(planRowId ? { planRowId } : {}),
  };
  const saved = await savePlanRow(visit.db, visit.who, input, visit.now);
  if (saved.ok) return visit.go(yearPaths.plan.to(params), words[lang].saved(fields.nameJa));
  const at = { 'pillar-unknown': 'pillar', 'amount-not-yen': 'amount', 'program-of-other-year': 'programId' };
  const state = refusedForm({ words: refusals, lang, refused: saved, typed: form.typed, fields: at });
  return rowPage(visit, planRowId, state);
}

async function rowPage(visit: YearVisit, rowId: string | undefined, state: FormState): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const { year } = await findYear(tx, Number(visit.params.year));
    const row = rowId ? await findPlanRow(tx, rowId) : undefined;
    if (row && row.fiscalYear !== year) throw new NotFound('plan row');
    return (
      <PlanRowPage
        view={visit.view}
        state={state}
        year={year}
        row={row}
        pillars={await listTerms(tx, year, 'pillar')}
        programs={await listPrograms(tx, year)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
