import { hasRole, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { accountant, can } from '../../access.ts';
import { decidePayer, type Payer, type PayerRefusal } from './rules.ts';
import { replacePayer } from './store.ts';

/** The account from which an office (null: every office without one) pays from now on. */
export async function savePayer(
  db: Db,
  who: Who,
  { bureauId, payer }: { bureauId: string | null; payer: Payer },
  now = new Date(),
): Promise<Result<'saved', PayerRefusal>> {
  if (who.kind === 'person' && !hasRole(who, accountant)) throw new Forbidden(can.editPayer.name);
  const decision = decidePayer(payer);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    const changedBy = who.kind === 'person' ? who.personId : null;
    await replacePayer(tx, { bureauId, ...decision.value, changedBy, changedAt: now });
    const { bankCode, branchCode } = decision.value;
    const subject = { kind: 'organisation', id: bureauId ?? 'every-office' };
    await record(tx, { event: 'grant-payer.edit', subject, facts: { bankCode, branchCode } }, now);
    return ok('saved');
  });
}
