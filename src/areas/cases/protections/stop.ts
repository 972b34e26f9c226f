import type { PersonWho } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../case-files/store.ts';
import { type Stop, stopFor } from './rules.ts';
import { listOpenings } from './store.ts';

/** Whether a hard stop stands before this person now; `stoppedPage` is the answer when it does. */
export async function isStopped(
  tx: Tx,
  { who, caseFile, what }: { who: PersonWho; caseFile: Pick<CaseFile, 'id' | 'isProtected'>; what: Stop },
  now: Date,
): Promise<boolean> {
  if (!caseFile.isProtected) return false;
  const openings = await listOpenings(tx, caseFile.id);
  return stopFor(caseFile, what, { openings, personId: who.personId, now }) === 'stop';
}
