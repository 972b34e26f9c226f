import { hasRole, organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, isSecretariat, mustBeSecretariat, reporter, secretariat } from '../access.ts';
import { addProgram, type NewProgram } from '../programs/actions.ts';
import type { ProgramRefusal } from '../programs/rules.ts';
import { findProgram } from '../programs/store.ts';
import { listTerms } from '../terms/store.ts';
import { findYear } from '../years/store.ts';
import {
  decideJoin,
  decideProgramYear,
  decideRaise,
  decideStep,
  type ProblemRefusal,
  type Step,
} from './rules.ts';
import {
  findProblem,
  insertJoined,
  insertNote,
  insertProblem,
  listJoined,
  lockOrigin,
  type Problem,
  updateProblem,
} from './store.ts';

export interface NewProblem {
  readonly year: number;
  readonly title: string;
  readonly detail: string;
  readonly domains: readonly string[];
  readonly organisationId: string;
  /** What a later area saw it in: of one origin nobody raises a second while the first is open. */
  readonly origin?: string;
}

/** A bureau, or the secretariat, brings a problem before the headquarters. */
export async function raiseProblem(
  db: Db,
  who: Who,
  input: NewProblem,
  now = new Date(),
): Promise<Result<{ problemId: string }, ProblemRefusal>> {
  mustSpeakFor(who, input.organisationId);
  return inTransaction(db, who, async (tx) => {
    await findYear(tx, input.year);
    const known = (await listTerms(tx, input.year, 'domain')).map((term) => term.code);
    const { year: fiscalYear, organisationId: raisedBy, title, detail, domains, origin } = input;
    const ofOrigin = origin === undefined ? [] : await lockOrigin(tx, origin);
    const decision = decideRaise({ domains, known, ofOrigin });
    if (!decision.ok) return decision;
    const problemId = await insertProblem(tx, {
      fiscalYear,
      title,
      detail,
      raisedBy,
      domains,
      origin,
      createdAt: now,
    });
    await note(tx, { problemId, kind: 'raised', organisationId: raisedBy, words: '' }, now);
    await record(
      tx,
      { event: 'problem.raise', subject: { kind: 'problem', id: problemId }, facts: { domains } },
      now,
    );
    return ok({ problemId });
  });
}

export async function joinProblem(
  db: Db,
  who: Who,
  input: { problemId: string; organisationId: string; words?: string },
  now = new Date(),
): Promise<Result<{ problemId: string }, ProblemRefusal>> {
  mustSpeakFor(who, input.organisationId);
  const { problemId, organisationId, words = '' } = input;
  return inTransaction(db, who, async (tx) => {
    const problem = await findProblem(tx, problemId);
    const decision = decideStep({ step: 'join', status: problem.status, words });
    if (!decision.ok) return decision;
    const joined = await listJoined(tx, problemId);
    const join = decideJoin({ organisationId, raisedBy: problem.raisedBy, joined });
    if (!join.ok) return join;
    await insertJoined(tx, { problemId, organisationId, joinedAt: now });
    await note(tx, { problemId, kind: 'joined', organisationId, words }, now);
    await record(
      tx,
      { event: 'problem.join', subject: { kind: 'problem', id: problemId }, facts: { organisationId } },
      now,
    );
    return ok({ problemId });
  });
}

export async function remark(
  db: Db,
  who: Who,
  { problemId, words }: { problemId: string; words: string },
  now = new Date(),
): Promise<Result<{ problemId: string }, ProblemRefusal>> {
  if (!isSecretariat(who) && !hasRole(who, reporter)) throw new Forbidden(can.raiseProblem.name);
  return inTransaction(db, who, async (tx) => {
    const problem = await findProblem(tx, problemId);
    const decision = decideStep({ step: 'remark', status: problem.status, words });
    if (!decision.ok) return decision;
    await note(tx, { problemId, kind: 'remark', organisationId: ownOrganisation(who), words }, now);
    await record(tx, { event: 'problem.remark', subject: { kind: 'problem', id: problemId } }, now);
    return ok({ problemId });
  });
}

/** 施策の検討: the headquarters takes the problem up, also one that was set aside before. */
export async function considerProblem(
  db: Db,
  who: Who,
  { problemId, words = '' }: { problemId: string; words?: string },
  now = new Date(),
): Promise<Result<{ problemId: string }, ProblemRefusal>> {
  return decide(db, who, { problemId, words, step: 'consider', kind: 'considered' }, now);
}

export async function setAside(
  db: Db,
  who: Who,
  { problemId, reason }: { problemId: string; reason: string },
  now = new Date(),
): Promise<Result<{ problemId: string }, ProblemRefusal>> {
  return decide(db, who, { problemId, words: reason, step: 'setAside', kind: 'set-aside' }, now);
}

/** 事業化: links the program that the problem becomes, or makes it. */
export async function makeProgramOf(
  db: Db,
  who: Who,
  input: { problemId: string } & ({ programId: string } | { newProgram: NewProgram }),
  now = new Date(),
): Promise<Result<{ problemId: string; programId: string }, ProblemRefusal | ProgramRefusal>> {
  mustBeSecretariat(who, can.decideProblem);
  const { problemId } = input;
  return inTransaction(db, who, async (tx) => {
    const problem = await findProblem(tx, problemId);
    const decision = decideStep({ step: 'makeProgram', status: problem.status, words: '' });
    if (!decision.ok) return decision;
    const programYear =
      'programId' in input ? (await findProgram(tx, input.programId)).fiscalYear : input.newProgram.year;
    const fits = decideProgramYear({ problemYear: problem.fiscalYear, programYear });
    if (!fits.ok) return fits;
    const made = 'programId' in input ? ok(input) : await addProgram(tx, who, input.newProgram, now);
    if (!made.ok) return made;
    const { programId } = made.value;
    const { nameJa } = await findProgram(tx, programId);
    await move(tx, problem, { status: 'program', programId });
    await note(tx, { problemId, kind: 'program', organisationId: ownOrganisation(who), words: nameJa }, now);
    await record(
      tx,
      { event: 'problem.make-program', subject: { kind: 'problem', id: problemId }, facts: { programId } },
      now,
    );
    return ok({ problemId, programId });
  });
}

async function decide(
  db: Db,
  who: Who,
  { problemId, words, step, kind }: { problemId: string; words: string; step: Step; kind: string },
  now: Date,
): Promise<Result<{ problemId: string }, ProblemRefusal>> {
  mustBeSecretariat(who, can.decideProblem);
  return inTransaction(db, who, async (tx) => {
    const problem = await findProblem(tx, problemId);
    const decision = decideStep({ step, status: problem.status, words });
    if (!decision.ok) return decision;
    const setAsideReason = step === 'setAside' ? words : null;
    await move(tx, problem, { status: decision.value ?? problem.status, setAsideReason });
    await note(tx, { problemId, kind, organisationId: ownOrganisation(who), words }, now);
    await record(tx, { event: `problem.${kind}`, subject: { kind: 'problem', id: problemId } }, now);
    return ok({ problemId });
  });
}

async function move(tx: Tx, problem: Problem, fields: Parameters<typeof updateProblem>[2]): Promise<void> {
  if (!(await updateProblem(tx, problem, fields))) throw new Conflict('problem');
}

async function note(
  tx: Tx,
  given: { problemId: string; kind: string; organisationId: string | null; words: string },
  now: Date,
): Promise<void> {
  const personName = tx.who.kind === 'person' ? tx.who.name : '';
  await insertNote(tx, { ...given, personName, at: now });
}

/** A reporter speaks for their own bureau; the secretariat may write down what any bureau says. */
function mustSpeakFor(who: Who, organisationId: string): void {
  if (!isSecretariat(who) && !organisationsWith(who, reporter).includes(organisationId))
    throw new Forbidden(can.raiseProblem.name);
}

function ownOrganisation(who: Who): string | null {
  return organisationsWith(who, secretariat)[0] ?? organisationsWith(who, reporter)[0] ?? null;
}
