import type { Ended, MemberEnding } from '../members/endings.ts';
import { move } from './moving.ts';
import { decideStep, openStatuses, type Side } from './rules.ts';
import { lockOpenOf } from './store.ts';

/** A member that ends ends its threads, with words on both sides; what had arrived until then stays counted. */
export const closeMatchesOf: MemberEnding = async (tx, { organisationId, why, at }: Ended) => {
  for (const match of await lockOpenOf(tx, organisationId, openStatuses)) {
    const facts = { status: match.status, asker: match.asker as Side, by: 'product' } as const;
    const decision = decideStep('close', facts);
    if (!decision.ok) continue;
    const fields = { reason: `member-${why}` };
    await move(tx, match, { step: 'close', by: 'product', to: decision.value, personId: null, fields }, at);
  }
};
