import { ok, type Result, refuse } from '#platform/result.ts';

export const statuses = ['raised', 'considered', 'program', 'set-aside'] as const;
export type Status = (typeof statuses)[number];

/** What can be done with a problem: from which states, and where it leads. A remark and a joining bureau change no state. */
export const steps = {
  join: { from: ['raised', 'considered'], to: null },
  remark: { from: ['raised', 'considered', 'program', 'set-aside'], to: null },
  consider: { from: ['raised', 'set-aside'], to: 'considered' },
  makeProgram: { from: ['considered'], to: 'program' },
  setAside: { from: ['raised', 'considered'], to: 'set-aside' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status | null }>;
export type Step = keyof typeof steps;

export function isOpenTo(step: Step, status: string): boolean {
  return (steps[step].from as readonly string[]).includes(status);
}

/** The steps that are possible now, in the order in which a problem goes. */
export function stepsFrom(status: string): readonly Step[] {
  return (Object.keys(steps) as Step[]).filter((step) => isOpenTo(step, status));
}

export type ProblemRefusal =
  | 'domain-unknown'
  | 'raised-already'
  | 'step-not-now'
  | 'already-joined'
  | 'reason-missing'
  | 'words-missing'
  | 'program-of-earlier-year';

/** A problem names policy domains of its year. Of one origin there is one at a time, until it is a program or set aside. */
export function decideRaise(facts: {
  domains: readonly string[];
  known: readonly string[];
  /** States of the problems of the same origin. */
  ofOrigin?: readonly string[];
}): Result<'raise', ProblemRefusal> {
  if (facts.ofOrigin?.some((status) => status === 'raised' || status === 'considered'))
    return refuse('raised-already');
  return facts.domains.every((domain) => facts.known.includes(domain))
    ? ok('raise')
    : refuse('domain-unknown');
}

/** A step is taken from the states that allow it; setting aside says why, a remark says something. */
export function decideStep(facts: {
  step: Step;
  status: string;
  words: string;
}): Result<Status | null, ProblemRefusal> {
  if (!isOpenTo(facts.step, facts.status)) return refuse('step-not-now');
  if (facts.step === 'setAside' && !facts.words.trim()) return refuse('reason-missing');
  if (facts.step === 'remark' && !facts.words.trim()) return refuse('words-missing');
  return ok(steps[facts.step].to);
}

/** A bureau joins once; the one that raised the problem is in it already. */
export function decideJoin(facts: {
  organisationId: string;
  raisedBy: string;
  joined: readonly string[];
}): Result<'join', ProblemRefusal> {
  return [facts.raisedBy, ...facts.joined].includes(facts.organisationId)
    ? refuse('already-joined')
    : ok('join');
}

/** A program comes of a problem in the year it was raised or later. */
export function decideProgramYear(facts: {
  problemYear: number;
  programYear: number;
}): Result<'link', ProblemRefusal> {
  return facts.programYear < facts.problemYear ? refuse('program-of-earlier-year') : ok('link');
}
