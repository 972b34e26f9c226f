import { hasRole, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { actsFor, can, concierge, memberAgent, mustActFor } from '../access.ts';
import { deleteGroupMemberships } from '../groups/store.ts';
import type { Ended, MemberEnding } from './endings.ts';
import {
  decideEnd,
  decideEntry,
  decideRenewal,
  type EndRefusal,
  type EntryRefusal,
  type MemberKind,
  type RenewalRefusal,
  runningUntil,
} from './rules.ts';
import { findMember, lockMember, updateMember, upsertMember } from './store.ts';

export interface Profile {
  readonly kind: MemberKind;
  readonly aboutJa: string;
  readonly aboutEn: string;
  readonly website: string;
  readonly topics: readonly string[];
  readonly municipalities: readonly string[];
}

/** The office enters an organisation that the product knows already: who signed on paper, or founded the platform. */
export async function enterMember(
  db: Db,
  who: Who,
  {
    organisationId,
    joinedOn,
    illustrative = false,
    ...profile
  }: Profile & { organisationId: string; joinedOn?: string; illustrative?: boolean },
  now = new Date(),
): Promise<Result<{ organisationId: string }, EntryRefusal>> {
  if (who.kind !== 'system' && !hasRole(who, concierge)) throw new Forbidden(can.vetMember.name);
  return inTransaction(db, who, async (tx) => {
    const { closedAt } = await findOrganisation(tx, organisationId);
    const fits = decideEntry({ state: (await lockMember(tx, organisationId))?.state, closedAt });
    if (!fits.ok) return fits;
    const from = joinedOn ?? tokyoDay(now);
    await upsertMember(tx, {
      ...profile,
      topics: [...profile.topics],
      municipalities: [...profile.municipalities],
      organisationId,
      joinedOn: from,
      until: runningUntil(from, tokyoDay(now)),
      illustrative,
      changedAt: now,
    });
    await note(tx, 'member.enter', organisationId, now);
    return ok({ organisationId });
  });
}

/** Its own page, by its agent; the office may mend it too. */
export async function editMember(
  db: Db,
  who: Who,
  { organisationId, ...profile }: Profile & { organisationId: string },
  now = new Date(),
): Promise<void> {
  mustKeep(who, organisationId);
  await inTransaction(db, who, async (tx) => {
    await findMember(tx, organisationId);
    const { topics, municipalities } = profile;
    const lists = { topics: [...topics], municipalities: [...municipalities] };
    await updateMember(tx, organisationId, { ...profile, ...lists, changedAt: now });
    await note(tx, 'member.edit', organisationId, now);
  });
}

export async function renewMember(
  db: Db,
  who: Who,
  { organisationId }: { organisationId: string },
  now = new Date(),
): Promise<Result<string, RenewalRefusal>> {
  mustKeep(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    await findMember(tx, organisationId);
    const member = await lockMember(tx, organisationId);
    const renewed = decideRenewal(member ?? { state: 'left', until: '' }, tokyoDay(now));
    if (!renewed.ok) return renewed;
    const change = { state: 'active', until: renewed.value, endedAt: null, changedAt: now };
    await updateMember(tx, organisationId, change);
    await note(tx, 'member.renew', organisationId, now);
    return renewed;
  });
}

/** Leaves, by its agent; or is removed by the office with a reason. What ends with it ends in the same transaction. */
export async function endMember(
  db: Db,
  who: Who,
  input: { organisationId: string; why: 'left' | 'removed'; reason: string },
  endings: readonly MemberEnding[],
  now = new Date(),
): Promise<Result<'left' | 'removed', EndRefusal>> {
  const { organisationId, why, reason } = input;
  if (why === 'left') mustActFor(who, memberAgent, { organisationId, permission: can.editMember });
  else if (who.kind !== 'system' && !hasRole(who, concierge)) throw new Forbidden(can.vetMember.name);
  return inTransaction(db, who, async (tx) => {
    await findMember(tx, organisationId);
    const member = await lockMember(tx, organisationId);
    const decision = decideEnd({ state: member?.state ?? '', why, reason });
    if (!decision.ok) return decision;
    await end(tx, { ended: { organisationId, why, at: now }, reason, endings });
    return decision;
  });
}

/** Marks the end, leaves the working groups, and lets every slice end what was the member's. */
export async function end(
  tx: Tx,
  { ended, reason, endings }: { ended: Ended; reason: string; endings: readonly MemberEnding[] },
): Promise<void> {
  const { organisationId, why, at } = ended;
  // The neighbours first: of their rows some are only the member's while it is one.
  for (const ending of endings) await ending(tx, ended);
  await deleteGroupMemberships(tx, organisationId);
  await updateMember(tx, organisationId, { state: why, endedAt: at, endReason: reason, changedAt: at });
  const event = ({ left: 'member.leave', removed: 'member.remove', lapsed: 'member.lapse' } as const)[why];
  await note(tx, event, organisationId, at);
}

async function note(tx: Tx, event: `${string}.${string}`, organisationId: string, now: Date): Promise<void> {
  await record(tx, { event, subject: { kind: 'organisation', id: organisationId } }, now);
  await publicPagesChanged(tx);
}

function mustKeep(who: Who, organisationId: string): void {
  const keeps = actsFor(who, memberAgent, organisationId) || hasRole(who, concierge);
  if (!keeps) throw new Forbidden(can.editMember.name);
}
