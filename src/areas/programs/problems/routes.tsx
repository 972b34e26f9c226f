import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, isSecretariat, reporter, secretariat } from '../access.ts';
import { problemPaths } from '../paths.ts';
import type { NewProgram } from '../programs/actions.ts';
import { findProgram, listPrograms } from '../programs/store.ts';
import { refusals as programRefusals } from '../programs/words.ts';
import { listTerms } from '../terms/store.ts';
import { nameIn } from '../trail.ts';
import { listYears } from '../years/store.ts';
import { considerProblem, joinProblem, makeProgramOf, raiseProblem, remark, setAside } from './actions.ts';
import { ProblemsPage } from './pages/list.tsx';
import { NewProblemPage } from './pages/new.tsx';
import { ProblemPage } from './pages/problem.tsx';
import { type Status, statuses, type Step, stepsFrom } from './rules.ts';
import { findProblem, listDomains, listJoined, listNotes, listProblems } from './store.ts';
import { refusals, words } from './words.ts';

const raiseForm = z.object({
  year: field.whole(),
  title: field.text(200),
  detail: field.text(4000),
  domains: field.choices(),
  organisationId: z.uuid(),
});
const joinForm = z.object({ organisationId: z.uuid(), joinWords: field.optionalText(2000) });
const remarkForm = z.object({ remarkWords: field.text(2000) });
const considerForm = z.object({ considerWords: field.optionalText(2000) });
const setAsideForm = z.object({ reason: field.text(2000) });
const makeProgramForm = z
  .object({
    programId: z.union([z.uuid(), z.literal('')]).default(''),
    newName: field.optionalText(200),
    newBureau: z.union([z.uuid(), z.literal('')]).default(''),
  })
  .refine(({ programId, newName, newBureau }) => programId || (newName && newBureau), {
    path: ['programId'],
    ...formProblem({ ja: words.ja.chooseProgram, en: words.en.chooseProgram }),
  });

type ProblemVisit = Visit<{ problemId: string }>;

export const problemRoutes = new Routes()
  .get(problemPaths.problems, can.readPrograms, listPage)
  .get(problemPaths.newProblem, can.raiseProblem, (visit) => newPage(visit, emptyForm))
  .post(problemPaths.newProblem, can.raiseProblem, async (visit) => {
    const form = await visit.form(raiseForm);
    if (!form.ok) return newPage(visit, form.state);
    const raised = await raiseProblem(visit.db, visit.who, form.values, visit.now);
    if (raised.ok) return visit.go(problemPaths.problem.to(raised.value), words[visit.lang].raisedNotice);
    return newPage(visit, refused(visit, raised, form.typed));
  })
  .get(problemPaths.problem, can.readPrograms, (visit) => problemPage(visit, emptyForm))
  .post(problemPaths.join, can.raiseProblem, (visit) =>
    take(visit, 'join', joinForm, ({ organisationId, joinWords }) =>
      joinProblem(visit.db, visit.who, { ...visit.params, organisationId, words: joinWords }, visit.now),
    ),
  )
  .post(problemPaths.remark, can.raiseProblem, (visit) =>
    take(visit, 'remark', remarkForm, ({ remarkWords }) =>
      remark(visit.db, visit.who, { ...visit.params, words: remarkWords }, visit.now),
    ),
  )
  .post(problemPaths.consider, can.decideProblem, (visit) =>
    take(visit, 'consider', considerForm, ({ considerWords }) =>
      considerProblem(visit.db, visit.who, { ...visit.params, words: considerWords }, visit.now),
    ),
  )
  .post(problemPaths.makeProgram, can.decideProblem, (visit) =>
    take(visit, 'makeProgram', makeProgramForm, async ({ programId, newName, newBureau }) => {
      const { problemId } = visit.params;
      const { fiscalYear: year } = await inTransaction(visit.db, visit.who, (tx) =>
        findProblem(tx, problemId),
      );
      const newProgram: NewProgram = { year, nameJa: newName, continuity: 'new', organisationId: newBureau };
      const program = programId ? { programId } : { newProgram };
      return makeProgramOf(visit.db, visit.who, { problemId, ...program }, visit.now);
    }),
  )
  .post(problemPaths.setAside, can.decideProblem, (visit) =>
    take(visit, 'setAside', setAsideForm, ({ reason }) =>
      setAside(visit.db, visit.who, { ...visit.params, reason }, visit.now),
    ),
  ).list;

const allRefusals = {
  ja: { ...programRefusals.ja, ...refusals.ja },
  en: { ...programRefusals.en, ...refusals.en },
};
type Refusal = keyof (typeof allRefusals)['ja'];
type Answer = { ok: true } | ({ ok: false } & RefusedWith<Refusal>);

/** Reads the form of a step, takes the step, and shows the problem again with its words when it is refused. */
async function take<Schema extends z.ZodType>(
  visit: ProblemVisit,
  step: Step,
  schema: Schema,
  act: (values: z.output<Schema>) => Promise<Answer>,
): Promise<Response> {
  const form = await visit.form(schema);
  if (!form.ok) return problemPage(visit, form.state, step);
  const answer = await act(form.values);
  if (answer.ok) return visit.go(problemPaths.problem.to(visit.params), words[visit.lang].done[step]);
  return problemPage(visit, refused(visit, answer, form.typed), step);
}

function refused(visit: Visit, answer: RefusedWith<Refusal>, typed: Typed): FormState {
  const fields = {
    'domain-unknown': 'domains',
    'already-joined': 'organisationId',
    'program-of-earlier-year': 'programId',
    'bureau-unknown': 'newBureau',
  };
  return refusedForm<Refusal>({ words: allRefusals, lang: visit.lang, refused: answer, typed, fields });
}

async function listPage(visit: Visit): Promise<Response> {
  const asked = visit.query('status');
  const status = (statuses as readonly string[]).includes(asked) ? (asked as Status) : '';
  const page = await inTransaction(visit.db, visit.who, async (tx) => (
    <ProblemsPage
      view={visit.view}
      problems={await listProblems(tx)}
      status={status}
      nameOf={namer(visit.lang, await listOrganisations(tx))}
      mayRaise={can.raiseProblem.allows(visit.who)}
    />
  ));
  return visit.page(page);
}

async function newPage(visit: Visit, state: FormState): Promise<Response> {
  const { lang } = visit;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const year = (await listYears(tx))[0]?.year;
    const domains = year === undefined ? [] : await listTerms(tx, year, 'domain');
    return (
      <NewProblemPage
        view={visit.view}
        state={state}
        year={year}
        domains={domains.map((term) => ({ value: term.code, label: nameIn(lang, term) }))}
        organisations={await speakers(visit, tx)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function problemPage(visit: ProblemVisit, state: FormState, tried?: Step): Promise<Response> {
  const { lang, who } = visit;
  const { problemId } = visit.params;
  const page = await inTransaction(visit.db, who, async (tx) => {
    const problem = await findProblem(tx, problemId);
    const terms = await listTerms(tx, problem.fiscalYear);
    const domain = (code: string) => terms.find((term) => term.scheme === 'domain' && term.code === code);
    const joined = await listJoined(tx, problemId);
    const taken = [problem.raisedBy, ...joined];
    const joinable = (await speakers(visit, tx)).filter((option) => !taken.includes(option.value));
    const program = problem.programId ? await findProgram(tx, problem.programId) : undefined;
    return (
      <ProblemPage
        view={visit.view}
        state={state}
        tried={tried}
        problem={problem}
        domains={(await listDomains(tx, problemId)).map((code) => {
          const term = domain(code);
          return term ? nameIn(lang, term) : code;
        })}
        joined={joined}
        notes={await listNotes(tx, problemId)}
        steps={stepsOf(visit, problem.status, joinable.length > 0)}
        program={program && { id: program.id, name: nameIn(lang, program) }}
        nameOf={namer(lang, await listOrganisations(tx))}
        joinable={joinable}
        programs={(await listPrograms(tx, problem.fiscalYear)).map((each) => ({
          value: each.id,
          label: nameIn(lang, each),
        }))}
        bureaus={terms.flatMap((term) =>
          term.scheme === 'bureau' && term.organisationId
            ? [{ value: term.organisationId, label: nameIn(lang, term) }]
            : [],
        )}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** The steps of the state that this person may take. */
function stepsOf({ who }: Visit, status: string, mayJoin: boolean): readonly Step[] {
  const mine: Record<Step, boolean> = {
    join: mayJoin,
    remark: can.raiseProblem.allows(who),
    consider: can.decideProblem.allows(who),
    makeProgram: can.decideProblem.allows(who),
    setAside: can.decideProblem.allows(who),
  };
  return stepsFrom(status).filter((step) => mine[step]);
}

/** Organisations for which this person may speak: a reporter's own bureaus; the secretariat's own, and every bureau. */
async function speakers({ who, lang }: Visit, tx: Tx) {
  const own = [...organisationsWith(who, secretariat), ...organisationsWith(who, reporter)];
  const organisations = await listOrganisations(tx, ['prefecture', 'bureau']);
  return organisations
    .filter(({ id, kind }) => own.includes(id) || (isSecretariat(who) && kind === 'bureau'))
    .map((organisation) => ({ value: organisation.id, label: nameIn(lang, organisation) }));
}

function namer(lang: Lang, organisations: readonly Organisation[]) {
  const names = new Map(
    organisations.map(({ id, nameJa, nameEn }) => [id, contentIn(lang, { ja: nameJa, en: nameEn })]),
  );
  return (organisationId: string) => names.get(organisationId) ?? '';
}
