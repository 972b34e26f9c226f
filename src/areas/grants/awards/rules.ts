import { ok, type Result } from '#platform/result.ts';
import { type Balance, decideMove, type MoveRefusal } from '../ledger/rules.ts';

/** Whether a call's money can be bound by all of these amounts (yen); the balance after it. */
export function decideBinding(start: Balance, amounts: readonly number[]): Result<Balance, MoveRefusal> {
  let balance = start;
  for (const yen of amounts) {
    const decision = decideMove(balance, { kind: 'decide', yen });
    if (!decision.ok) return decision;
    balance = decision.value;
  }
  return ok(balance);
}
