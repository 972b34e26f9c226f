import type { Tx } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { CaseFile } from '../case-files/store.ts';
import { noteOf } from './actions.ts';
import type { ToldFollowUp } from './pages/panel.tsx';
import { listFollowUpsOfCase } from './store.ts';

/** What was heard since a case has ended, for its page. */
export async function readFollowUps(
  tx: Tx,
  vault: Vault,
  caseFile: CaseFile,
): Promise<readonly ToldFollowUp[]> {
  const found = await listFollowUpsOfCase(tx, caseFile.id);
  return found.map((followUp) => ({ ...followUp, note: noteOf(vault, caseFile, followUp) }));
}
