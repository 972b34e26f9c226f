import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState, type Problem } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import { flatForm, formName, isTicked, pressed, rowButton, textOf } from '#platform/web/typed.ts';
import { saveFlow } from '../navigator/actions.ts';
import { problemsOf } from '../navigator/checks/rules.ts';
import type { Flow } from '../navigator/flow.ts';
import { flowSchema } from '../navigator/schema.ts';
import { readSurroundings } from '../navigator/surroundings.ts';
import { staffDirectoryPaths as paths } from '../paths.ts';
import { type FlowPart, withItem } from './items.ts';
import { FlowItemPage } from './pages/item.tsx';
import { FlowListPage } from './pages/list.tsx';
import { FlowTablePage } from './pages/places.tsx';
import { optionRows, readItem, readTable } from './read.ts';
import { type Outcome, readEditing, readOutcomes } from './surroundings.ts';
import { refusals } from './refusal-words.ts';
import { words } from './words.ts';

type Place = { readonly part: FlowPart; readonly at: number | 'new' };

/** What came of a change: kept, or why not, with where each situation would come out. */
type Outcomes =
  | { readonly saved: true }
  | {
      readonly saved: false;
      readonly problems: readonly Problem[];
      readonly outcomes: readonly Outcome[];
      readonly offersAccept: boolean;
    };

/** Problems told at once; the rest shows once these are mended. */
const mostTold = 10;

export async function listPage(
  visit: Visit,
  part: FlowPart,
  problems: readonly Problem[],
): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const editing = await readEditing(tx, visit.lang);
    const outcomes = await readOutcomes(tx, editing.flow);
    return (
      <FlowListPage view={visit.view} problems={problems} part={part} {...editing} outcomes={outcomes} />
    );
  });
  return visit.page(page, problems.length > 0 ? 422 : 200);
}

export async function itemPage(
  visit: Visit,
  { part, at }: Place,
  state: FormState = emptyForm,
  refused: { outcomes: readonly Outcome[]; offersAccept: boolean } = { outcomes: [], offersAccept: false },
): Promise<Response> {
  const editing = await inTransaction(visit.db, visit.who, (tx) => readEditing(tx, visit.lang));
  const item = at === 'new' ? undefined : editing.flow[part][at];
  if (at !== 'new' && !item) throw new NotFound('item');
  const page = <FlowItemPage view={visit.view} {...editing} {...{ state, part, at, item }} {...refused} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

export async function saveItem(visit: Visit, place: Place): Promise<Response> {
  const form = await visit.form(flatForm);
  if (!form.ok) return itemPage(visit, place, form.state);
  const { typed } = form;
  const button = rowButton(typed);
  if (button) return itemPage(visit, place, { values: pressed(typed, button), problems: [] });
  const { part, at } = place;
  const { flow } = await inTransaction(visit.db, visit.who, (tx) => readEditing(tx, visit.lang));
  const base = at === 'new' ? undefined : flow[part][at];
  if (at !== 'new' && !base) throw new NotFound('item');
  const changed = withItem(flow, { part, at, item: readItem(part, typed, base) });
  const index = changed[part].findIndex((item, i) => item !== flow[part][i]);
  const formField = (path: string) =>
    formName(path.replace(`${part}.${index}.`, ''), { options: optionRows(typed) });
  const done = await save(visit, { flow: changed, typed, formField });
  if (done.saved) return visit.go(paths.navigatorPart.to({ part }), words[visit.lang].saved);
  return itemPage(visit, place, { values: typed, problems: done.problems }, done);
}

type TableVisit = Visit<{ name: string }>;

export async function tablePage(
  visit: TableVisit,
  state: FormState = emptyForm,
  refused: { outcomes: readonly Outcome[]; offersAccept: boolean } = { outcomes: [], offersAccept: false },
): Promise<Response> {
  const { name } = visit.params;
  const editing = await inTransaction(visit.db, visit.who, (tx) => readEditing(tx, visit.lang));
  if (!Object.hasOwn(editing.flow.tables, name)) throw new NotFound('table');
  const page = <FlowTablePage view={visit.view} {...editing} state={state} name={name} {...refused} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

export async function saveTable(visit: TableVisit): Promise<Response> {
  const { name } = visit.params;
  const form = await visit.form(flatForm);
  if (!form.ok) return tablePage(visit, form.state);
  const { typed } = form;
  const { flow, places } = await inTransaction(visit.db, visit.who, (tx) => readEditing(tx, visit.lang));
  if (!Object.hasOwn(flow.tables, name)) throw new NotFound('table');
  const table = readTable(typed, [...places.map(({ code }) => code), 'other']);
  const changed = { ...flow, tables: { ...flow.tables, [name]: table } };
  const formField = (path: string) => path.replace(`tables.${name}.`, 'place.');
  const done = await save(visit, { flow: changed, typed, formField });
  if (done.saved) return visit.go(paths.navigatorTable.to({ name }), words[visit.lang].saved);
  return tablePage(visit, { values: typed, problems: done.problems }, done);
}

async function save(
  visit: Visit,
  { flow, typed, formField }: { flow: Flow; typed: Typed; formField: (path: string) => string },
): Promise<Outcomes> {
  const refused = { saved: false, outcomes: [], offersAccept: false } as const;
  const wrong = shapeProblems(visit, flow, formField);
  if (wrong.length > 0) return { ...refused, problems: wrong };
  const revision = Number(textOf(typed, 'revision'));
  const input = { flow, revision, acceptOutcomes: isTicked(typed, 'accept') };
  const saved = await saveFlow(visit.db, visit.who, input, visit.now);
  if (saved.ok) return { saved: true };
  const first = { field: '', message: sayRefusal(refusals, visit.lang, saved) };
  if (saved.refusal === 'changed-meanwhile') return { ...refused, problems: [first] };
  return inTransaction(visit.db, visit.who, async (tx) => {
    const found = problemsOf(flow, await readSurroundings(tx, flow));
    const told = found.map((problem) => ({ field: '', message: sayRefusal(refusals, visit.lang, problem) }));
    const rest = told.length - mostTold;
    return {
      saved: false,
      problems: [
        ...(told.length > 0 ? told.slice(0, mostTold) : [first]),
        ...(rest > 0 ? [{ field: '', message: words[visit.lang].more(rest) }] : []),
      ],
      outcomes: await readOutcomes(tx, flow),
      offersAccept: found.every(({ refusal }) => refusal === 'situation-elsewhere'),
    };
  });
}

/** What is shaped otherwise than a flow can be, at its field of the form. */
function shapeProblems(visit: Visit, flow: Flow, formField: (path: string) => string): readonly Problem[] {
  const t = words[visit.lang];
  const read = flowSchema.safeParse(flow);
  if (read.success) return [];
  return read.error.issues.map((issue) => {
    const field = formField(issue.path.join('.'));
    const message =
      issue.code === 'too_small' ? t.required : issue.code === 'too_big' ? t.wrong : t.codeWrong;
    return { field, message };
  });
}
