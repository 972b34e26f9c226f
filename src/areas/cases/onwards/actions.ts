import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type BasisRefusal, decideConsent, decideShare } from '../bases/rules.ts';
import { type CaseBasis, insertBasis } from '../bases/store.ts';
import { caseKey } from '../case-files/read.ts';
import { findCaseFile } from '../case-files/store.ts';
import { isBarredFrom } from '../relations/rules.ts';
import { listRelations } from '../relations/store.ts';
import { sidesOf } from '../referrals/actions.ts';
import { referralMail, writeMove } from '../referrals/moving.ts';
import { isInCare, type ReferralRefusal } from '../referrals/rules.ts';
import { insertReferral, listReferralsOfCase, lockReferral, type Referral } from '../referrals/store.ts';
import { classesOf, newReferralKey, readShares, type Shares, writeShares } from '../referrals/told.ts';

/** Who receives a referral cannot see the case: the product writes for them what belongs to it, the consent above all. */
const onward = system('referral.onward');

export interface OnwardInput {
  readonly vault: Vault;
  readonly referralId: string;
  readonly to: { readonly serviceId: string; readonly organisationId: string };
  /** Chosen of what the receiver was told: `class:place in its list`. */
  readonly chosen: readonly string[];
  readonly message: { readonly label: string; readonly value: string };
  readonly consent: {
    readonly purpose: string;
    readonly how: string;
    readonly wordsShown: string;
    readonly givenOn: string;
  };
  readonly urgent: boolean;
}

/**
 * A receiver passes the person on, with what they were told themselves or less, on a consent that they asked for. The consent
 * stands in the case's own ledger, so that whoever withdraws there stops this too; the first sender sees states and nothing told.
 */
export async function passOn(
  db: Db,
  who: PersonWho,
  input: OnwardInput,
  now = new Date(),
): Promise<Result<Referral, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, onward, async (tx) => {
    const referral = await lockReferral(tx, input.referralId);
    const barred = isBarredFrom(await listRelations(tx, referral.caseId), who.personId, now);
    if (barred || !sidesOf(who, referral).includes('receiver')) throw new NotFound('referral');
    if (!isInCare(referral.state)) return refuse('not-now', { state: referral.state });
    const shares = sharesToPass(await readShares(tx, input.vault, referral), input);
    if (classesOf(shares).length === 0) return refuse('nothing-chosen');
    const open = (await listReferralsOfCase(tx, referral.caseId)).filter(({ closedAt }) => !closedAt);
    if (open.some(({ toOrganisationId }) => toOrganisationId === input.to.organisationId))
      return refuse('already-referred');
    const basis = await consentFor(tx, who, { ...input, referral, shares }, now);
    if (!basis.ok) return basis;
    return ok(await request(tx, who, { ...input, referral, shares, basis: basis.value }, now));
  });
}

/** Nothing that the receiver was not told: what they chose of it, and their own words. */
export function sharesToPass(
  told: Shares,
  { chosen, message }: Pick<OnwardInput, 'chosen' | 'message'>,
): Shares {
  const kept = Object.fromEntries(
    Object.entries(told).map(([fieldClass, fields]) => [
      fieldClass,
      fields.filter((_, at) => chosen.includes(`${fieldClass}:${at}`)),
    ]),
  );
  return message.value ? { ...kept, basic: [...(kept['basic'] ?? []), message] } : kept;
}

type Passing = OnwardInput & { readonly referral: Referral; readonly shares: Shares };

async function consentFor(
  tx: Tx,
  who: PersonWho,
  { vault, referral, shares, to, consent }: Passing,
  now: Date,
): Promise<Result<CaseBasis, BasisRefusal>> {
  const { purpose, how, wordsShown, givenOn } = consent;
  const organisationIds = [to.organisationId];
  const classes = classesOf(shares);
  const today = tokyoDay(now);
  const untilOn = addDays(givenOn, 365);
  const decision = decideConsent({ classes, organisationIds, purpose, givenOn, untilOn, today });
  if (!decision.ok) return decision;
  const caseFile = await findCaseFile(tx, referral.caseId);
  const id = crypto.randomUUID();
  const basis = await insertBasis(tx, {
    id,
    caseId: caseFile.id,
    homeId: caseFile.organisationId,
    lane: 'consent',
    classes: [...classes],
    organisationIds,
    how,
    wordsShown,
    givenOn,
    untilOn,
    sealedPurpose: seal(caseKey(vault, caseFile), { text: purpose.trim(), owner: `basis:${id}` }),
    createdBy: who.personId,
    createdAt: now,
  });
  const facts = { caseId: caseFile.id, classes, organisations: 1, by: who.personId };
  await record(tx, { event: 'basis.consent', subject: { kind: 'basis', id }, facts }, now);
  const share = decideShare({ consent: basis, to: to.organisationId, classes, on: today });
  return share.ok ? ok(basis) : share;
}

async function request(
  tx: Tx,
  who: PersonWho,
  { vault, referral, shares, to, urgent, basis }: Passing & { basis: CaseBasis },
  now: Date,
): Promise<Referral> {
  const id = crypto.randomUUID();
  const { key, sealed: sealedKey } = newReferralKey(vault, id);
  const { caseId, homeId, contactProhibited } = referral;
  const next = await insertReferral(tx, {
    id,
    caseId,
    homeId,
    contactProhibited,
    urgent,
    sealedKey,
    serviceId: to.serviceId,
    toOrganisationId: to.organisationId,
    onwardBy: referral.toOrganisationId,
    previousId: referral.id,
    basisId: basis.id,
    state: 'requested',
    stateAt: now,
    requestedAt: now,
    createdBy: who.personId,
    createdAt: now,
  });
  await writeShares(tx, { key, shares }, next);
  const moveId = await writeMove(
    tx,
    { vault, referral: next },
    { move: 'send', by: 'account', code: null, words: '' },
    now,
  );
  await enqueue(tx, referralMail, { referralId: id, move: 'send', moveId });
  const facts = { caseId, from: referral.id, by: who.personId };
  await record(tx, { event: 'referral.onward', subject: { kind: 'referral', id }, facts }, now);
  return next;
}
