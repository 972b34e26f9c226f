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
import { granted } from '../cast.ts';
import type { Problem } from '../world.ts';
import type { Stage } from './programs.ts';

export async function raise({ tx, who, cast, world, now }: Stage, problem: Problem): Promise<void> {
  const { title, detail, domains, raisedBy } = problem;
  const organisationId = cast.organisation(raisedBy);
  const raised = { year: world.plan.year, title, detail, domains, organisationId };
  granted(await raiseProblem(tx, who, raised, now), title);
}

export async function join(
  stage: Stage,
  problem: Problem,
  { bureau, words }: Problem['joins'][number],
): Promise<void> {
  const { tx, who, cast, now } = stage;
  const problemId = await idOf(stage, problem);
  const joined = { problemId, organisationId: cast.organisation(bureau), words };
  granted(await joinProblem(tx, who, joined, now), problem.title);
}

export async function say(stage: Stage, problem: Problem, words: string): Promise<void> {
  const { tx, who, now } = stage;
  granted(await remark(tx, who, { problemId: await idOf(stage, problem), words }, now), problem.title);
}

/** The secretariat takes it up, makes it a program, or sets it aside. */
export async function decide(stage: Stage, problem: Problem): Promise<void> {
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
