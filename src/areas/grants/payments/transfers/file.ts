import { createHash } from 'node:crypto';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { openAccount } from '../accounts/open.ts';
import { lineOf } from '../accounts/rules.ts';
import type { KeyedPayment } from '../store.ts';
import { listPaymentsOf } from '../store.ts';
import { bytesOf, type HeaderGroup, recordsOf } from '../transfer-file/rules.ts';
import { codeOfLine } from './rules.ts';
import type { Transfer } from './store.ts';

interface File {
  readonly number: string;
  readonly payOn: string;
  readonly groups: readonly HeaderGroup[];
  readonly lineBreaks: boolean;
}

type Line = Pick<KeyedPayment, 'id' | 'yen' | 'applicantId' | 'sealedAccount' | 'sealedKey'>;

/** The bytes of a file, from its record and its payments in their order: the same ones whenever they are made. */
export function fileOf(
  vault: Vault,
  { number, payOn, groups, lineBreaks }: File,
  payments: readonly Line[],
): { bytes: Uint8Array; sha256: string } {
  const lines = payments.map((payment, at) => {
    // Its account was erased since: the file cannot be made again.
    if (payment.sealedAccount === null) throw new NotFound('account of a payment');
    const account = openAccount(vault, payment);
    if (!account) throw new Error(`payment ${payment.id} has no account`);
    return lineOf(account, { yen: payment.yen, code: codeOfLine(number, at + 1) }).line;
  });
  const bytes = bytesOf(recordsOf({ payOn, groups, lines }), { lineBreaks });
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The file of a released transfer. Throws when its rows no longer make the bytes that were released. */
export async function readFileOf(tx: Tx, vault: Vault, transfer: Transfer): Promise<Uint8Array> {
  const payments = await listPaymentsOf(tx, { transferId: transfer.id });
  const { bytes, sha256 } = fileOf(vault, transfer, payments);
  if (sha256 !== transfer.sha256) throw new Error(`transfer ${transfer.id} is not what was released`);
  return bytes;
}
