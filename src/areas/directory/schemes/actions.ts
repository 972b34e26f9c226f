import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, isKeeper } from '../access.ts';
import { problemOfSchemes, type SchemesRefusal } from './rules.ts';
import type { Scheme } from './scheme.ts';
import { replaceSchemes } from './store.ts';

/** Keeps the list of schemes with all their rules, past ones too: a rule that ended stays in the list with its last day. */
export async function saveSchemes(
  db: Db,
  who: Who,
  schemes: readonly Scheme[],
  now = new Date(),
): Promise<Result<{ count: number }, SchemesRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.editNavigator.name);
  const problem = problemOfSchemes(schemes);
  if (problem) return refuse(problem.refusal, { code: problem.code });
  return inTransaction(db, who, async (tx) => {
    await replaceSchemes(tx, schemes, now);
    await publicPagesChanged(tx);
    await record(
      tx,
      {
        event: 'navigator.edit',
        subject: { kind: 'schemes', id: 'all' },
        facts: { count: schemes.length },
      },
      now,
    );
    return ok({ count: schemes.length });
  });
}
