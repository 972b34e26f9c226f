import type { Who } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can } from '../../access.ts';
import { moveMoney } from '../../ledger/actions.ts';
import { mustWorkAt, sayCall } from '../actions.ts';
import { type CallRefusal, decideBudgetAnswer, decideBudgetAsk } from '../rules.ts';
import { findCall, insertBudgetChange, lockBudgetChange, updateBudgetChange } from '../store.ts';

const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

/** Asks for more money for a call, or gives some back: `yen` below 0. */
export async function askBudget(
  db: Db,
  who: Who,
  { callId, yen, reason }: { callId: string; yen: number; reason: string },
  now = new Date(),
): Promise<Result<{ changeId: string }, CallRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { bureauId } = await findCall(tx, callId);
    mustWorkAt(who, bureauId, can.askBudget);
    const decision = decideBudgetAsk({ yen, reason });
    if (!decision.ok) return decision;
    const row = { callId, bureauId, yen, reason, askedBy: personOf(who), askedAt: now };
    const changeId = await insertBudgetChange(tx, row);
    await sayCall(tx, { event: 'grant-budget.ask', callId, changeId, yen }, now);
    return ok({ changeId });
  });
}

/** Somebody else says yes, and the money moves, or no. */
export async function answerBudget(
  db: Db,
  who: Who,
  { changeId, answer }: { changeId: string; answer: 'approved' | 'declined' },
  now = new Date(),
): Promise<Result<{ callId: string }, CallRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { callId, bureauId, yen, state, askedBy } = await lockBudgetChange(tx, changeId);
    mustWorkAt(who, bureauId, can.decideBudget);
    const decision = decideBudgetAnswer({ state, askedBy, personId: personOf(who) });
    if (!decision.ok) return decision;
    if (answer === 'approved') {
      const move = { awardId: null, kind: 'budget', yen, sourceId: changeId } as const;
      const moved = await moveMoney(tx, { callId, moves: [move] }, now);
      if (!moved.ok) return refuse('budget-too-small');
    }
    await updateBudgetChange(tx, changeId, { state: answer, decidedBy: personOf(who), decidedAt: now });
    await sayCall(tx, { event: 'grant-budget.decide', callId, changeId, yen, answer }, now);
    return ok({ callId });
  });
}
