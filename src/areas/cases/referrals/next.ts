import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findPublicService, type Service } from '#areas/directory/index.ts';
import { type BasisRefusal, decideShare } from '../bases/rules.ts';
import { findBasis } from '../bases/store.ts';
import { findCaseFile } from '../case-files/store.ts';
import { type By, referralMail, writeMove } from './moving.ts';
import { decideNext, type ReferralRefusal } from './rules.ts';
import { insertReferral, listReferralsOfCase, type Referral, updateReferral } from './store.ts';
import { classesOf, newReferralKey, readShares, type Shares, writeShares } from './told.ts';

/**
 * The next receiver in order is asked for the same, on the same basis; the one before is closed with that, so that its sender
 * has nothing more to do there. Entries that have left the directory meanwhile are passed over.
 */
export async function askNext(
  tx: Tx,
  { vault, referral, by }: { vault: Vault; referral: Referral; by: By },
  now: Date,
): Promise<Result<Referral, ReferralRefusal | BasisRefusal>> {
  const decision = decideNext(referral);
  if (!decision.ok) return decision;
  if (!referral.onwardBy && (await findCaseFile(tx, referral.caseId)).closedOn) return refuse('case-closed');
  const shares = await readShares(tx, vault, referral);
  const found = await firstFree(tx, referral);
  if (!found) return refuse('no-next');
  const consent = await findBasis(tx, referral.basisId);
  const to = found.service.organisationId;
  const share = decideShare({ consent, to, classes: classesOf(shares), on: tokyoDay(now) });
  if (!share.ok) return share;
  await leaveBehind(tx, { vault, referral, by }, now);
  return ok(await request(tx, { vault, referral, shares, by, ...found }, now));
}

/** The first of the order that is still in the directory and has no open referral of this case. */
async function firstFree(tx: Tx, { caseId, furtherServiceIds }: Referral) {
  const open = (await listReferralsOfCase(tx, caseId)).filter(({ closedAt }) => closedAt === null);
  for (const [at, serviceId] of furtherServiceIds.entries()) {
    const service = await findPublicService(tx, serviceId);
    if (service && !open.some(({ toOrganisationId }) => toOrganisationId === service.organisationId))
      return { service, rest: furtherServiceIds.slice(at + 1) };
  }
  return undefined;
}

/** Nothing of it can be read any more, and its sender has heard how it ended. */
async function leaveBehind(
  tx: Tx,
  { vault, referral, by }: { vault: Vault; referral: Referral; by: By },
  now: Date,
): Promise<void> {
  const code = referral.state === 'requested' ? 'no-answer' : 'next-asked';
  await updateReferral(tx, referral.id, {
    state: 'closed',
    stateAt: now,
    reason: referral.reason ?? code,
    outcome: 'next-asked',
    closedAt: now,
  });
  await writeMove(tx, { vault, referral }, { move: 'close', by, code, words: '' }, now);
}

async function request(
  tx: Tx,
  {
    vault,
    referral,
    shares,
    service,
    rest,
    by,
  }: { vault: Vault; referral: Referral; shares: Shares; service: Service; rest: readonly string[]; by: By },
  now: Date,
): Promise<Referral> {
  const id = crypto.randomUUID();
  const { key, sealed: sealedKey } = newReferralKey(vault, id);
  const { caseId, homeId, onwardBy, basisId, urgent, contactProhibited, advancedBy, createdBy } = referral;
  const next = await insertReferral(tx, {
    id,
    caseId,
    homeId,
    onwardBy,
    basisId,
    urgent,
    contactProhibited,
    advancedBy,
    createdBy,
    sealedKey,
    serviceId: service.id,
    toOrganisationId: service.organisationId,
    furtherServiceIds: [...rest],
    previousId: referral.id,
    state: 'requested',
    stateAt: now,
    requestedAt: now,
    createdAt: now,
  });
  await writeShares(tx, { key, shares }, next);
  const moveId = await writeMove(
    tx,
    { vault, referral: next },
    { move: 'send', by, code: null, words: '' },
    now,
  );
  await enqueue(tx, referralMail, { referralId: id, move: 'send', moveId });
  const facts = { caseId, from: referral.id, by };
  await record(tx, { event: 'referral.next', subject: { kind: 'referral', id }, facts }, now);
  return next;
}
