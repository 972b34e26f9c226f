import type { Who } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { type Result, refuse } from '#platform/result.ts';
import { makeCall } from '../actions.ts';
import type { CallRefusal } from '../rules.ts';
import { findCall, findPublishedTerms, listSlugs } from '../store.ts';
import { nextYearSlug, nextYearTerms } from './rules.ts';

/** A draft for the year after, which knows the call that it follows: what a group answered then is filled in. */
export async function copyCall(
  db: Db,
  who: Who,
  { callId }: { callId: string },
  now = new Date(),
): Promise<Result<{ callId: string; slug: string }, CallRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const call = await findCall(tx, callId);
    if (call.state === 'draft') return refuse('not-published');
    const { terms } = await findPublishedTerms(tx, callId);
    const fiscalYear = call.fiscalYear + 1;
    const taken = new Set(await listSlugs(tx));
    const next = {
      slug: nextYearSlug(call.slug, fiscalYear, (slug) => taken.has(slug)),
      fiscalYear,
      bureauId: call.bureauId,
      budgetLine: call.budgetLine,
      shape: call.shape as 'subsidy',
      audience: call.audience as 'groups',
      illustrative: call.illustrative,
      previousId: callId,
      terms: nextYearTerms(terms),
    };
    return makeCall(tx, who, next, now);
  });
}
