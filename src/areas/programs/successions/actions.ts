import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, mustBeSecretariat } from '../access.ts';
import { slugFor } from '../programs/rules.ts';
import { listPrograms, listSlugs } from '../programs/store.ts';
import { lockYear } from '../terms/store.ts';
import { yearExists } from '../years/store.ts';
import { type CarryRefusal, decideCarryForward, toCarry } from './rules.ts';
import { copyNeededTerms, insertSuccessors, listCarried, type Successor } from './store.ts';

/** Every program that did not end goes on in the next year with its measures, linked to this year's. Again: only what is new. */
export async function carryForward(
  db: Db,
  who: Who,
  { from, to }: { from: number; to: number },
  now = new Date(),
): Promise<Result<{ carried: number }, CarryRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    const decision = decideCarryForward({
      from,
      to,
      fromExists: await yearExists(tx, from),
      toExists: await yearExists(tx, to),
    });
    if (!decision.ok) return decision;
    await lockYear(tx, to);
    const going = toCarry(await listPrograms(tx, from), await listCarried(tx, to));
    const taken = await listSlugs(tx, to);
    const successors = going.map(({ id: predecessorId, slug: before }): Successor => {
      const slug = slugFor({ nameEn: before, id: predecessorId }, taken);
      taken.push(slug);
      return { id: randomUUID(), predecessorId, slug };
    });
    if (successors.length > 0) {
      await insertSuccessors(tx, to, successors);
      await copyNeededTerms(tx, { from, to });
      await record(
        tx,
        {
          event: 'year.carry',
          subject: { kind: 'year', id: String(to) },
          facts: { from, programs: successors.length },
        },
        now,
      );
    }
    return ok({ carried: successors.length });
  });
}
