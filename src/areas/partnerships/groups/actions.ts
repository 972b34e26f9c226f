import { hasRole, organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { actsFor, can, concierge, memberAgent, mustActFor } from '../access.ts';
import { isMember } from '../members/store.ts';
import { decideChair, decideJoinGroup, decideNote, type GroupRefusal } from './rules.ts';
import {
  deleteGroupMember,
  findGroup,
  insertGroup,
  insertGroupMember,
  insertGroupNote,
  listGroupMembers,
  updateGroup,
} from './store.ts';

export interface NewGroup {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly purposeJa: string;
  readonly purposeEn: string;
  readonly illustrative?: boolean;
}

export async function makeGroup(
  db: Db,
  who: Who,
  group: NewGroup,
  now = new Date(),
): Promise<{ groupId: string }> {
  mustVet(who);
  return inTransaction(db, who, async (tx) => {
    const groupId = await insertGroup(tx, { ...group, createdAt: now });
    await note(tx, 'working-group.make', groupId, now);
    return { groupId };
  });
}

export async function closeGroup(
  db: Db,
  who: Who,
  { groupId }: { groupId: string },
  now = new Date(),
): Promise<void> {
  mustVet(who);
  await inTransaction(db, who, async (tx) => {
    await findGroup(tx, groupId);
    await updateGroup(tx, groupId, { closedAt: now });
    await note(tx, 'working-group.close', groupId, now);
  });
}

interface Seat {
  readonly groupId: string;
  readonly organisationId: string;
}

export async function joinGroup(
  db: Db,
  who: Who,
  { groupId, organisationId }: Seat,
  now = new Date(),
): Promise<Result<'join', GroupRefusal>> {
  mustSit(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const { closedAt } = await findGroup(tx, groupId);
    const decision = decideJoinGroup({ isMember: await isMember(tx, organisationId), closedAt });
    if (!decision.ok) return decision;
    await insertGroupMember(tx, { groupId, organisationId, joinedAt: now });
    await note(tx, 'working-group.join', groupId, now);
    return decision;
  });
}

/** A group whose chair leaves has none until the office names one. */
export async function leaveGroup(
  db: Db,
  who: Who,
  { groupId, organisationId }: Seat,
  now = new Date(),
): Promise<void> {
  mustSit(who, organisationId);
  await inTransaction(db, who, async (tx) => {
    await findGroup(tx, groupId);
    await deleteGroupMember(tx, { groupId, organisationId });
    await note(tx, 'working-group.leave', groupId, now);
  });
}

export async function nameChair(
  db: Db,
  who: Who,
  { groupId, chairId }: { groupId: string; chairId: string | null },
  now = new Date(),
): Promise<Result<'chair', GroupRefusal>> {
  mustVet(who);
  return inTransaction(db, who, async (tx) => {
    await findGroup(tx, groupId);
    const memberIds = (await listGroupMembers(tx, groupId)).map(({ organisationId }) => organisationId);
    const decision = decideChair({ chairId, memberIds });
    if (!decision.ok) return decision;
    await updateGroup(tx, groupId, { chairId });
    await note(tx, 'working-group.chair', groupId, now);
    return decision;
  });
}

/** The office or the chair writes down what was said at a meeting of the group. */
export async function writeGroupNote(
  db: Db,
  who: Who,
  input: { groupId: string; heldOn: string; title: string; words: string; open: boolean },
  now = new Date(),
): Promise<Result<'written', GroupRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { chairId } = await findGroup(tx, input.groupId);
    const sits = (await listGroupMembers(tx, input.groupId)).some((each) => each.organisationId === chairId);
    const organisationId = writerOf(who, sits ? chairId : null);
    const decision = decideNote({ heldOn: input.heldOn, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    await insertGroupNote(tx, { ...input, organisationId, writtenAt: now });
    await note(tx, 'working-group.note', input.groupId, now);
    return ok('written');
  });
}

/** For whom somebody may write in the name of a group. */
function writerOf(who: Who, chairId: string | null): string {
  if (chairId && actsFor(who, memberAgent, chairId)) return chairId;
  const [office] = organisationsWith(who, concierge);
  if (!office) throw new Forbidden(can.editMember.name);
  return office;
}

async function note(tx: Tx, event: `${string}.${string}`, groupId: string, now: Date): Promise<void> {
  await record(tx, { event, subject: { kind: 'working-group', id: groupId } }, now);
  await publicPagesChanged(tx);
}

function mustVet(who: Who): void {
  if (who.kind !== 'system' && !hasRole(who, concierge)) throw new Forbidden(can.vetMember.name);
}

function mustSit(who: Who, organisationId: string): void {
  mustActFor(who, memberAgent, { organisationId, permission: can.editMember });
}
