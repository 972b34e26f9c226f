import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { formPaths } from '../paths.ts';
import { beginForms, discardForms, publishForms, saveFields, saveList } from './actions.ts';
import type { FormCode } from './form.ts';
import { FormFieldsPage } from './pages/form.tsx';
import { FormListPage } from './pages/list.tsx';
import { FormYearPage } from './pages/year.tsx';
import { FormYearsPage } from './pages/years.tsx';
import { readFieldLines, readNewField, readOptionLines } from './posted.ts';
import { changesBetween } from './changes.ts';
import { formOf, type FormRefusal } from './rules.ts';
import { type CaseForms, findForms, findFormsOf, listForms } from './store.ts';
import { refusals, words } from './words.ts';

type YearVisit = Visit<{ year: string }>;
type Refused = RefusedWith<FormRefusal>;

export const formRoutes = new Routes()
  .get(formPaths.years, can.editForms, (visit) => yearsPage(visit, emptyForm))
  .get(formPaths.year, can.editForms, (visit) => yearPage(visit, emptyForm))
  .get(formPaths.version, can.editForms, async (visit) => {
    const at = { fiscalYear: Number(visit.params.year), version: Number(visit.params.version) };
    const forms = await inTransaction(visit.db, visit.who, (tx) => findForms(tx, at));
    if (!forms) throw new NotFound('forms');
    return visit.page(<FormYearPage view={visit.view} state={emptyForm} forms={forms} changes={[]} past />);
  })
  .post(formPaths.begin, can.editForms, async (visit) => {
    const begun = await beginForms(visit.db, visit.who, { fiscalYear: Number(visit.params.year) }, visit.now);
    if (!begun.ok) return yearPage(visit, refused(visit, begun, {}));
    return visit.go(formPaths.year.to(visit.params), words[visit.lang].begun);
  })
  .post(formPaths.publish, can.editForms, async (visit) => {
    const published = await publishForms(
      visit.db,
      visit.who,
      { fiscalYear: Number(visit.params.year) },
      visit.now,
    );
    if (!published.ok) return yearPage(visit, refused(visit, published, {}));
    return visit.go(formPaths.year.to(visit.params), words[visit.lang].published);
  })
  .post(formPaths.discard, can.editForms, async (visit) => {
    const gone = await discardForms(
      visit.db,
      visit.who,
      { fiscalYear: Number(visit.params.year) },
      visit.now,
    );
    if (!gone.ok) return yearPage(visit, refused(visit, gone, {}));
    return visit.go(formPaths.years.to({}), words[visit.lang].discarded);
  })
  .get(formPaths.list, can.editForms, (visit) => listPage(visit, emptyForm))
  .post(formPaths.list, can.editForms, async (visit) => {
    const { db, who, params, now, lang } = visit;
    const { typed, editing } = await posted(visit);
    const saved = await saveList(
      db,
      who,
      { ...editing, list: params.list, lines: readOptionLines(typed) },
      now,
    );
    if (saved.ok) return visit.go(formPaths.list.to(params), words[lang].saved);
    return listPage(visit, refused(visit, saved, typed));
  })
  .get(formPaths.form, can.editForms, (visit) => fieldsPage(visit, emptyForm))
  .post(formPaths.form, can.editForms, async (visit) => {
    const { db, who, params, now, lang } = visit;
    const { typed, editing } = await posted(visit);
    const { forms, form } = await formOfYear(visit);
    const lines = readFieldLines(form, typed);
    const added = readNewField(forms.content, typed);
    const input = { ...editing, form: form.code, lines, ...(added ? { added } : {}) };
    const saved = await saveFields(db, who, input, now);
    if (saved.ok) return visit.go(formPaths.form.to(params), words[lang].saved);
    return fieldsPage(visit, refused(visit, saved, typed));
  }).list;

/** Who came second sees what stands now; whose words were refused sees what they typed. */
function refused({ lang }: Pick<Visit, 'lang'>, answer: Refused, typed: Typed): FormState {
  const again = answer.refusal === 'changed-meanwhile' ? {} : typed;
  return refusedForm({ words: refusals, lang, refused: answer, typed: again });
}

async function posted(visit: YearVisit) {
  const form = await visit.form(z.looseObject({ revision: z.coerce.number().int().catch(0) }));
  const fiscalYear = Number(visit.params.year);
  if (!form.ok) return { typed: form.state.values, editing: { fiscalYear, revision: 0 } };
  return { typed: form.typed, editing: { fiscalYear, revision: form.values.revision } };
}

const statusOf = ({ problems }: FormState) => (problems.length > 0 ? 422 : 200);

async function yearsPage(visit: Visit, state: FormState): Promise<Response> {
  const lines = await inTransaction(visit.db, visit.who, listForms);
  const nextYear = Math.max(...lines.map(({ fiscalYear }) => fiscalYear), visit.now.getUTCFullYear() - 1) + 1;
  return visit.page(
    <FormYearsPage view={visit.view} state={state} lines={lines} nextYear={nextYear} />,
    statusOf(state),
  );
}

/** The draft of a year, else what is used in it. */
async function formsOf(visit: YearVisit): Promise<{ forms: CaseForms; used: CaseForms | undefined }> {
  const found = await inTransaction(visit.db, visit.who, (tx) => findFormsOf(tx, Number(visit.params.year)));
  const used = found.find(({ state }) => state === 'published');
  const forms = found.find(({ state }) => state === 'draft') ?? used;
  if (!forms) throw new NotFound('forms');
  return { forms, used };
}

async function yearPage(visit: YearVisit, state: FormState): Promise<Response> {
  const { forms, used } = await formsOf(visit);
  const changes = used && forms.state === 'draft' ? changesBetween(used.content, forms.content) : [];
  return visit.page(
    <FormYearPage view={visit.view} state={state} forms={forms} changes={changes} past={false} />,
    statusOf(state),
  );
}

async function listPage(visit: Visit<{ year: string; list: string }>, state: FormState): Promise<Response> {
  const { forms } = await formsOf(visit);
  const list = forms.content.lists.find(({ code }) => code === visit.params.list);
  if (!list) throw new NotFound('list');
  return visit.page(
    <FormListPage view={visit.view} state={state} forms={forms} list={list} />,
    statusOf(state),
  );
}

async function formOfYear(visit: Visit<{ year: string; form: string }>) {
  const { forms } = await formsOf(visit);
  const form = formOf(forms.content, visit.params.form as FormCode);
  if (!form) throw new NotFound('form');
  return { forms, form };
}

async function fieldsPage(visit: Visit<{ year: string; form: string }>, state: FormState): Promise<Response> {
  const shown = await formOfYear(visit);
  return visit.page(<FormFieldsPage view={visit.view} state={state} {...shown} />, statusOf(state));
}
