import type { Tx } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findCaseFile } from '../case-files/store.ts';
import { readPersons } from '../persons/actions.ts';

/** Whose page it is, for pages of later areas: desk and number of the case, name and birth of its person; undefined where they are not known. */
export async function readOwnPerson(
  tx: Tx,
  { vault, caseId }: { vault: Vault; caseId: string },
): Promise<{ organisationId: string; number: string; name: string; birth: string } | undefined> {
  const { personId, organisationId, number } = await findCaseFile(tx, caseId);
  const known = personId ? (await readPersons(tx, vault, [personId])).get(personId) : undefined;
  const { name = '', birth = '' } = known?.identity ?? {};
  return name && birth ? { organisationId, number, name, birth } : undefined;
}
