import { type PersonWho, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { worksAt } from '../access.ts';
import { type BasisRefusal, decideShare } from '../bases/rules.ts';
import { findBasis } from '../bases/store.ts';
import { mustCarry } from '../case-files/actions.ts';
import { findCaseFile, lockCaseFile } from '../case-files/store.ts';
import { type FieldClass, fieldClasses } from '../relations/rules.ts';
import {
  decideMove,
  type ReferralMove,
  type ReferralRefusal,
  type ReferralState,
  type Side,
} from './rules.ts';
import {
  findReferral,
  findReferralLink,
  insertMove,
  insertReferral,
  insertShares,
  listReferralsOfCase,
  listShares,
  lockReferral,
  type NewReferral,
  type Referral,
  updateReferral,
  updateReferralLink,
} from './store.ts';

/** The letter to whoever has to act now, written by the product: what it says and to whom, the sender need not know. */
export const referralMail = { name: 'referral.send' } as Job<{ referralId: string }>;

/** One field as the receiver reads it: label and value in words, chosen by the sender. */
export interface SharedField {
  readonly label: string;
  readonly value: string;
}
export type Shares = Readonly<Partial<Record<FieldClass, readonly SharedField[]>>>;

export interface NewReferralInput {
  readonly caseId: string;
  readonly serviceId: string;
  readonly toOrganisationId: string;
  readonly basisId: string;
  readonly shares: Shares;
  readonly urgent: boolean;
  readonly contactProhibited: boolean;
  readonly furtherServiceIds?: readonly string[];
  readonly previousId?: string;
}

/** A referral with what goes along, chosen field by field and tied to its basis; nothing is sent yet. */
export async function draftReferral(
  db: Db,
  who: Who,
  { vault, shares, ...input }: { vault: Vault } & NewReferralInput,
  now = new Date(),
): Promise<Result<Referral, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    mustCarry(who, caseFile);
    if (caseFile.closedOn) return refuse('case-closed');
    const classes = fieldClasses.filter((each) => (shares[each]?.length ?? 0) > 0);
    if (classes.length === 0) return refuse('nothing-chosen');
    const basis = await findBasis(tx, input.basisId);
    const consent = basis.caseId === caseFile.id && basis.lane === 'consent' ? basis : undefined;
    const share = decideShare({ consent, to: input.toOrganisationId, classes, on: tokyoDay(now) });
    if (!share.ok) return share;
    const open = (await listReferralsOfCase(tx, caseFile.id)).filter(({ closedAt }) => closedAt === null);
    if (open.some(({ toOrganisationId }) => toOrganisationId === input.toOrganisationId))
      return refuse('already-referred');
    const id = crypto.randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, `referral:${id}`);
    const { toOrganisationId } = input;
    const referral = await insertReferral(tx, {
      ...input,
      id,
      homeId: caseFile.organisationId,
      state: 'draft',
      sealedKey,
      furtherServiceIds: [...(input.furtherServiceIds ?? [])],
      createdBy: who.kind === 'person' ? who.personId : null,
      createdAt: now,
    });
    await insertShares(
      tx,
      classes.map((each) => ({
        referralId: id,
        caseId: caseFile.id,
        toOrganisationId,
        class: each,
        sealed: seal(key, { text: JSON.stringify(shares[each]), owner: `share:${id}:${each}` }),
      })),
    );
    return ok(referral);
  });
}

/** What was told, opened: as the receiver sees it, and as the sender previews it. Row-level security leaves out what has ended. */
export async function readShares(tx: Tx, vault: Vault, referral: Referral): Promise<Shares> {
  const { id, sealedKey } = referral;
  if (!sealedKey) return {};
  const key = openDataKey(vault, { sealed: sealedKey, owner: `referral:${id}` });
  const rows = await listShares(tx, id);
  return Object.fromEntries(
    rows.map((row) => [
      row.class,
      JSON.parse(unseal(key, { sealed: row.sealed, owner: `share:${id}:${row.class}` })),
    ]),
  );
}

/** By what way a move came: signed in, by the mailed link, or told by telephone and logged by the sender. */
export type By = 'account' | 'link' | 'telephone' | 'product';

interface Moving {
  readonly referralId: string;
  readonly move: ReferralMove;
  readonly reason?: string;
  readonly outcome?: string;
}

/** A step by somebody who is signed in; `telephone`: the sender logs what the receiver said. */
export async function moveReferral(
  db: Db,
  who: PersonWho,
  { by = 'account', ...moving }: Moving & { by?: 'account' | 'telephone' },
  now = new Date(),
): Promise<Result<ReferralState, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const referral = await lockReferral(tx, moving.referralId);
    const sides = sidesOf(who, referral);
    if (sides.length === 0) throw new NotFound('referral');
    if (sides.includes('sender')) mustCarry(who, await findCaseFile(tx, referral.caseId));
    const side: readonly Side[] =
      by === 'telephone' && sides.includes('sender') ? ['sender', 'receiver'] : sides;
    return move(tx, referral, { ...moving, side, by }, now);
  });
}

export function sidesOf(who: Who, { homeId, toOrganisationId, state }: Referral): readonly Side[] {
  return [
    ...(worksAt(who, homeId) ? (['sender'] as const) : []),
    ...(worksAt(who, toOrganisationId) && state !== 'draft' ? (['receiver'] as const) : []),
  ];
}

async function move(
  tx: Tx,
  referral: Referral,
  { move: name, side, by, reason = '', outcome = '' }: Moving & { side: readonly Side[]; by: By },
  now: Date,
): Promise<Result<ReferralState, ReferralRefusal | BasisRefusal>> {
  const state = referral.state as ReferralState;
  const decision = decideMove({ move: name, state, side, reason, outcome });
  if (!decision.ok) return decision;
  if (name === 'send') {
    const basis = await findBasis(tx, referral.basisId);
    const classes = (await listShares(tx, referral.id)).map((share) => share.class as FieldClass);
    const share = decideShare({ consent: basis, to: referral.toOrganisationId, classes, on: tokyoDay(now) });
    if (!share.ok) return share;
  }
  await updateReferral(tx, referral.id, changeOf({ name, to: decision.value, reason, outcome }, now));
  const { id, caseId, toOrganisationId } = referral;
  const personId = tx.who.kind === 'person' ? tx.who.personId : null;
  const moved = { referralId: id, caseId, toOrganisationId, move: name, by, personId, at: now };
  await insertMove(tx, { ...moved, reason: reason && isCode(name) ? reason : null });
  if (isToTell(name)) await enqueue(tx, referralMail, { referralId: id });
  const facts = { caseId, from: state, to: decision.value, by };
  await record(tx, { event: `referral.${name}`, subject: { kind: 'referral', id }, facts }, now);
  return decision;
}

/** After these the other side has something to do. */
function isToTell(name: ReferralMove): boolean {
  return name === 'send' || name === 'reject' || name === 'fail';
}

/** Only a code of a list stands in clear; a reason in words stays out of the columns. */
function isCode(name: ReferralMove): boolean {
  return name === 'reject';
}

function changeOf(
  { name, to, reason, outcome }: { name: ReferralMove; to: ReferralState; reason: string; outcome: string },
  now: Date,
): Partial<NewReferral> {
  const moments: Partial<Record<ReferralMove, Partial<NewReferral>>> = {
    send: { requestedAt: now },
    accept: { acceptedAt: now },
    contact: { contactedAt: now },
    serve: { servedAt: now },
    close: { closedAt: now, outcome },
  };
  return { state: to, reason: name === 'reject' ? reason : null, ...moments[name] };
}

/** Who holds the link is nobody we know: the product acts for the organisation to which it was sent. */
const asLink = system('referral.link');

export interface LinkedReferral {
  readonly referral: Referral;
  readonly shares: Shares;
}

/** What a link is good for. Looking changes nothing: mail programs open links by themselves. */
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
    return ok({ referral, shares: isOver(referral) ? {} : await readShares(tx, vault, referral) });
  });
}

/** The receiver has no more need of what was told: the same states as in the policy of `referral_shares`. */
function isOver({ state }: Referral): boolean {
  return ['draft', 'rejected', 'failed', 'cancelled', 'closed'].includes(state);
}

/** An organisation without an account answers by the mailed link. */
export async function moveByLink(
  db: Db,
  { token, ...moving }: { token: string } & Omit<Moving, 'referralId' | 'outcome'>,
  now = new Date(),
): Promise<Result<ReferralState, ReferralRefusal | BasisRefusal>> {
  return inTransaction(db, asLink, async (tx) => {
    const link = await findReferralLink(tx, token);
    if (!link || link.expiresAt <= now) return refuse('link-over');
    const referral = await lockReferral(tx, link.referralId);
    if (!referral.sealedKey) return refuse('link-over');
    const moved = await move(
      tx,
      referral,
      { referralId: referral.id, ...moving, side: ['receiver'], by: 'link' },
      now,
    );
    if (moved.ok) await updateReferralLink(tx, token, { usedAt: now });
    return moved;
  });
}
