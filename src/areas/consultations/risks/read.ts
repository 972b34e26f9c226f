import type { Tx } from '#platform/database/database.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import type { Contact } from '../contacts/store.ts';
import { keyOf } from '../messages/keys.ts';
import { noteOwner } from './actions.ts';
import {
  type Assessment,
  type Escalation,
  findOpenEscalation,
  listAssessments,
  listSteps,
  type StepTaken,
} from './store.ts';

/** What stands about danger in one conversation: what was found, and who was called. */
export interface Danger {
  readonly assessments: readonly (Assessment & { readonly by: string; readonly note: string })[];
  readonly call: Escalation | undefined;
  readonly steps: readonly StepTaken[];
  /** Everybody of the desk: who talks, who reports. */
  readonly staff: readonly { readonly personId: string; readonly name: string }[];
}

export async function readDanger(
  tx: Tx,
  { vault, contact }: { vault: Vault; contact: Contact },
): Promise<Danger> {
  const call = await findOpenEscalation(tx, contact.id);
  const rows = await listAssessments(tx, contact.id);
  const key = rows.some(({ sealed }) => sealed) && contact.sealedKey ? keyOf(vault, contact) : undefined;
  const roles = [counsellor.name, deskSupervisor.name];
  return {
    assessments: rows.map((row) => ({
      ...row,
      note: key && row.sealed ? unseal(key, { sealed: row.sealed, owner: noteOwner(row.id) }) : '',
    })),
    call,
    steps: call ? await listSteps(tx, call.id) : [],
    staff: call ? await listHolders(tx, { organisationIds: [contact.deskId], roles }) : [],
  };
}
