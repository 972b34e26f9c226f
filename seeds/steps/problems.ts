import { listPrograms } from '#areas/programs/programs/store.ts';
import {
  considerProblem,
  joinProblem,
  makeProgramOf,
  raiseProblem,
  remark,
  setAside,
} from '#areas/programs/problems/actions.ts';
import { listProblems } from '#areas/programs/problems/store.ts';
import { addDays } from '#platform/dates.ts';
import { type Cast, granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import type { Problem, World } from '../world.ts';
import type { Stage } from './programs.ts';

/** Each bureau speaks for itself, a day after the other. */
export function problems({ plan }: World): readonly Step[] {
  const named = plan.problems.flatMap((problem, at): Omit<Step, 'at'>[] => [
    {
      name: `problem-${at}-raised`,
      as: (cast) => cast.reporterAt(problem.raisedBy),
      run: (stage) => raise(stage, problem),
    },
    ...problem.joins.map((joining) => ({
      name: `problem-${at}-joined-${joining.bureau}`,
      as: (cast: Cast) => cast.reporterAt(joining.bureau),
      run: (stage: Stage) => join(stage, problem, joining),
    })),
    ...problem.remarks.map(({ by, words }, remark) => ({
      name: `problem-${at}-remark-${remark}`,
      as: (cast: Cast) => cast.reporterAt(by),
      run: (stage: Stage) => say(stage, problem, words),
    })),
    { name: `problem-${at}-decided`, as: (cast) => cast.secretariat, run: (stage) => decide(stage, problem) },
  ]);
  return named.map((step, day) => ({ ...step, at: noon(addDays(plan.publishedOn, day + 7)) }));
}

async function raise({ tx, who, cast, world, now }: Stage, problem: Problem): Promise<void> {
  const { title, detail, domains, raisedBy } = problem;
  const organisationId = cast.organisation(raisedBy);
  const raised = { year: world.plan.year, title, detail, domains, organisationId };
  granted(await raiseProblem(tx, who, raised, now), title);
}

async function join(
  stage: Stage,
  problem: Problem,
  { bureau, words }: Problem['joins'][number],
): Promise<void> {
  const { tx, who, cast, now } = stage;
  const problemId = await idOf(stage, problem);
  const joined = { problemId, organisationId: cast.organisation(bureau), words };
  granted(await joinProblem(tx, who, joined, now), problem.title);
}

async function say(stage: Stage, problem: Problem, words: string): Promise<void> {
  const { tx, who, now } = stage;
  granted(await remark(tx, who, { problemId: await idOf(stage, problem), words }, now), problem.title);
}

/** The secretariat takes it up, makes it a program, or sets it aside. */
async function decide(stage: Stage, problem: Problem): Promise<void> {
  const { tx, who, world, now } = stage;
  const { title, outcome, outcomeWords: words } = problem;
  const problemId = await idOf(stage, problem);
  if (outcome === 'set-aside') granted(await setAside(tx, who, { problemId, reason: words }, now), title);
  if (outcome === 'considered' || outcome === 'program')
    granted(await considerProblem(tx, who, { problemId, words }, now), title);
  if (outcome === 'program') {
    const program = (await listPrograms(tx, world.plan.year)).find((each) => each.slug === problem.program);
    if (!program) throw new Error(`no program ${problem.program} for the problem`);
    granted(await makeProgramOf(tx, who, { problemId, programId: program.id }, now), title);
  }
}

async function idOf({ tx }: Stage, { title }: Problem): Promise<string> {
  const found = (await listProblems(tx)).find((each) => each.title === title);
  if (!found) throw new Error(`nobody raised the problem ${title}`);
  return found.id;
}
