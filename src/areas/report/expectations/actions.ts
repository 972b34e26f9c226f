import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { readYear } from '#areas/programs/index.ts';
import { can, mustHold } from '../access.ts';
import { listEditionsOf } from '../editions/store.ts';
import { figuresOf } from './figures.ts';
import { decideFreeze, expectationOf, type FreezeRefusal } from './rules.ts';
import { insertExpectations, listExpectationsOfYear } from './store.ts';

/** Keeps what the programs of a year are to bring about, before anybody knows; those that come later are added by another press. Gives how many. */
export async function freezeExpectations(
  db: Db,
  who: Who,
  { year }: { year: number },
  now = new Date(),
): Promise<Result<number, FreezeRefusal>> {
  const person = mustHold(who, can.freezeExpectations);
  return inTransaction(db, who, async (tx) => {
    const { programs } = await readYear(tx, year);
    const frozen = await listExpectationsOfYear(tx, year);
    const editions = await listEditionsOf(tx, { fiscalYear: year, kind: 'results' });
    const decision = decideFreeze({
      programs,
      frozen: new Set(frozen.map(({ programId }) => programId)),
      resultsPublished: editions.some(({ status }) => status === 'published'),
    });
    if (!decision.ok) return decision;
    await insertExpectations(
      tx,
      decision.value.map((program) => {
        const kept = { fiscalYear: year, thread: program.thread, content: expectationOf(program) };
        return {
          ...kept,
          programId: program.id,
          figureIds: figuresOf(kept).map(({ id }) => id),
          frozenAt: now,
          frozenOn: tokyoDay(now),
          frozenBy: person.personId,
        };
      }),
    );
    const programsFrozen = decision.value.length;
    await record(
      tx,
      {
        event: 'expectations.freeze',
        subject: { kind: 'year', id: String(year) },
        facts: { programs: programsFrozen },
      },
      now,
    );
    await publicPagesChanged(tx);
    return ok(programsFrozen);
  });
}
