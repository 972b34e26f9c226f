import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can, worksAt } from '../../access.ts';
import { askBudget } from '../../calls/budgets/actions.ts';
import { findCall } from '../../calls/store.ts';
import { decideDonation, type DonationRefusal, type DonorKind } from './rules.ts';
import { insertDonation } from './store.ts';

/** Money was given for a call. It stands in the budget when a second person has agreed. */
export async function takeDonation(
  db: Db,
  who: Who,
  gift: { callId: string; kind: DonorKind; donor: string; yen: number; receivedOn: string },
  now = new Date(),
): Promise<Result<{ callId: string }, DonationRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { callId, kind, yen, receivedOn } = gift;
    const { bureauId } = await findCall(tx, callId);
    if (!worksAt(who, bureauId)) throw new Forbidden(can.keepDonation.name);
    const decision = decideDonation({ ...gift, on: receivedOn, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    // A person who gives is not named, whatever was typed.
    const donor = kind === 'person' || kind === 'crowdfunding' ? '' : gift.donor.trim();
    const reason = `寄附の受入（${receivedOn}）`;
    const asked = await askBudget(tx, who, { callId, yen, reason }, now);
    if (!asked.ok) return refuse('yen-not-positive');
    const { changeId } = asked.value;
    const by = { personId: who.kind === 'person' ? who.personId : null, at: now };
    await insertDonation(tx, { callId, bureauId, kind, donor, yen, receivedOn, changeId, ...by });
    const subject = { kind: 'grant-call', id: callId };
    await record(tx, { event: 'benefit.donation', subject, facts: { kind, yen } }, now);
    return ok({ callId });
  });
}
