import { z } from 'zod';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { can } from '../access.ts';
import { takeStep } from '../case-files/actions.ts';
import { refusals as stepRefusals } from '../case-files/refusals.ts';
import { words as caseWords } from '../case-files/words.ts';
import { answerPaths, casePaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { saveAnswers } from './actions.ts';
import { type AnswerVisit, openForm, type OpenedForm } from './ask.ts';
import { ComparePage } from './pages/compare.tsx';
import { AnswerFormPage } from './pages/form.tsx';
import { readPosted, typedAgain } from './posted.ts';
import { type Difference, missingOf, said } from './rules.ts';
import { answerText } from './shown.ts';
import { refusals, words } from './words.ts';

export const answerRoutes = new Routes()
  .get(answerPaths.form, can.readCases, async (visit) => formPage(visit, await openForm(visit), emptyForm))
  .post(answerPaths.form, can.writeCase, save).list;

function formPage(visit: AnswerVisit, opened: OpenedForm, state: FormState): Promise<Response> {
  const { person: _, standing: __, ...shown } = opened;
  return visit.page(
    <AnswerFormPage
      view={visit.view}
      state={state}
      {...shown}
      missing={missingOf(shown.form, shown.answers, shown.seen)}
      today={tokyoDay(visit.now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function save(visit: AnswerVisit): Promise<Response> {
  const { db, who, lang, params, tools, now } = visit;
  const form = await visit.form(z.looseObject({}));
  if (!form.ok) return formPage(visit, await openForm(visit), form.state);
  const { typed } = form;
  const opened = await openForm(visit);
  const { mine, base, ask, problems } = readPosted(lang, [...opened.asked.values()].flat(), typed);
  if (problems.length > 0) return formPage(visit, opened, { values: typed, problems });
  const input = { vault: tools.vault, caseId: params.caseId, form: opened.form.code, mine, base, ask };
  const saved = await saveAnswers(db, who, input, now);
  if (!saved.ok)
    return formPage(visit, opened, refusedForm({ words: refusals, lang, refused: saved, typed }));
  if (saved.value.differences.length > 0)
    return comparePage(visit, opened, { typed, ask, differences: saved.value.differences });
  if (typed['do'] === 'step') return step(visit, typed);
  return visit.go(answerPaths.form.to(params), words[lang].saved);
}

/** The answers are saved; now the step itself is taken, or it is said what is missing. */
async function step(visit: AnswerVisit, typed: Typed): Promise<Response> {
  const { db, who, lang, params, now } = visit;
  const { caseId } = params;
  const name = params.form === 'intake' ? 'screened' : 'assessed';
  const again = async (field: string, message: string) => {
    const problems = [{ field, message: `${message}（${words[lang].keptAnswers}）` }];
    return formPage(visit, await openForm(visit), { values: typed, problems });
  };
  const on = readDay(said(typed['on']));
  if (!on.ok) return again('on', caseWords[lang].dayWrong);
  const screening = said(typed['screening']);
  const taken = await takeStep(db, who, { caseId, step: name, on: on.value, screening }, now);
  if (taken.ok) return visit.go(casePaths.case.to({ caseId }), caseWords[lang].taken);
  const at = { 'screening-unknown': 'screening', 'day-order': 'on' } as Record<string, string>;
  return again(at[taken.refusal] ?? '', sayRefusal(stepRefusals, lang, taken));
}

/** Nothing was saved: both versions of each field that two people changed. */
async function comparePage(
  visit: AnswerVisit,
  { caseFile, set, form, asked, last }: OpenedForm,
  { typed, ask, differences }: { typed: Typed; ask: readonly string[]; differences: readonly Difference[] },
): Promise<Response> {
  const { view, lang, params } = visit;
  const t = words[lang];
  const theirs = new Map(differences.map((each) => [each.field, each.theirs]));
  const compared = [...asked.values()].flat().flatMap(({ field }) => {
    const found = differences.find((each) => each.field === field.code);
    const text = (answer: string) => answerText(lang, set, field, answer);
    return found ? [{ field, mine: text(found.mine), theirs: text(found.theirs) }] : [];
  });
  const problems = ask.map((field) => ({ field: `keep.${field}`, message: t.choose }));
  return visit.page(
    <ComparePage
      view={view}
      state={{ values: {}, problems }}
      caseFile={caseFile}
      action={view.href(answerPaths.form.to(params))}
      title={form.name[lang]}
      by={last?.by ?? t.someone}
      compared={compared}
      kept={typedAgain(typed, theirs)}
    />,
    422,
  );
}
