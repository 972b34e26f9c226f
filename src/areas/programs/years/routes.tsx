import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearName } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, isSecretariat } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { listTerms } from '../terms/store.ts';
import { openYear, saveYearSummary } from './actions.ts';
import { HomePage } from './pages/home.tsx';
import { SummaryPage } from './pages/summary.tsx';
import { countPrograms, findNewestWithPrograms, findYear, listOverallRatings, listYears } from './store.ts';
import { refusals, words } from './words.ts';

const openForm = z.object({ year: field.whole(), copyFrom: field.wholeOrNull().default(null) });
const summaryForm = z.object({
  overallRating: field.optionalText(100),
  summaryJa: field.optionalText(4000),
  summaryEn: field.optionalText(4000),
});

export const yearRoutes = new Routes()
  .get(yearPaths.home, can.readPrograms, (visit) => homePage(visit, emptyForm))
  .post(yearPaths.open, can.runYear, async (visit) => {
    const { lang } = visit;
    const form = await visit.form(openForm);
    if (!form.ok) return homePage(visit, form.state);
    const { year, copyFrom: copyVocabulariesFrom } = form.values;
    const opened = await openYear(visit.db, visit.who, { year, copyVocabulariesFrom }, visit.now);
    if (opened.ok)
      return visit.go(
        yearPaths.year.to({ year: String(year) }),
        words[lang].opened(fiscalYearName(lang, year)),
      );
    const fields = { 'year-exists': 'year', 'year-out-of-range': 'year', 'year-unknown': 'copyFrom' };
    return homePage(
      visit,
      refusedForm({ words: refusals, lang, refused: opened, typed: form.typed, fields }),
    );
  })
  .get(yearPaths.summary, can.runYear, (visit) => summaryPage(visit, emptyForm))
  .post(yearPaths.summary, can.runYear, async (visit) => {
    const { lang, params } = visit;
    const form = await visit.form(summaryForm);
    if (!form.ok) return summaryPage(visit, form.state);
    const year = Number(params.year);
    const saved = await saveYearSummary(visit.db, visit.who, { year, ...form.values }, visit.now);
    if (saved.ok) return visit.go(yearPaths.summary.to(params), words[lang].saved);
    const fields = { 'rating-unknown': 'overallRating' };
    return summaryPage(
      visit,
      refusedForm({ words: refusals, lang, refused: saved, typed: form.typed, fields }),
    );
  }).list;

async function homePage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, view } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const years = await listYears(tx);
    const ratings = await listOverallRatings(tx);
    const newest = (await findNewestWithPrograms(tx)) ?? years[0]?.year;
    return (
      <HomePage
        view={view}
        state={state}
        years={years.map((year) => ({
          year,
          rating: ratings.find((term) => term.fiscalYear === year.year && term.code === year.overallRating),
        }))}
        newest={
          newest === undefined
            ? undefined
            : { year: newest, terms: await listTerms(tx, newest), counts: await countPrograms(tx, newest) }
        }
        isSecretariat={isSecretariat(who)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function summaryPage(visit: Visit<{ year: string }>, state: FormState): Promise<Response> {
  const { db, who, view, params } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const year = await findYear(tx, Number(params.year));
    return (
      <SummaryPage view={view} state={state} year={year} ratings={await listTerms(tx, year.year, 'rating')} />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
