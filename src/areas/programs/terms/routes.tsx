import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, isSecretariat } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { findYear } from '../years/store.ts';
import { addTerm, changeTerm, moveTerm, removeTerm } from './actions.ts';
import { TermPage } from './pages/term.tsx';
import { TermsPage } from './pages/terms.tsx';
import { isScheme, type Scheme, type TermRefusal } from './rules.ts';
import { findTerm, listTerms, type Term } from './store.ts';
import { refusals, words } from './words.ts';

const common = {
  nameJa: field.text(200),
  nameEn: field.optionalText(200),
  organisationId: z.union([z.uuid(), z.literal('')]).optional(),
  mainContent: field.optionalText(300),
  mainContentEn: field.optionalText(300),
};
const levelMissing = formProblem({ ja: '段階を数字で入力してください', en: 'Enter the level as a number' });
const formOf = (scheme: Scheme) =>
  z
    .object({
      ...common,
      code: field.optionalText(40),
      level: field.wholeOrNull({ min: 1, max: 20 }).default(null),
    })
    .refine(({ level }) => scheme !== 'rating' || level !== null, { path: ['level'], ...levelMissing });
type TermForm = z.output<ReturnType<typeof formOf>>;
const moveForm = z.object({ by: field.choice(['-1', '1']) });

type TermVisit = Visit<{ year: string; scheme: string; termId: string }>;

export const termRoutes = new Routes()
  .get(yearPaths.terms, can.readPrograms, (visit) => termsPage(visit, emptyForm))
  .post(yearPaths.terms, can.runYear, async (visit) => {
    const { lang, params } = visit;
    const scheme = schemeOf(params);
    const form = await visit.form(formOf(scheme));
    if (!form.ok) return termsPage(visit, form.state);
    const input = { year: Number(params.year), scheme, ...inputOf(scheme, form.values) };
    const added = await addTerm(visit.db, visit.who, input, visit.now);
    if (added.ok) return visit.go(yearPaths.terms.to(params), words[lang].added(form.values.nameJa));
    return termsPage(visit, refused(visit, added, form.typed));
  })
  .get(yearPaths.term, can.runYear, (visit) => termPage(visit, emptyForm))
  .post(yearPaths.term, can.runYear, async (visit) => {
    const { lang, params } = visit;
    const scheme = schemeOf(params);
    const form = await visit.form(formOf(scheme));
    if (!form.ok) return termPage(visit, form.state);
    const { code: _, ...input } = inputOf(scheme, form.values);
    const changed = await changeTerm(visit.db, visit.who, { termId: params.termId, ...input }, visit.now);
    if (changed.ok) return visit.go(yearPaths.terms.to(params), words[lang].saved(form.values.nameJa));
    return termPage(visit, refused(visit, changed, form.typed));
  })
  .post(yearPaths.removeTerm, can.runYear, async (visit) => {
    const term = await termOf(visit);
    const removed = await removeTerm(visit.db, visit.who, { termId: term.id }, visit.now);
    if (removed.ok) return visit.go(yearPaths.terms.to(visit.params), words[visit.lang].removed(term.nameJa));
    return termPage(visit, refused(visit, removed, {}));
  })
  .post(yearPaths.moveTerm, can.runYear, async (visit) => {
    const form = await visit.form(moveForm);
    if (!form.ok) return termPage(visit, form.state);
    const by = form.values.by === '1' ? 1 : -1;
    await moveTerm(visit.db, visit.who, { termId: visit.params.termId, by }, visit.now);
    return visit.go(yearPaths.terms.to(visit.params));
  }).list;

function schemeOf({ scheme }: { scheme: string }): Scheme {
  if (!isScheme(scheme)) throw new NotFound('scheme');
  return scheme;
}

function inputOf(scheme: Scheme, { mainContent, mainContentEn, level: typed, ...values }: TermForm) {
  const details: Record<string, string | number> = {};
  if (scheme === 'category') Object.assign(details, { mainContent, mainContentEn });
  if (scheme === 'rating' && typed !== null) details['level'] = typed;
  const { code, nameJa, nameEn, organisationId } = values;
  return { code, nameJa, nameEn, organisationId: organisationId || null, details };
}

function refused(visit: Visit, answer: RefusedWith<TermRefusal>, typed: Typed): FormState {
  const fields = {
    'code-form': 'code',
    'code-taken': 'code',
    'bureau-without-organisation': 'organisationId',
    'organisation-taken': 'organisationId',
  };
  return refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function termOf({ db, who, params }: TermVisit): Promise<Term> {
  const term = await inTransaction(db, who, (tx) => findTerm(tx, params.termId));
  if (String(term.fiscalYear) !== params.year || term.scheme !== params.scheme) throw new NotFound('term');
  return term;
}

async function termsPage(
  visit: Visit<{ year: string; scheme: string }>,
  state: FormState,
): Promise<Response> {
  const scheme = schemeOf(visit.params);
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const { year } = await findYear(tx, Number(visit.params.year));
    return (
      <TermsPage
        view={visit.view}
        state={state}
        year={year}
        scheme={scheme}
        terms={await listTerms(tx, year, scheme)}
        organisations={scheme === 'bureau' ? await listOrganisations(tx, ['bureau', 'prefecture']) : []}
        isSecretariat={isSecretariat(visit.who)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function termPage(visit: TermVisit, state: FormState): Promise<Response> {
  const term = await termOf(visit);
  const organisations = await inTransaction(visit.db, visit.who, (tx) =>
    listOrganisations(tx, ['bureau', 'prefecture']),
  );
  const page = <TermPage view={visit.view} state={state} term={term} organisations={organisations} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
