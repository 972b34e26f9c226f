import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { readReviewDays, saveReviewDays } from './actions.ts';
import { IntervalsPage } from './pages/intervals.tsx';
import { refusals, words } from './words.ts';

const form = z.object({
  scheme: field.whole(),
  desk: field.whole(),
  group: field.whole(),
  place: field.whole(),
});

export const reviewIntervalRoutes = new Routes()
  .get(staffDirectoryPaths.reviewIntervals, can.setReview, (visit) => page(visit, emptyForm))
  .post(staffDirectoryPaths.reviewIntervals, can.setReview, async (visit) => {
    const typed = await visit.form(form);
    if (!typed.ok) return page(visit, typed.state);
    const saved = await saveReviewDays(visit.db, visit.who, typed.values, visit.now);
    if (saved.ok) return visit.go(staffDirectoryPaths.reviewIntervals.to({}), words[visit.lang].saved);
    const fields = { 'days-out-of-range': String(saved.facts?.['kind'] ?? '') };
    const { lang } = visit;
    return page(visit, refusedForm({ words: refusals, lang, refused: saved, typed: typed.typed, fields }));
  }).list;

async function page(visit: Visit, state: FormState): Promise<Response> {
  const days = await inTransaction(visit.db, visit.who, readReviewDays);
  return visit.page(
    <IntervalsPage view={visit.view} state={state} days={days} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
