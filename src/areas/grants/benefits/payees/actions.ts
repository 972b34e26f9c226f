import { hasRole, organisationsWith, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, grantOfficer, grantPartner } from '../../access.ts';
import { knowApplicant, knowPersons, renewApplicant } from '../../applicants/actions.ts';
import {
  type Account,
  type ApplicantFacts,
  problemsOfAccount,
  problemsOfApplicant,
  tidyAccount,
  tidyApplicant,
} from '../../applicants/rules.ts';
import { termsOf } from '../../calls/store.ts';
import type { Benefit } from '../store.ts';
import { openTold } from '../told.ts';
import { decidePayee, type PayeeRefusal } from './rules.ts';
import { findPayee, linkPayee } from './store.ts';

/** The product writes for a group what the group may not read of others. */
export const payeeKeeper = system('benefit-payee');

/** Where money for a group's people goes: said by the group once, changed by the office. */
export async function keepPayee(
  db: Db,
  who: Who,
  {
    vault,
    organisationId,
    ...given
  }: { vault: Vault; organisationId: string; facts: ApplicantFacts; account: Account },
  now = new Date(),
): Promise<Result<{ applicantId: string }, PayeeRefusal>> {
  const byOffice = hasRole(who, grantOfficer);
  if (!byOffice && !organisationsWith(who, grantPartner).includes(organisationId))
    throw new Forbidden(can.keepPayee.name);
  const facts = tidyApplicant(given.facts);
  const account = tidyAccount(given.account);
  return inTransaction(db, payeeKeeper, async (tx) => {
    const known = await findPayee(tx, organisationId);
    const decision = decidePayee({
      isKnown: known !== undefined,
      byOffice,
      factProblems: problemsOfApplicant(facts),
      accountProblems: problemsOfAccount(account),
    });
    if (!decision.ok) return decision;
    const applicantId = known?.id ?? (await knowApplicant(tx, vault, { facts, account }, now));
    if (known) await renewApplicant(tx, vault, { id: known.id, facts, account });
    else await linkPayee(tx, { applicantId, organisationId });
    const by = who.kind === 'person' ? { by: who.personId } : {};
    const subject = { kind: 'grant-applicant', id: applicantId };
    await record(tx, { event: 'benefit.payee', subject, facts: { organisationId, ...by } }, now);
    return ok({ applicantId });
  });
}

/**
 * Who is paid for each benefit, by its id: the group, once it has said where, or the person, as they told. A benefit that nobody is
 * known for is not in it. Groups and versions are asked once, persons all together.
 */
export async function payeesOf(
  tx: Tx,
  vault: Vault,
  benefits: readonly Benefit[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const byPayee = new Map<string, 'group' | 'person'>();
  for (const versionId of new Set(benefits.map((benefit) => benefit.versionId)))
    byPayee.set(versionId, (await termsOf(tx, versionId)).benefit?.payee ?? 'person');
  const toGroups = benefits.filter(({ versionId }) => byPayee.get(versionId) === 'group');
  const groups = new Map<string, string>();
  for (const organisationId of new Set(toGroups.map((benefit) => benefit.organisationId))) {
    const found = await findPayee(tx, organisationId);
    if (found) groups.set(organisationId, found.id);
  }
  const told = benefits.flatMap((benefit) => {
    const person = byPayee.get(benefit.versionId) === 'person' ? personOf(vault, benefit) : undefined;
    return person ? [{ benefitId: benefit.id, ...person }] : [];
  });
  const ids = await knowPersons(tx, vault, told, now);
  return new Map([
    ...toGroups.flatMap(({ id, organisationId }): [string, string][] => {
      const payee = groups.get(organisationId);
      return payee ? [[id, payee]] : [];
    }),
    ...told.map(({ benefitId }, at): [string, string] => [benefitId, ids[at] ?? '']),
  ]);
}

function personOf(vault: Vault, benefit: Benefit): { facts: ApplicantFacts; account: Account } | undefined {
  const told = openTold(vault, benefit);
  if (!told?.account) return undefined;
  const { name, address, phone, account } = told;
  const contact = { representative: '', postalCode: '', address, phone, mail: '' };
  return { facts: { kind: 'individual', name, corporateNumber: '', contact }, account };
}
