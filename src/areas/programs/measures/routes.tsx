import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { programPaths } from '../paths.ts';
import { writersPage } from '../programs/gather.ts';
import { moved } from '../terms/rules.ts';
import { listTerms } from '../terms/store.ts';
import { addMeasure, changeMeasure, orderMeasures, removeMeasure, saveValues } from './actions.ts';
import { MeasurePage } from './pages/measure.tsx';
import { ValuesPage, valueName } from './pages/values.tsx';
import {
  countings,
  kinds,
  type MeasureRefusal,
  periodsOf,
  type RemoveMeasureRefusal,
  rhythms,
  type ValueRefusal,
} from './rules.ts';
import { findMeasure, listMeasures, type MeasureWithValues } from './store.ts';
import { refusals, words } from './words.ts';

const measureForm = z.object({
  labelJa: field.text(200),
  labelEn: field.optionalText(200),
  kind: field.choice(kinds),
  counting: z
    .enum(['', ...countings])
    .default('')
    .transform((counting) => counting || null),
  unit: field.text(40),
  rhythm: field.choice(rhythms),
  target: field.numberOrNull(),
  previousValue: field.numberOrNull(),
  definition: field.optionalText(2000),
  sourceNote: field.optionalText(1000),
});
const moveForm = z.object({ by: field.choice(['-1', '1']) });

type ProgramVisit = Visit<{ programId: string }>;
type MeasureVisit = Visit<{ programId: string; measureId: string }>;
type Refusal = MeasureRefusal | RemoveMeasureRefusal | ValueRefusal;
type Refused = RefusedWith<Refusal>;

export const measureRoutes = new Routes()
  .get(programPaths.newMeasure, can.writeProgram, (visit) => measurePage(visit, undefined, emptyForm))
  .post(programPaths.newMeasure, can.writeProgram, async (visit) => {
    const { programId } = visit.params;
    const form = await visit.form(measureForm);
    if (!form.ok) return measurePage(visit, undefined, form.state);
    const added = await addMeasure(visit.db, visit.who, { programId, ...form.values }, visit.now);
    if (added.ok) return back(visit, words[visit.lang].added(form.values.labelJa));
    return measurePage(visit, undefined, refused(visit, added, form.typed));
  })
  .get(programPaths.measure, can.writeProgram, (visit) =>
    measurePage(visit, visit.params.measureId, emptyForm),
  )
  .post(programPaths.measure, can.writeProgram, async (visit) => {
    const { measureId } = visit.params;
    const form = await visit.form(measureForm);
    if (!form.ok) return measurePage(visit, measureId, form.state);
    const saved = await changeMeasure(visit.db, visit.who, { measureId, ...form.values }, visit.now);
    if (saved.ok) return back(visit, words[visit.lang].saved(form.values.labelJa));
    return measurePage(visit, measureId, refused(visit, saved, form.typed));
  })
  .post(programPaths.removeMeasure, can.writeProgram, async (visit) => {
    const { measureId } = visit.params;
    const removed = await removeMeasure(visit.db, visit.who, { measureId }, visit.now);
    if (removed.ok) return back(visit, words[visit.lang].removed);
    return measurePage(visit, measureId, refused(visit, removed, {}));
  })
  .post(programPaths.moveMeasure, can.writeProgram, moveMeasure)
  .get(programPaths.values, can.writeProgram, (visit) => valuesPage(visit, emptyForm))
  .post(programPaths.values, can.writeProgram, enterValues).list;

function back(visit: ProgramVisit, notice?: string): Response {
  const { programId } = visit.params;
  return visit.go(`${programPaths.program.to({ programId })}`, notice);
}

function refused(visit: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'unit-unknown': 'unit',
    'counting-missing': 'counting',
    'months-reported': 'rhythm',
    'values-not-whole': 'kind',
  };
  return refusedForm<Refusal>({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

async function moveMeasure(visit: MeasureVisit): Promise<Response> {
  const { programId, measureId } = visit.params;
  const form = await visit.form(moveForm);
  if (!form.ok) return measurePage(visit, measureId, form.state);
  const { measures } = await gatherMeasures(visit);
  const order = measures.map((measure) => measure.id);
  const measureIds = moved(order, measureId, form.values.by === '1' ? 1 : -1);
  const ordered = await orderMeasures(visit.db, visit.who, { programId, measureIds }, visit.now);
  return ordered.ok ? back(visit) : measurePage(visit, measureId, refused(visit, ordered, {}));
}

async function measurePage(
  visit: ProgramVisit,
  measureId: string | undefined,
  state: FormState,
): Promise<Response> {
  const facts = await writersPage(visit, async (tx, program) => {
    const measure = measureId ? await findMeasure(tx, measureId) : undefined;
    if (measure && measure.programId !== program.id) throw new NotFound('measure');
    return { measure, units: await listTerms(tx, program.fiscalYear, 'unit') };
  });
  const page = <MeasurePage view={visit.view} state={state} {...facts} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

function gatherMeasures(visit: ProgramVisit) {
  return writersPage(visit, async (tx, program) => ({
    measures: await listMeasures(tx, program.id),
    units: await listTerms(tx, program.fiscalYear, 'unit'),
  }));
}

async function valuesPage(visit: ProgramVisit, state: FormState): Promise<Response> {
  const page = <ValuesPage view={visit.view} state={state} {...(await gatherMeasures(visit))} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

const tooFine = formProblem({ ja: '小数は4桁までにしてください', en: 'Use at most four decimals' });

/** One field per measure and period; whole numbers except for rates. */
function valuesForm(measures: readonly MeasureWithValues[], year: number) {
  const rate = field
    .numberOrNull()
    .refine((value) => value === null || Number(value.toFixed(4)) === value, tooFine);
  const cells = measures.flatMap((measure) =>
    periodsOf(measure.rhythm, year).map((period) => ({
      measureId: measure.id,
      period,
      name: valueName(measure.id, period),
      schema: measure.kind === 'rate' ? rate : field.wholeOrNull(),
    })),
  );
  return { cells, schema: z.object(Object.fromEntries(cells.map(({ name, schema }) => [name, schema]))) };
}

async function enterValues(visit: ProgramVisit): Promise<Response> {
  const { lang } = visit;
  const { program, measures } = await gatherMeasures(visit);
  const { cells, schema } = valuesForm(measures, program.fiscalYear);
  const form = await visit.form(schema);
  if (!form.ok) return valuesPage(visit, form.state);
  // A field that was not on the page (a measure added meanwhile) is left as it is.
  const values = cells.flatMap(({ measureId, period, name }) =>
    name in form.typed ? [{ measureId, period, value: form.values[name] ?? null }] : [],
  );
  const saved = await saveValues(visit.db, visit.who, { programId: program.id, values }, visit.now);
  if (saved.ok) return back(visit, words[lang].valuesSaved(saved.value.changes.length));
  return valuesPage(visit, refused(visit, saved, form.typed));
}
