import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, pressed, rowButton } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { decideStep } from '../case-files/rules.ts';
import type { CaseFile } from '../case-files/store.ts';
import { planPaths } from '../paths.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import { mayDo } from '../relations/rules.ts';
import { type AnyPlanRefusal, savePlan, tickItem } from './actions.ts';
import { decidedIn } from './codes.ts';
import { differences, formOf, type PlanForm, readPlanForm } from './form.ts';
import { movePlan } from './moving.ts';
import { EditPlanPage } from './pages/edit.tsx';
import { PlanPage } from './pages/plan.tsx';
import { missingOf, type OpenPlan, openPlan } from './read.ts';
import { refusals } from './refusals.ts';
import { decideEdit, decisionOf, type PlanMove, planState } from './rules.ts';
import { type CasePlan, findItem, findPersonName, findPlanCase, listPlans } from './store.ts';
import { words } from './words.ts';

type CaseVisit = Visit<{ caseId: string }>;
interface Refused {
  readonly ok: false;
  readonly refusal: AnyPlanRefusal;
  readonly facts?: Readonly<Record<string, string | number>>;
}

const moveForm = z.object({
  on: z.union([field.day(), z.literal('')]).default(''),
  how: z.string().max(20).default(''),
  result: z.string().max(20).default(''),
  why: field.optionalText(2000),
});

export const planRoutes = new Routes()
  .get(planPaths.plan, can.readCases, (visit) => planPage(visit, emptyForm))
  .get(planPaths.edit, can.writeCase, (visit) => editPage(visit, emptyForm))
  .post(planPaths.edit, can.writeCase, save)
  .post(planPaths.move, can.writeCase, async (visit) => {
    const { planId, move } = visit.params;
    const caseId = await inTransaction(visit.db, visit.who, (tx) => findPlanCase(tx, planId));
    const atCase = { ...visit, person: visit.person, params: { caseId } };
    const form = await visit.form(moveForm);
    if (!form.ok) return planPage(atCase, form.state);
    const { on, how, result, why } = form.values;
    const step = {
      vault: visit.tools.vault,
      planId,
      move: move as PlanMove,
      on: on || tokyoDay(visit.now),
      ...(move === 'agree' ? { how } : {}),
      ...(move === 'meet' ? { result } : {}),
      ...(move === 'return' ? { why } : {}),
    };
    const moved = await movePlan(visit.db, visit.who, step, visit.now);
    if (moved.ok) return visit.go(planPaths.plan.to({ caseId }), words[visit.lang].moved[move as PlanMove]);
    return planPage(atCase, refused(visit, moved, form.typed));
  })
  .post(planPaths.tick, can.writeCase, async (visit) => {
    const { itemId } = visit.params;
    const form = await visit.form(z.object({ done: field.checkbox() }));
    const done = form.ok && form.values.done;
    const { caseId } = await inTransaction(visit.db, visit.who, (tx) => findItem(tx, itemId));
    const ticked = await tickItem(visit.db, visit.who, { itemId, done }, visit.now);
    if (ticked.ok) return visit.go(planPaths.plan.to({ caseId }), words[visit.lang].saved);
    return planPage({ ...visit, person: visit.person, params: { caseId } }, refused(visit, ticked, {}));
  }).list;

function refused({ lang }: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'why-missing': 'why',
    'day-order': 'on',
    'code-unknown': '',
    'period-order': 'endsOn',
    'monitor-outside': 'monitorOn',
  } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

interface Shown {
  readonly caseFile: CaseFile;
  readonly plans: readonly CasePlan[];
  readonly opened: OpenPlan | undefined;
  readonly mayWrite: boolean;
  readonly lists: CaseLists;
}

/** The plan of a round (without one, the last), as far as the reader may see it; the look goes on record. */
async function look(tx: Tx, visit: CaseVisit, round: number | undefined): Promise<Shown> {
  const { person: who, tools, now, params } = visit;
  const { vault } = tools;
  const { caseFile, standing } = await lookAtCase(
    tx,
    { who, vault, caseId: params.caseId, what: 'plan' },
    now,
  );
  const plans = mayDo(standing, 'see', 'basic') ? await listPlans(tx, caseFile.id) : [];
  const plan = round === undefined ? plans.at(-1) : plans.find((each) => each.round === round);
  if (round !== undefined && !plan) throw new NotFound('plan');
  const opened = plan && (await openPlan(tx, { vault, caseFile, plan }));
  const mayWrite = mayDo(standing, 'write', 'basic') && !caseFile.closedOn;
  return { caseFile, plans, opened, mayWrite, lists: await listsFor(tx, caseFile) };
}

async function planPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, who, now } = visit;
  const asked = Number(visit.query('round')) || undefined;
  const shown = await inTransaction(visit.db, who, (tx) => look(tx, visit, asked));
  const { caseFile, plans, opened } = shown;
  const last = plans.at(-1);
  const today = tokyoDay(now);
  const ready = decideStep({ step: 'planned', facts: caseFile, on: today, supervisor: false }).ok;
  const isLast = opened?.plan.id === last?.id;
  return visit.page(
    <PlanPage
      view={view}
      state={state}
      caseFile={caseFile}
      opened={opened}
      lists={shown.lists}
      planState={opened ? planState(opened.plan, today) : 'draft'}
      missing={opened ? missingOf(opened) : []}
      rounds={plans}
      decision={decisionOf(
        opened?.items.map(({ program }) => program) ?? [],
        decidedIn(shown.lists.programs),
      )}
      mayWrite={shown.mayWrite && isLast}
      mayBegin={ready && (!last || last.reviewedOn !== null)}
      supervisor={supervises(who, caseFile.organisationId)}
      today={today}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

const emptyPlan: PlanForm = {
  version: 0,
  issues: '',
  longGoal: '',
  goal: '',
  remark: '',
  careful: {},
  startsOn: null,
  endsOn: null,
  monitorOn: null,
  isEmploymentTarget: false,
  rows: [],
};

/** For the next round: what the person wants in the long run, and what is not done yet. */
function nextRound(before: OpenPlan): PlanForm {
  const { longGoal, issues, careful, rows } = formOf(before);
  const open = new Set(before.items.filter(({ doneOn }) => !doneOn).map(({ id }) => id));
  return {
    ...emptyPlan,
    longGoal,
    issues,
    careful,
    rows: rows
      .filter(({ id }) => open.has(id))
      .map((row) => ({ ...row, id: '', startsOn: null, endsOn: null })),
  };
}

async function editPage(visit: CaseVisit, state: FormState, typed?: PlanForm): Promise<Response> {
  const { view } = visit;
  const { opened, caseFile, editor, lists } = await inTransaction(visit.db, visit.who, async (tx) => {
    const shown = await look(tx, visit, undefined);
    return { ...shown, editor: await findPersonName(tx, shown.opened?.plan.updatedBy ?? null) };
  });
  const edit = decideEdit(opened?.plan);
  if (!edit.ok && state.problems.length === 0) return visit.go(planPaths.plan.to(visit.params));
  const starts = edit.ok && edit.value.starts;
  const stored = !opened ? emptyPlan : starts ? nextRound(opened) : formOf(opened);
  const version = starts ? 0 : stored.version;
  const conflict =
    typed && opened && !starts && typed.version !== version
      ? {
          name: editor,
          at: tokyoMinute(opened.plan.updatedAt),
          differences: differences(stored, typed),
        }
      : undefined;
  return visit.page(
    <EditPlanPage
      view={view}
      state={state}
      caseFile={caseFile}
      round={(opened?.plan.round ?? 0) + (starts ? 1 : 0)}
      stored={stored}
      version={conflict ? version : Number(state.values['version'] ?? version)}
      lapses={edit.ok && edit.value.lapses}
      lists={lists}
      conflict={conflict}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function save(visit: CaseVisit): Promise<Response> {
  const t = words[visit.lang];
  const form = await visit.form(flatForm);
  if (!form.ok) return editPage(visit, form.state);
  const button = rowButton(form.values);
  if (button) return editPage(visit, { values: pressed(form.values, button), problems: [] });
  const { form: read, problems } = readPlanForm(form.values, t.dayWrong);
  if (problems.length > 0) return editPage(visit, { values: form.typed, problems });
  const { vault } = visit.tools;
  const saved = await savePlan(visit.db, visit.who, { vault, ...visit.params, ...read }, visit.now);
  if (saved.ok) return visit.go(planPaths.plan.to(visit.params), t.saved);
  return editPage(visit, refused(visit, saved, form.typed), read);
}
