import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import type { Result } from '#platform/result.ts';
import { can, supervises } from '../access.ts';
import { type DeadlineRefusal, type Deadlines, decideDeadlines } from './rules.ts';
import { writeDeadlines } from './store.ts';

/** How long the organisation waits, from a day on: referrals sent before keep what held then. */
export async function setDeadlines(
  db: Db,
  who: PersonWho,
  input: { organisationId: string; fromOn: string; deadlines: Deadlines },
  now = new Date(),
): Promise<Result<'set', DeadlineRefusal>> {
  const { organisationId, fromOn, deadlines } = input;
  if (!supervises(who, organisationId)) throw new Forbidden(can.superviseCases.name);
  const decision = decideDeadlines({ deadlines, fromOn, today: tokyoDay(now) });
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await writeDeadlines(tx, {
      organisationId,
      fromOn,
      ...deadlines,
      changedBy: who.personId,
      changedAt: now,
    });
    const subject = { kind: 'organisation', id: organisationId };
    await record(tx, { event: 'referral.set-deadlines', subject, facts: { fromOn, ...deadlines } }, now);
    return decision;
  });
}
