import type { Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { organisationsOf } from '../access.ts';
import type { CaseFile } from '../case-files/store.ts';
import { type KnownPerson, personKey, readPersons } from '../persons/actions.ts';
import { findPerson, listCasesOfPersons } from '../persons/store.ts';
import { type Proposal, proposalsOf } from './rules.ts';
import { listJoinedInto, listJoins, listMatches, type PersonJoin } from './store.ts';

export interface ProposedPerson extends Proposal {
  readonly known: KnownPerson | undefined;
  /** Newest first; never empty. */
  readonly cases: readonly CaseFile[];
}

/** Who may be the person of a case, as far as the reader may see: a protected person is proposed to nobody, and nobody for them. */
export async function readProposals(
  tx: Tx,
  { who, vault, caseFile }: { who: Who; vault: Vault; caseFile: CaseFile },
): Promise<readonly ProposedPerson[]> {
  const { personId, municipality, isProtected } = caseFile;
  if (!personId || isProtected) return [];
  const personIds = [personId, ...(await listJoinedInto(tx, personId))];
  const matches = await listMatches(tx, { personIds, organisationIds: organisationsOf(who) });
  if (matches.length === 0) return [];
  const others = [...new Set(matches.map((match) => match.personId))];
  const cases = Map.groupBy(await listCasesOfPersons(tx, others), (each) => each.personId);
  const shown = (id: string) => {
    const own = cases.get(id) ?? [];
    return own.length > 0 && own.every((each) => !each.isProtected) ? own : undefined;
  };
  const proposals = proposalsOf({
    matches: matches.filter((match) => shown(match.personId)),
    municipality,
    municipalityOf: (id) => cases.get(id)?.[0]?.municipality ?? null,
    decided: (await listJoins(tx, personId)).flatMap(({ join }) => [join.keptId, join.otherId]),
  });
  const known = await readPersons(
    tx,
    vault,
    proposals.map((proposal) => proposal.personId),
  );
  return proposals.map((proposal) => ({
    ...proposal,
    known: known.get(proposal.personId),
    cases: shown(proposal.personId) ?? [],
  }));
}

export interface DecidedJoin extends PersonJoin {
  readonly byName: string | null;
  readonly reason: string;
}

/** What was decided about a person and still holds, with its reason. */
export async function readJoins(tx: Tx, vault: Vault, personId: string): Promise<readonly DecidedJoin[]> {
  const decided = [];
  for (const { join, byName } of await listJoins(tx, personId)) {
    const kept = await findPerson(tx, join.keptId);
    const owner = `join:${join.id}`;
    const { sealedReason } = join;
    const isRead = kept.sealedKey && sealedReason;
    const reason = isRead ? unseal(personKey(vault, kept), { sealed: sealedReason, owner }) : '';
    decided.push({ ...join, byName, reason });
  }
  return decided;
}
