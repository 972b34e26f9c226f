import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, caseSupervisor, caseWorker, organisationsOf } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { listName } from '../case-files/shown.ts';
import { taskPaths } from '../paths.ts';
import { readPersons } from '../persons/actions.ts';
import { mayDo } from '../relations/rules.ts';
import { addTask, finishTask, moveTask, taskText } from './actions.ts';
import { CaseTasksPage, MyTasksPage, type TaskLine } from './pages/tasks.tsx';
import type { TaskRefusal } from './rules.ts';
import { findTaskCase, listOpenTasks, listTasks } from './store.ts';
import { refusals, words } from './words.ts';

const taskForm = z.object({
  what: field.optionalText(300),
  dueOn: field.day(),
  ownerId: z.uuid(),
});

type CaseVisit = Visit<{ caseId: string }>;
interface Refused {
  readonly ok: false;
  readonly refusal: TaskRefusal;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export const taskRoutes = new Routes()
  .get(taskPaths.mine, can.readCases, myTasks)
  .get(taskPaths.list, can.readCases, (visit) => caseTasks(visit, emptyForm))
  .post(taskPaths.list, can.writeCase, async (visit) => {
    const form = await visit.form(taskForm);
    if (!form.ok) return caseTasks(visit, form.state);
    const input = { vault: visit.tools.vault, ...visit.params, ...form.values };
    const added = await addTask(visit.db, visit.who, input, visit.now);
    if (added.ok) return visit.go(taskPaths.list.to(visit.params), words[visit.lang].added);
    return caseTasks(visit, refused(visit, added, form.typed));
  })
  .post(taskPaths.move, can.writeCase, async (visit) => {
    const { taskId } = visit.params;
    const form = await visit.form(flatForm);
    const typed = form.ok ? form.values : {};
    const atCase = await atCaseOf(visit, taskId);
    const read = z.object({ dueOn: field.day(), ownerId: z.uuid(), version: field.whole() }).safeParse({
      dueOn: textOf(typed, `dueOn-${taskId}`),
      ownerId: textOf(typed, `ownerId-${taskId}`),
      version: textOf(typed, 'version'),
    });
    if (!read.success) return caseTasks(atCase, refused(visit, { ok: false, refusal: 'due-past' }, {}));
    const moved = await moveTask(visit.db, visit.who, { taskId, ...read.data }, visit.now);
    if (moved.ok) return visit.go(taskPaths.list.to(atCase.params), words[visit.lang].moved);
    return caseTasks(atCase, refused(visit, moved, {}));
  })
  .post(taskPaths.done, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ back: z.enum(['mine', 'all', 'case']).default('case') }));
    const back = form.ok ? form.values.back : 'case';
    const finished = await finishTask(visit.db, visit.who, visit.params, visit.now);
    const atCase = await atCaseOf(visit, visit.params.taskId);
    if (!finished.ok) return caseTasks(atCase, refused(visit, finished, {}));
    const url = back === 'case' ? taskPaths.list.to(atCase.params) : taskPaths.mine.to({}, { range: back });
    return visit.go(url, words[visit.lang].finished);
  }).list;

async function atCaseOf(visit: Visit, taskId: string): Promise<CaseVisit> {
  const caseId = await inTransaction(visit.db, visit.who, (tx) => findTaskCase(tx, taskId));
  return { ...visit, person: visit.person, params: { caseId } };
}

function refused({ lang }: Visit, answer: Refused, typed: Typed): FormState {
  const fields = { 'what-missing': 'what', 'due-past': 'dueOn', 'owner-elsewhere': 'ownerId' } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

const mostLines = 200;

async function myTasks(visit: Visit): Promise<Response> {
  const { view, who, person, tools, now, lang } = visit;
  const range = visit.query('range') === 'all' ? 'all' : 'mine';
  const lines = await inTransaction(visit.db, who, async (tx) => {
    const homeIds = organisationsOf(who);
    const owner = range === 'mine' ? { ownerId: person.personId } : {};
    const tasks = await listOpenTasks(tx, { ...owner, homeIds, limit: mostLines });
    const personIds = tasks.flatMap(({ caseFile }) => caseFile.personId ?? []);
    const known = await readPersons(tx, tools.vault, [...new Set(personIds)]);
    return tasks.map(({ caseFile, ...task }): TaskLine => {
      const name = listName(lang, caseFile, known.get(caseFile.personId ?? ''));
      const what = taskText(tools.vault, caseFile, task);
      return { ...task, what, caseFile: { id: caseFile.id, number: caseFile.number, name } };
    });
  });
  return visit.page(<MyTasksPage view={view} range={range} lines={lines} today={tokyoDay(now)} />);
}

async function caseTasks(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx: Tx) => {
    const opened = await lookAtCase(tx, { who, vault, caseId: params.caseId, what: 'tasks' }, now);
    const { caseFile, standing } = opened;
    const tasks = await listTasks(tx, { caseId: caseFile.id, limit: mostLines });
    const roles = [caseWorker.name, caseSupervisor.name];
    const workers = await listHolders(tx, { organisationIds: [caseFile.organisationId], roles });
    return {
      caseFile,
      mayWrite: mayDo(standing, 'write', 'record') && !caseFile.closedOn,
      lines: tasks.map((task): TaskLine => ({ ...task, what: taskText(vault, caseFile, task) })),
      workers: workers.map(({ personId, name }) => ({ value: personId, label: name })),
    };
  });
  return visit.page(
    <CaseTasksPage view={view} state={state} {...shown} self={who.personId} today={tokyoDay(now)} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
