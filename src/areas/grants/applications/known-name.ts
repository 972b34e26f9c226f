import { type Database, inTransaction } from '#platform/database/database.ts';
import { type ApplicantFacts, readCorporateNumber } from '../applicants/rules.ts';
import { findByNumber } from '../applicants/store.ts';
import type { PartInput } from './actions.ts';
import { applicantPart, asLink } from './open.ts';

/** The public name of a corporation whose number was typed and whose name was not. Nothing else of it is told. */
export async function findKnownName(db: Database, parts: readonly PartInput[]): Promise<string | undefined> {
  const said = parts.find(({ code }) => code === applicantPart)?.said as ApplicantFacts | undefined;
  if (!said || said.kind !== 'corporation' || said.name !== '') return undefined;
  const number = readCorporateNumber(said.corporateNumber);
  if (!number.ok) return undefined;
  const known = await inTransaction(db, asLink, (tx) => findByNumber(tx, number.value));
  return known?.name ?? undefined;
}
