import { type PersonWho, system, type Who } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { worksAt } from '../access.ts';
import { type BasisRefusal, decideShare } from '../bases/rules.ts';
import { findBasis } from '../bases/store.ts';
import { mustWrite } from '../case-files/read.ts';
import { findCaseFile, lockCaseFile } from '../case-files/store.ts';
import { applyMove, decideSending, type Moving } from './moving.ts';
import { askNext } from './next.ts';
import { type AdvancedBy, isReadable, type ReferralRefusal, type ReferralState, type Side } from './rules.ts';
import {
  findReferral,
  findReferralLink,
  insertReferral,
  listReferralsOfCase,
  lockReferral,
  type Referral,
  updateReferralLink,
} from './store.ts';
import { recordReading } from './readings.ts';
import { classesOf, newReferralKey, readShares, type Shares, writeShares } from './told.ts';

export interface NewReferralInput {
  readonly caseId: string;
  readonly serviceId: string;
  readonly toOrganisationId: string;
  readonly basisId: string;
  readonly shares: Shares;
  readonly urgent: boolean;
  readonly contactProhibited: boolean;
  /** Asked in this order when the first declines or does not answer; the consent has to name them all. */
  readonly further?: readonly { readonly serviceId: string; readonly organisationId: string }[];
  readonly advancedBy?: AdvancedBy;
}

/** A referral with what goes along, chosen field by field and tied to its basis; nothing is sent yet. */
export async function draftReferral(
  db: Db,
  who: Who,
  { vault, shares, further = [], ...input }: { vault: Vault } & NewReferralInput,
  now = new Date(),
): Promise<Result<Referral, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    if (caseFile.closedOn) return refuse('case-closed');
    const classes = classesOf(shares);
    if (classes.length === 0) return refuse('nothing-chosen');
    const basis = await findBasis(tx, input.basisId);
    const consent = basis.caseId === caseFile.id && basis.lane === 'consent' ? basis : undefined;
    const receivers = [input.toOrganisationId, ...further.map(({ organisationId }) => organisationId)];
    if (new Set(receivers).size < receivers.length) return refuse('receiver-twice');
    for (const to of receivers) {
      const share = decideShare({ consent, to, classes, on: tokyoDay(now) });
      if (!share.ok) return share;
    }
    const open = (await listReferralsOfCase(tx, caseFile.id)).filter(({ closedAt }) => closedAt === null);
    if (open.some(({ toOrganisationId }) => receivers.includes(toOrganisationId)))
      return refuse('already-referred');
    const id = crypto.randomUUID();
    const { key, sealed: sealedKey } = newReferralKey(vault, id);
    const referral = await insertReferral(tx, {
      ...input,
      id,
      homeId: caseFile.organisationId,
      state: 'draft',
      stateAt: now,
      sealedKey,
      furtherServiceIds: further.map(({ serviceId }) => serviceId),
      createdBy: who.kind === 'person' ? who.personId : null,
      createdAt: now,
    });
    await writeShares(tx, { key, shares }, referral);
    return ok(referral);
  });
}

/** A step by somebody who is signed in; `telephone`: the sender logs what the receiver said. */
export async function moveReferral(
  db: Db,
  who: PersonWho,
  { vault, by = 'account', ...moving }: { vault: Vault } & Moving & { by?: 'account' | 'telephone' },
  now = new Date(),
): Promise<Result<ReferralState, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const referral = await lockReferral(tx, moving.referralId);
    const sides = sidesOf(who, referral);
    if (sides.length === 0) throw new NotFound('referral');
    if (sides.includes('sender') && !referral.onwardBy)
      await mustWrite(
        tx,
        { who, caseFile: await findCaseFile(tx, referral.caseId), fieldClass: 'basic' },
        now,
      );
    const side: readonly Side[] =
      by === 'telephone' && sides.includes('sender') ? ['sender', 'receiver'] : sides;
    return applyMove(tx, { vault, referral }, { ...moving, side, by }, now);
  });
}

/** Who declined or does not answer is left behind, and the next in order is asked: by the sender's choice. */
export async function askNextReceiver(
  db: Db,
  who: PersonWho,
  { vault, referralId }: { vault: Vault; referralId: string },
  now = new Date(),
): Promise<Result<Referral, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const referral = await lockReferral(tx, referralId);
    if (!sidesOf(who, referral).includes('sender')) throw new NotFound('referral');
    if (!referral.onwardBy)
      await mustWrite(
        tx,
        { who, caseFile: await findCaseFile(tx, referral.caseId), fieldClass: 'basic' },
        now,
      );
    return askNext(tx, { vault, referral, by: 'account' }, now);
  });
}

/** The sender is the case's organisation, or who passes the person on; the former then stands on no side and sees states. */
export function sidesOf(
  who: Who,
  {
    homeId,
    onwardBy,
    toOrganisationId,
    state,
  }: Pick<Referral, 'homeId' | 'onwardBy' | 'toOrganisationId' | 'state'>,
): readonly Side[] {
  return [
    ...(worksAt(who, onwardBy ?? homeId) ? (['sender'] as const) : []),
    ...(worksAt(who, toOrganisationId) && state !== 'draft' ? (['receiver'] as const) : []),
  ];
}

/** Who holds the link is nobody we know: the product acts for the organisation to which it was sent. */
const asLink = system('referral.link');

export interface LinkedReferral {
  readonly referral: Referral;
  readonly shares: Shares;
}

/** What a link is good for. Looking is recorded and moves nothing: mail programs open links by themselves. */
export async function openReferralLink(
  db: Db,
  { token, vault }: { token: string; vault: Vault },
  now = new Date(),
): Promise<Result<LinkedReferral, ReferralRefusal>> {
  return inTransaction(db, asLink, async (tx) => {
    const link = await findReferralLink(tx, token);
    if (!link || link.expiresAt <= now) return refuse('link-over');
    const referral = await findReferral(tx, link.referralId);
    if (!referral.sealedKey || referral.closedAt) return refuse('link-over');
    if (!(await decideSending(tx, referral, now)).ok) return refuse('link-over');
    const readable = isReadable(referral.state as ReferralState);
    if (readable) await recordReading(tx, { referral, personId: null, as: 'link' }, now);
    return ok({ referral, shares: readable ? await readShares(tx, vault, referral) : {} });
  });
}

/** An organisation without an account answers by the mailed link. */
export async function moveByLink(
  db: Db,
  { vault, token, ...moving }: { vault: Vault; token: string } & Omit<Moving, 'referralId' | 'outcome'>,
  now = new Date(),
): Promise<Result<ReferralState, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, asLink, async (tx) => {
    const link = await findReferralLink(tx, token);
    if (!link || link.expiresAt <= now) return refuse('link-over');
    const referral = await lockReferral(tx, link.referralId);
    if (!referral.sealedKey) return refuse('link-over');
    const by = { referralId: referral.id, ...moving, side: ['receiver'], by: 'link' } as const;
    const moved = await applyMove(tx, { vault, referral }, by, now);
    if (moved.ok) await updateReferralLink(tx, token, { usedAt: now });
    return moved;
  });
}
