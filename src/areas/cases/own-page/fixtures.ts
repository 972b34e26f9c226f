import { system } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import { issueOwnPage } from './actions.ts';

/** The slip of paper on which a person finds their own page. */
export function makeOwnPage(db: Database, caseId: string): Promise<{ number: string; passphrase: string }> {
  return issueOwnPage(db, system('test'), { caseId });
}
