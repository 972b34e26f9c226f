import { organisationsWith, type PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { decideHold, decideYears } from '#platform/retention/rules.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, grantApprover } from '../access.ts';
import { applicationKey } from '../applications/open.ts';
import { findApplication } from '../applications/store.ts';
import { numberOf } from '../benefits/rules.ts';
import { findBenefit } from '../benefits/store.ts';
import { openWords, sealWords } from '../benefits/told.ts';
import type { KeptKind, RetentionRefusal } from './rules.ts';
import { findHold, type Held, insertHold, updateHold, writePeriod } from './store.ts';

export function decidesAt(who: PersonWho, bureauId: string): boolean {
  return organisationsWith(who, grantApprover).includes(bureauId);
}

function mustDecideAt(who: PersonWho, bureauId: string): void {
  if (!decidesAt(who, bureauId)) throw new Forbidden(can.settleRetention.name);
}

/** How many years an office keeps a kind. */
export async function setYears(
  db: Db,
  who: PersonWho,
  { bureauId, kind, years }: { bureauId: string; kind: KeptKind; years: number },
  now = new Date(),
): Promise<Result<'set', RetentionRefusal>> {
  mustDecideAt(who, bureauId);
  const decision = decideYears(years);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await writePeriod(tx, { bureauId, kind, years, changedBy: who.personId, changedAt: now });
    const subject = { kind: 'organisation', id: bureauId };
    await record(tx, { event: 'grant-retention.settle', subject, facts: { kind, years } }, now);
    return decision;
  });
}

export interface HeldThing extends Held {
  readonly bureauId: string;
  /** 受付番号, as it stands on its page. */
  readonly number: string;
  readonly seal: (holdId: string, reason: string) => string;
  readonly unseal: (holdId: string, sealed: string) => string;
}

/** What is kept, as row-level security shows it, with the key that its words are sealed with. Erased, there is none. */
export async function findKept(tx: Tx, vault: Vault, { kind, id }: Held): Promise<HeldThing> {
  if (kind === 'benefit') {
    const benefit = await findBenefit(tx, id);
    if (benefit.sealedKey === null) throw new NotFound('benefit');
    const placeOf = (holdId: string) => `hold:${holdId}`;
    return {
      kind,
      id,
      bureauId: benefit.bureauId,
      number: numberOf(benefit),
      seal: (holdId, words) => sealWords(vault, benefit, { place: placeOf(holdId), words }),
      unseal: (holdId, sealed) => openWords(vault, benefit, { place: placeOf(holdId), sealed }),
    };
  }
  const application = await findApplication(tx, id);
  // What stands behind a benefit is kept and erased with it.
  if (application.recipientId !== null) throw new NotFound('grant application');
  const key = applicationKey(vault, application);
  const ownerOf = (holdId: string) => `grant-application:${id}:hold:${holdId}`;
  return {
    kind,
    id,
    bureauId: application.bureauId,
    number: application.number ?? '',
    seal: (holdId, text) => seal(key, { text, owner: ownerOf(holdId) }),
    unseal: (holdId, sealed) => unseal(key, { sealed, owner: ownerOf(holdId) }),
  };
}

/** Keeps a benefit or an application from being erased, for a time and with a reason. */
export async function holdRecord(
  db: Db,
  who: PersonWho,
  { vault, kind, id, reason, untilOn }: Held & { vault: Vault; reason: string; untilOn: string },
  now = new Date(),
): Promise<Result<'hold', RetentionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const kept = await findKept(tx, vault, { kind, id });
    mustDecideAt(who, kept.bureauId);
    const today = tokyoDay(now);
    const isHeld = (await findHold(tx, kept, today)) !== undefined;
    const decision = decideHold({ reason, untilOn, today, isHeld });
    if (!decision.ok) return decision;
    const holdId = crypto.randomUUID();
    await insertHold(tx, {
      id: holdId,
      bureauId: kept.bureauId,
      ...(kind === 'benefit' ? { benefitId: id } : { applicationId: id }),
      sealed: kept.seal(holdId, reason.trim()),
      untilOn,
      placedBy: who.personId,
      placedAt: now,
    });
    await record(tx, { event: 'grant-retention.hold', subject: subjectOf(kept), facts: { untilOn } }, now);
    return decision;
  });
}

export async function liftHold(
  db: Db,
  who: PersonWho,
  { vault, ...held }: Held & { vault: Vault },
  now = new Date(),
): Promise<Result<'lift', RetentionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const kept = await findKept(tx, vault, held);
    mustDecideAt(who, kept.bureauId);
    const hold = await findHold(tx, kept, tokyoDay(now));
    if (!hold) return refuse('not-held');
    await updateHold(tx, hold.id, { liftedBy: who.personId, liftedAt: now });
    await record(tx, { event: 'grant-retention.lift', subject: subjectOf(kept), facts: {} }, now);
    return ok('lift');
  });
}

const subjectOf = ({ kind, id }: Held) => ({
  kind: kind === 'benefit' ? 'benefit' : 'grant-application',
  id,
});
