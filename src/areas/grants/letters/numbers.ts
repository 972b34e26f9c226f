import type { Tx } from '#platform/database/database.ts';
import { fiscalYearOf } from '#platform/dates.ts';
import { documentNumber, plainSymbol } from './rules.ts';
import { findLetterOffice, insertDocuments, takeSerials } from './store.ts';
import type { LetterKind } from './kinds/rules.ts';

export interface NumberedDocument {
  readonly documentId: string;
  readonly applicationId: string;
  readonly number: string;
}

/**
 * 文書番号: the next numbers of the office in the fiscal year of the day, one for each application in the order given, written
 * into the register. Taken after the budget's lock, never before: two who decide then wait for one another in one order.
 */
export async function numberDocuments(
  tx: Tx,
  {
    bureauId,
    issuedOn,
    documents,
  }: {
    bureauId: string;
    issuedOn: string;
    documents: readonly { readonly applicationId: string; readonly kind: LetterKind }[];
  },
  now: Date,
): Promise<readonly NumberedDocument[]> {
  if (documents.length === 0) return [];
  const fiscalYear = fiscalYearOf(issuedOn);
  const first = await takeSerials(tx, { bureauId, fiscalYear, count: documents.length });
  const symbol = (await findLetterOffice(tx, bureauId))?.symbol ?? plainSymbol;
  const personId = tx.who.kind === 'person' ? tx.who.personId : null;
  const rows = documents.map(({ applicationId, kind }, index) => {
    const serial = first + index;
    const number = documentNumber({ symbol, fiscalYear, serial });
    const id = crypto.randomUUID();
    return { id, bureauId, fiscalYear, serial, number, kind, applicationId, issuedOn, personId, at: now };
  });
  await insertDocuments(tx, rows);
  return rows.map(({ id, applicationId, number }) => ({ documentId: id, applicationId, number }));
}
