import type { Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { nationalHolidays } from '#areas/directory/index.ts';
import { openAccount } from '../accounts/open.ts';
import { decidePayee, type PayeeAccount, type PayeeRefusal } from '../accounts/rules.ts';
import { listPayers } from '../payers/store.ts';
import { decideStep } from '../rules.ts';
import { type ListedPayment, listPayments } from '../store.ts';
import { type PlannedTransfer, planTransfers } from './rules.ts';

export type ReadyPayment = ListedPayment & { readonly account: PayeeAccount };

export interface Plan {
  readonly transfers: readonly PlannedTransfer<ReadyPayment>[];
  /** Approved, and yet not in a file: why. */
  readonly left: readonly {
    readonly payment: ListedPayment;
    readonly why: PayeeRefusal | 'same-person' | 'no-payer';
  }[];
}

export const holidayOf = (day: string) => nationalHolidays.nameOf(day);
const most = 100_000;

/** Everything that is approved, as the files in which it would go to the banks today by this person's hand. */
export async function planOf(tx: Tx, who: Who, { vault, now }: { vault: Vault; now: Date }): Promise<Plan> {
  const personId = who.kind === 'person' ? who.personId : null;
  const ready: ReadyPayment[] = [];
  const left: Plan['left'][number][] = [];
  for (const payment of await listPayments(tx, { states: ['approved'], limit: most })) {
    const account = openAccount(vault, payment);
    const payee = decidePayee({ ...payment, account, checked: payment.checkedAt !== null });
    const mine = decideStep({ ...payment, step: 'release', personId });
    if (!payee.ok) left.push({ payment, why: payee.refusal });
    else if (!mine.ok) left.push({ payment, why: 'same-person' });
    else if (account) ready.push({ ...payment, account });
  }
  const payers = await listPayers(tx);
  const plan = planTransfers(ready, { payers, today: tokyoDay(now), holidayOf });
  return {
    transfers: plan.transfers,
    left: [...left, ...plan.left.map((payment) => ({ payment, why: 'no-payer' as const }))],
  };
}
