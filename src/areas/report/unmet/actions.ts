import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { type Result, refuse } from '#platform/result.ts';
import { protectedCount } from '#areas/consultations/index.ts';
import { worryTerms } from '#areas/directory/index.ts';
import {
  listPrograms,
  listYears,
  type ProblemRefusal,
  raiseProblem,
  secretariat,
} from '#areas/programs/index.ts';
import { can } from '../access.ts';
import { factsOf } from './facts.ts';
import { readLacks } from './read.ts';
import { type Cell, countCell, originOf, type Period } from './rules.ts';
import { replaceWorryPrograms } from './store.ts';

export type StartRefusal =
  | 'nothing-unmet'
  | 'no-year'
  | Extract<ProblemRefusal, 'domain-unknown' | 'raised-already'>;

interface Start {
  readonly cell: Cell;
  readonly period: Period;
  readonly title: string;
  readonly detail: string;
  readonly domains: readonly string[];
}

/** A problem of what was not met in a cell: the facts are written by the product, as they are told, and never as typed. */
export async function startProblem(
  db: Database,
  who: Who,
  { cell, period, title, detail, domains }: Start,
  now = new Date(),
): Promise<Result<{ problemId: string }, StartRefusal>> {
  const [organisationId] = organisationsWith(who, secretariat);
  if (!can.startProblem.allows(who) || !organisationId) throw new Forbidden(can.startProblem.name);
  const counts = countCell(await readLacks(db, period, now), cell, protectedCount);
  if (counts.all === 0) return refuse('nothing-unmet');
  return inTransaction(db, who, async (tx) => {
    const [year] = await listYears(tx);
    if (!year) return refuse('no-year');
    const facts = await factsOf(tx, { lang: 'ja', cell, period, counts });
    const raised = await raiseProblem(
      tx,
      who,
      {
        year: year.year,
        title,
        detail: [facts.text, detail].filter(Boolean).join('\n\n'),
        domains,
        organisationId,
        origin: originOf(cell),
      },
      now,
    );
    if (!raised.ok && raised.refusal !== 'domain-unknown' && raised.refusal !== 'raised-already')
      throw new Error(`a problem was refused: ${raised.refusal}`);
    return raised as Result<{ problemId: string }, StartRefusal>;
  });
}

/** Which programs of a year answer a worry: as the secretariat judges it; what was chosen before and is not now, no longer does. */
export async function chooseWorryPrograms(
  db: Db,
  who: Who,
  { worry, year, programIds }: { worry: string; year: number; programIds: readonly string[] },
  now = new Date(),
): Promise<void> {
  if (!can.answerWorry.allows(who) && who.kind !== 'system') throw new Forbidden(can.answerWorry.name);
  if (!worryTerms.some(({ code }) => code === worry)) throw new NotFound('worry');
  await inTransaction(db, who, async (tx) => {
    const among = (await listPrograms(tx, year)).map(({ id }) => id);
    const chosen = among.filter((id) => programIds.includes(id));
    await replaceWorryPrograms(tx, worry, { among, chosen });
    const subject = { kind: 'worry', id: worry };
    await record(tx, { event: 'worry.answer', subject, facts: { year, programIds: chosen } }, now);
  });
}
