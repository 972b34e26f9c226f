import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, isSecretariat, mayWriteProgram } from '../access.ts';
import { programPaths, yearPaths } from '../paths.ts';
import { listTerms, type Term } from '../terms/store.ts';
import { findYear } from '../years/store.ts';
import { addProgram, changeProgram, type ProgramFields } from './actions.ts';
import { writersPage } from './gather.ts';
import { BasicsPage, BudgetsPage, LogicPage, NewProgramPage } from './pages/forms.tsx';
import { ProgramListPage } from './pages/list.tsx';
import { ProgramPage } from './pages/program.tsx';
import { readProgram } from './read.ts';
import { continuities, isFound, type ProgramRefusal } from './rules.ts';
import { listPartners, listPillars, listProgramLines } from './store.ts';
import { refusals, words } from './words.ts';

const code = field.optionalText(40).transform((text) => text || null);
const basicsForm = z.object({
  nameJa: field.text(200),
  nameEn: field.optionalText(200),
  continuity: field.choice(continuities),
  organisationId: z.uuid().optional(),
  division: field.optionalText(200),
  category: code,
  line: code,
  pillars: field.choices(),
  partners: field.choices(),
  targetPeople: field.optionalText(1000),
  purpose: field.optionalText(4000),
  slug: field.optionalText(80),
  illustrative: field.checkbox(),
});
const newForm = basicsForm.required({ organisationId: true });
const logicForm = z.object({
  inputs: field.optionalText(2000),
  activities: field.optionalText(2000),
  outputs: field.optionalText(2000),
  outcomes: field.optionalText(2000),
});
const budgetsForm = z.object({
  budgetInitial: field.wholeOrNull(),
  budgetRevised: field.wholeOrNull(),
  budgetSettled: field.wholeOrNull(),
});

type YearVisit = Visit<{ year: string }>;
type ProgramVisit = Visit<{ programId: string }>;

export const programRoutes = new Routes()
  .get(yearPaths.year, can.readPrograms, listPage)
  .get(yearPaths.newProgram, can.writeProgram, (visit) => newPage(visit, emptyForm))
  .post(yearPaths.newProgram, can.writeProgram, async (visit) => {
    const form = await visit.form(newForm);
    if (!form.ok) return newPage(visit, form.state);
    const fields = forThisPerson(visit, form.values);
    const given = { ...fields, organisationId: form.values.organisationId, year: Number(visit.params.year) };
    const added = await addProgram(visit.db, visit.who, given, visit.now);
    if (added.ok)
      return visit.go(programPaths.program.to(added.value), words[visit.lang].added(form.values.nameJa));
    return newPage(visit, refused(visit, added, form.typed));
  })
  .get(programPaths.program, can.readPrograms, programPage)
  .get(programPaths.basics, can.writeProgram, (visit) => basicsPage(visit, emptyForm))
  .post(programPaths.basics, can.writeProgram, async (visit) => {
    const form = await visit.form(basicsForm);
    if (!form.ok) return basicsPage(visit, form.state);
    const { organisationId, ...fields } = forThisPerson(visit, form.values);
    return change(
      visit,
      { ...fields, ...(organisationId ? { organisationId } : {}) },
      form.typed,
      basicsPage,
    );
  })
  .get(programPaths.logic, can.writeProgram, (visit) => logicPage(visit, emptyForm))
  .post(programPaths.logic, can.writeProgram, async (visit) => {
    const form = await visit.form(logicForm);
    if (!form.ok) return logicPage(visit, form.state);
    return change(visit, { logic: form.values }, form.typed, logicPage);
  })
  .get(programPaths.budgets, can.writeProgram, (visit) => budgetsPage(visit, emptyForm))
  .post(programPaths.budgets, can.writeProgram, async (visit) => {
    const form = await visit.form(budgetsForm);
    if (!form.ok) return budgetsPage(visit, form.state);
    return change(visit, form.values, form.typed, budgetsPage);
  }).list;

/** What only the secretariat decides is not on a bureau's form, so it is not taken from there. */
function forThisPerson({ who }: Visit, { slug, illustrative, ...fields }: z.output<typeof basicsForm>) {
  return isSecretariat(who) ? { ...fields, slug, illustrative } : fields;
}

async function change(
  visit: ProgramVisit,
  fields: Partial<ProgramFields>,
  typed: Typed,
  again: (visit: ProgramVisit, state: FormState) => Promise<Response>,
): Promise<Response> {
  const changed = await changeProgram(visit.db, visit.who, { ...visit.params, ...fields }, visit.now);
  if (changed.ok) return visit.go(programPaths.program.to(visit.params), words[visit.lang].saved);
  return again(visit, refused(visit, changed, typed));
}

function refused(visit: Visit, answer: RefusedWith<ProgramRefusal>, typed: Typed): FormState {
  const fields = {
    'category-unknown': 'category',
    'line-unknown': 'line',
    'pillar-unknown': 'pillars',
    'bureau-unknown': 'organisationId',
    'partner-is-itself': 'partners',
    'slug-form': 'slug',
    'slug-taken': 'slug',
  };
  return refusedForm<ProgramRefusal>({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function listPage(visit: YearVisit): Promise<Response> {
  const { who, view } = visit;
  const filter = { text: visit.query('q'), category: visit.query('category'), bureau: visit.query('bureau') };
  const page = await inTransaction(visit.db, who, async (tx) => {
    const { year } = await findYear(tx, Number(visit.params.year));
    const terms = await listTerms(tx, year);
    const lines = await listProgramLines(tx, year);
    return (
      <ProgramListPage
        view={view}
        year={year}
        terms={terms}
        filter={filter}
        lines={lines.filter(({ program }) => isFound(program, filter))}
        all={lines.length}
        isSecretariat={isSecretariat(who)}
        mayAdd={bureausFor(visit, terms).length > 0}
      />
    );
  });
  return visit.page(page);
}

/** The year's bureaus for which this person may write. */
function bureausFor({ who }: Visit, terms: readonly Term[]): readonly Term[] {
  return terms.filter(
    ({ scheme, organisationId }) =>
      scheme === 'bureau' && organisationId !== null && mayWriteProgram(who, { organisationId }),
  );
}

async function newPage(visit: YearVisit, state: FormState): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const { year } = await findYear(tx, Number(visit.params.year));
    const terms = await listTerms(tx, year);
    return (
      <NewProgramPage
        view={visit.view}
        state={state}
        year={year}
        terms={terms}
        bureaus={bureausFor(visit, terms)}
        pillars={[]}
        partners={[]}
        isSecretariat={isSecretariat(visit.who)}
      />
    );
  });
  return answer(visit, page, state);
}

async function programPage(visit: ProgramVisit): Promise<Response> {
  const { who, lang, view } = visit;
  const props = await inTransaction(visit.db, who, (tx) => readProgram(tx, visit.params.programId, lang));
  const mayWrite = mayWriteProgram(who, props.program);
  const closed = props.handedIn && !isSecretariat(who);
  return visit.page(
    <ProgramPage view={view} {...props} mayWrite={mayWrite && !closed} closed={mayWrite && closed} />,
  );
}

async function basicsPage(visit: ProgramVisit, state: FormState): Promise<Response> {
  const facts = await writersPage(visit, async (tx: Tx, program) => ({
    terms: await listTerms(tx, program.fiscalYear),
    pillars: await listPillars(tx, program.id),
    partners: await listPartners(tx, program.id),
  }));
  const page = (
    <BasicsPage
      view={visit.view}
      state={state}
      {...facts}
      bureaus={bureausFor(visit, facts.terms)}
      isSecretariat={isSecretariat(visit.who)}
    />
  );
  return answer(visit, page, state);
}

async function logicPage(visit: ProgramVisit, state: FormState): Promise<Response> {
  const { program } = await writersPage(visit, async () => ({}));
  return answer(visit, <LogicPage view={visit.view} state={state} program={program} />, state);
}

async function budgetsPage(visit: ProgramVisit, state: FormState): Promise<Response> {
  const { program } = await writersPage(visit, async () => ({}));
  return answer(visit, <BudgetsPage view={visit.view} state={state} program={program} />, state);
}

function answer(visit: Visit, page: Parameters<Visit['page']>[0], state: FormState): Promise<Response> {
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
