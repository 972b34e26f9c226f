import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, pressed, rowButton, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMeasures } from '#areas/programs/index.ts';
import { can, worksAt } from '../../access.ts';
import { callStaffPaths as paths } from '../../paths.ts';
import { editTerms } from '../actions.ts';
import { sectionsOf } from '../checks/rules.ts';
import { partHref } from '../staff/part-href.ts';
import { refused, type Refused } from '../staff/refused.ts';
import { findCall, findDraft } from '../store.ts';
import type { CallTerms } from '../terms.ts';
import { PartPage } from './pages/part.tsx';
import { QuestionPage, QuestionsPage } from './pages/questions.tsx';
import { withoutQuestion, withQuestion, withQuestionUp } from './questions.ts';
import { type Part, readPart, readQuestion, type ReadTerms } from './read.ts';
import { words } from './words.ts';

type PartVisit = Visit<{ callId: string; part: string }>;
type QuestionVisit = Visit<{ callId: string; at: string }>;

export const editRoutes = new Routes()
  .get(paths.part, can.editCall, (visit) => partPage(visit, emptyForm))
  .post(paths.part, can.editCall, savePart)
  .get(paths.questions, can.editCall, (visit) => questionsPage(visit, emptyForm))
  .get(paths.question, can.editCall, (visit) => questionPage(visit, emptyForm))
  .post(paths.question, can.editCall, saveQuestion)
  .post(paths.questionUp, can.editCall, (visit) => rearrange(visit, withQuestionUp, words[visit.lang].moved))
  .post(paths.questionRemove, can.editCall, (visit) =>
    rearrange(visit, withoutQuestion, words[visit.lang].removed),
  ).list;

/** The draft that this person may write in; while it is with the approver there is none. */
async function readDraft({ db, who, params }: Visit<{ callId: string }>) {
  return inTransaction(db, who, async (tx) => {
    const { bureauId, shape, programId } = await findCall(tx, params.callId);
    if (!worksAt(who, bureauId)) throw new Forbidden(can.editCall.name);
    const draft = await findDraft(tx, params.callId);
    if (!draft || draft.proposedAt) throw new NotFound('draft');
    // A rate is no sum of anything.
    const measures = (programId ? await listMeasures(tx, programId) : []).filter(
      ({ kind }) => kind !== 'rate',
    );
    return { callId: params.callId, shape, revision: draft.revision, terms: draft.terms, measures };
  });
}

const statusOf = ({ problems }: FormState) => (problems.length > 0 ? 422 : 200);

async function partPage(visit: PartVisit, state: FormState): Promise<Response> {
  const part = visit.params.part as Part;
  const draft = await readDraft(visit);
  return visit.page(<PartPage view={visit.view} state={state} part={part} {...draft} />, statusOf(state));
}

async function savePart(visit: PartVisit): Promise<Response> {
  const part = visit.params.part as Part;
  const form = await visit.form(flatForm);
  if (!form.ok) return partPage(visit, form.state);
  const { typed } = form;
  const button = rowButton(typed);
  if (button) return partPage(visit, { values: pressed(typed, button), problems: [] });
  const { terms } = await readDraft(visit);
  const wrong = problemsOf(visit, typed, readPart(part, typed, terms));
  if (wrong) return partPage(visit, wrong);
  const saved = await save(visit, typed, (now) => readPart(part, typed, now).terms);
  if (!saved.ok) return partPage(visit, stateOf(visit, saved, typed));
  const sections = sectionsOf(terms);
  const next = sections[sections.indexOf(part) + 1];
  const { callId } = visit.params;
  const onward = textOf(typed, 'then') === 'next' && next;
  return visit.go(onward ? partHref(callId, next) : paths.call.to({ callId }), words[visit.lang].saved);
}

function problemsOf({ lang }: Visit, typed: Typed, { noNumbers, noDays }: ReadTerms): FormState | undefined {
  const t = words[lang];
  const problems = [
    ...noNumbers.map((field) => ({ field, message: t.notNumber })),
    ...noDays.map((field) => ({ field, message: t.notDay })),
  ];
  return problems.length > 0 ? { values: typed, problems } : undefined;
}

function save(visit: Visit<{ callId: string }>, typed: Typed, change: (terms: CallTerms) => CallTerms) {
  const { callId } = visit.params;
  const revision = z.coerce.number().int().catch(-1).parse(textOf(typed, 'revision'));
  return editTerms(visit.db, visit.who, { callId, revision, change }, visit.now);
}

/** Who came second sees what stands now; whose words were refused sees what they typed. */
function stateOf(visit: Visit, answer: Refused, typed: Typed): FormState {
  return refused(visit, answer, answer.refusal === 'changed-meanwhile' ? {} : typed);
}

async function questionsPage(visit: Visit<{ callId: string }>, state: FormState): Promise<Response> {
  const draft = await readDraft(visit);
  return visit.page(<QuestionsPage view={visit.view} state={state} {...draft} />, statusOf(state));
}

/** The pattern of the path lets only places through. */
function placeOf({ params }: QuestionVisit, { questions }: CallTerms): number | 'new' {
  const at = params.at === 'new' ? params.at : Number(params.at);
  if (at !== 'new' && !questions[at]) throw new NotFound('question');
  return at;
}

async function questionPage(visit: QuestionVisit, state: FormState): Promise<Response> {
  const draft = await readDraft(visit);
  const at = placeOf(visit, draft.terms);
  return visit.page(<QuestionPage view={visit.view} state={state} at={at} {...draft} />, statusOf(state));
}

async function saveQuestion(visit: QuestionVisit): Promise<Response> {
  const form = await visit.form(flatForm);
  if (!form.ok) return questionPage(visit, form.state);
  const { typed } = form;
  const button = rowButton(typed);
  if (button) return questionPage(visit, { values: pressed(typed, button), problems: [] });
  const at = placeOf(visit, (await readDraft(visit)).terms);
  const saved = await save(visit, typed, (terms) => {
    const base = at === 'new' ? undefined : terms.questions[at];
    return withQuestion(terms, at, readQuestion(typed, terms, base));
  });
  if (!saved.ok) return questionPage(visit, stateOf(visit, saved, typed));
  return visit.go(paths.questions.to(visit.params), words[visit.lang].saved);
}

async function rearrange(
  visit: QuestionVisit,
  change: typeof withoutQuestion,
  notice: string,
): Promise<Response> {
  const form = await visit.form(flatForm);
  const typed = form.ok ? form.typed : {};
  const saved = await save(visit, typed, (terms) => change(terms, Number(visit.params.at)));
  if (!saved.ok) return questionsPage(visit, stateOf(visit, saved, typed));
  return visit.go(paths.questions.to(visit.params), notice);
}
