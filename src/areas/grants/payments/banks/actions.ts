import { hasRole, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { decodeText, readCsv } from '#areas/directory/index.ts';
import { accountant, can } from '../../access.ts';
import { readRegister, type RegisterRefusal } from './rules.ts';
import { insertRegister, replaceBranches } from './store.ts';

/** Takes over a list of banks and branches that somebody brought as a file: whole, in the place of the one before. */
export async function takeRegister(
  db: Db,
  who: Who,
  { bytes, asOf }: { bytes: Uint8Array; asOf: string },
  now = new Date(),
): Promise<Result<{ branches: number }, RegisterRefusal>> {
  if (who.kind === 'person' && !hasRole(who, accountant)) throw new Forbidden(can.takeRegister.name);
  if (asOf > tokyoDay(now)) return refuse('as-of-later');
  const text = decodeText(bytes);
  const rows = text.ok ? readCsv(text.value.text, text.value.delimiter) : text;
  if (!rows.ok) return refuse('file-unreadable');
  const read = readRegister(rows.value.map(({ cells }) => cells));
  if (!read.ok) return read;
  const branches = read.value.length;
  const banks = new Set(read.value.map(({ bank }) => bank)).size;
  return inTransaction(db, who, async (tx) => {
    await replaceBranches(tx, read.value);
    const personId = who.kind === 'person' ? who.personId : null;
    await insertRegister(tx, { asOf, branches, banks, personId, at: now });
    const subject = { kind: 'grant-bank-register', id: asOf };
    await record(tx, { event: 'grant-bank.take', subject, facts: { branches, banks } }, now);
    return ok({ branches });
  });
}
