import type { Tx } from '#platform/database/database.ts';
import { unseal } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { openAccount } from '../accounts/open.ts';
import { bankName } from '../kana/rules.ts';
import type { ListedPayment } from '../store.ts';
import { listOpenTransfers, type Transfer } from '../transfers/store.ts';
import { suggestionOf } from './rules.ts';
import { type LineRow, listOpenLines, listReturnable } from './store.ts';

export interface ReadLineOfBank {
  readonly line: LineRow;
  readonly text: string;
  readonly transfers: readonly Transfer[];
  readonly payments: readonly ListedPayment[];
  readonly sure: boolean;
}

/** Lines that nobody has matched, with what fits them. */
export async function readOpenLines(tx: Tx, vault: Vault): Promise<readonly ReadLineOfBank[]> {
  const lines = await listOpenLines(tx);
  const transfers = await listOpenTransfers(tx);
  const amounts = [...new Set(lines.map(({ yen }) => yen).filter((yen) => yen > 0))];
  const payments = await listReturnable(tx, amounts);
  const open = {
    transfers: transfers.map(({ id, payOn, totalYen }) => ({ transferId: id, payOn, totalYen })),
    payments: payments.map((payment) => ({
      paymentId: payment.id,
      payOn: payment.payOn,
      yen: payment.yen,
      name: bankName(openAccount(vault, payment)?.holder ?? '').text,
    })),
  };
  return lines.map((line) => {
    const owner = `grant-statement:${line.statementId}`;
    const key = openDataKey(vault, { sealed: line.sealedKey, owner });
    const text = unseal(key, { sealed: line.sealedText, owner });
    const suggested = suggestionOf({ day: line.day, yen: line.yen, text }, open);
    return {
      line,
      text,
      transfers: transfers.filter(({ id }) => suggested.transferIds.includes(id)),
      payments: payments.filter(({ id }) => suggested.paymentIds.includes(id)),
      sure: suggested.sure,
    };
  });
}
