import type { Tx } from '#platform/database/database.ts';
import { countTaken, type Post } from '../store.ts';
import { type Fit, suggest, type Suggestion } from './rules.ts';
import { type Candidate, listCandidates } from './store.ts';

export interface Suggested extends Suggestion {
  readonly post: Candidate['post'];
}

/** So many are weighed, so many shown. */
const weighed = 80;
const shown = 6;

/** Those of the other side that a post might come together with, the best first, each with its reasons. */
export async function readSuggestions(
  tx: Tx,
  post: Post,
  { today, limit = shown }: { today: string; limit?: number },
): Promise<readonly Suggested[]> {
  const taken = await countTaken(tx, { offerId: post.id, month: today.slice(0, 7) });
  const candidates = await listCandidates(tx, post, { today, limit: weighed });
  const byId = new Map(candidates.map((each) => [each.post.id, each.post]));
  return suggest(fitOf({ post, taken }), candidates.map(fitOf), { today, limit }).flatMap((each) => {
    const found = byId.get(each.postId);
    return found ? [{ ...each, post: found }] : [];
  });
}

function fitOf({ post, taken }: Candidate): Fit {
  return {
    postId: post.id,
    organisationId: post.organisationId,
    topics: post.topics,
    municipalities: post.municipalities,
    startsOn: post.startsOn,
    lastOn: post.lastOn,
    quantity: post.quantity === null ? null : post.quantity - post.usedQuantity,
    unit: post.unit,
    free: post.monthlyCap === null ? null : Math.max(0, post.monthlyCap - taken),
  };
}
