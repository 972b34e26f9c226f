import { z } from 'zod';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { programPaths } from '../paths.ts';
import { writersPage } from '../programs/gather.ts';
import { listTerms } from '../terms/store.ts';
import { saveResult } from './actions.ts';
import { ResultPage } from './pages/result.tsx';
import { findResult } from './store.ts';
import { refusals, words } from './words.ts';

const resultForm = z.object({
  version: field.whole(),
  summary: field.optionalText(8000),
  evaluation: field.optionalText(8000),
  rating: field.optionalText(40).transform((rating) => rating || null),
  nextStep: field.optionalText(4000),
});

type ProgramVisit = Visit<{ programId: string }>;

export const resultRoutes = new Routes()
  .get(programPaths.result, can.writeProgram, (visit) => resultPage(visit, emptyForm))
  .post(programPaths.result, can.writeProgram, async (visit) => {
    const { lang } = visit;
    const { programId } = visit.params;
    const form = await visit.form(resultForm);
    if (!form.ok) return resultPage(visit, form.state);
    const saved = await saveResult(visit.db, visit.who, { programId, ...form.values }, visit.now);
    if (saved.ok) return visit.go(programPaths.program.to({ programId }), words[lang].saved);
    const fields = { 'rating-unknown': 'rating' };
    const state = refusedForm({ words: refusals, lang, refused: saved, typed: form.typed, fields });
    return resultPage(visit, state, saved.refusal === 'changed-meanwhile');
  }).list;

async function resultPage(
  visit: ProgramVisit,
  state: FormState,
  changedMeanwhile = false,
): Promise<Response> {
  const facts = await writersPage(visit, async (tx, program) => ({
    result: await findResult(tx, program.id),
    ratings: await listTerms(tx, program.fiscalYear, 'rating'),
  }));
  const page = <ResultPage view={visit.view} state={state} changedMeanwhile={changedMeanwhile} {...facts} />;
  return visit.page(page, changedMeanwhile ? 409 : state.problems.length > 0 ? 422 : 200);
}
