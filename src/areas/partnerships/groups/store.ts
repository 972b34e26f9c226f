import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import { workingGroupMembers, workingGroupNotes, workingGroups } from '../members/tables.ts';

export type Group = typeof workingGroups.$inferSelect;
export type GroupNote = typeof workingGroupNotes.$inferSelect;

export interface GroupMember {
  readonly organisationId: string;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
}

export async function listGroups(tx: Tx): Promise<Group[]> {
  return tx
    .select()
    .from(workingGroups)
    .where(isNull(workingGroups.closedAt))
    .orderBy(asc(workingGroups.createdAt), asc(workingGroups.nameJa));
}

/** Those that are open, with how many members each has. */
export async function listCountedGroups(tx: Tx): Promise<(Group & { count: number })[]> {
  const rows = await tx
    .select({ group: workingGroups, count: count(workingGroupMembers.organisationId) })
    .from(workingGroups)
    .leftJoin(workingGroupMembers, eq(workingGroupMembers.groupId, workingGroups.id))
    .where(isNull(workingGroups.closedAt))
    .groupBy(workingGroups.id)
    .orderBy(asc(workingGroups.createdAt), asc(workingGroups.nameJa));
  return rows.map(({ group, count: members }) => ({ ...group, count: members }));
}

export async function findGroup(tx: Tx, id: string): Promise<Group> {
  const [row] = await tx.select().from(workingGroups).where(eq(workingGroups.id, id));
  if (!row) throw new NotFound('group');
  return row;
}

export async function listGroupMembers(tx: Tx, groupId: string): Promise<GroupMember[]> {
  return tx
    .select({
      organisationId: organisations.id,
      code: organisations.code,
      nameJa: organisations.nameJa,
      nameEn: organisations.nameEn,
    })
    .from(workingGroupMembers)
    .innerJoin(organisations, eq(organisations.id, workingGroupMembers.organisationId))
    .where(eq(workingGroupMembers.groupId, groupId))
    .orderBy(asc(organisations.nameJa));
}

export async function listGroupsOf(tx: Tx, organisationId: string): Promise<Group[]> {
  const rows = await tx
    .select({ group: workingGroups })
    .from(workingGroups)
    .innerJoin(workingGroupMembers, eq(workingGroupMembers.groupId, workingGroups.id))
    .where(and(eq(workingGroupMembers.organisationId, organisationId), isNull(workingGroups.closedAt)))
    .orderBy(asc(workingGroups.nameJa));
  return rows.map(({ group }) => group);
}

/** Whoever asks sees what row-level security shows: members all of them, everybody the open ones. The newest first. */
export async function listGroupNotes(tx: Tx, groupId: string): Promise<GroupNote[]> {
  return tx
    .select()
    .from(workingGroupNotes)
    .where(eq(workingGroupNotes.groupId, groupId))
    .orderBy(desc(workingGroupNotes.heldOn), desc(workingGroupNotes.writtenAt));
}

export async function insertGroup(tx: Tx, row: typeof workingGroups.$inferInsert): Promise<string> {
  const [made] = await tx.insert(workingGroups).values(row).returning({ id: workingGroups.id });
  if (!made) throw new Error('group was not written');
  return made.id;
}

export async function updateGroup(
  tx: Tx,
  id: string,
  change: Partial<Pick<Group, 'chairId' | 'closedAt'>>,
): Promise<void> {
  await tx.update(workingGroups).set(change).where(eq(workingGroups.id, id));
}

/** Once; a second time changes nothing. */
export async function insertGroupMember(tx: Tx, row: typeof workingGroupMembers.$inferInsert): Promise<void> {
  await tx.insert(workingGroupMembers).values(row).onConflictDoNothing();
}

export async function deleteGroupMember(
  tx: Tx,
  { groupId, organisationId }: { groupId: string; organisationId: string },
): Promise<void> {
  await tx
    .delete(workingGroupMembers)
    .where(
      and(eq(workingGroupMembers.groupId, groupId), eq(workingGroupMembers.organisationId, organisationId)),
    );
}

export async function deleteGroupMemberships(tx: Tx, organisationId: string): Promise<void> {
  await tx.delete(workingGroupMembers).where(eq(workingGroupMembers.organisationId, organisationId));
}

export async function insertGroupNote(tx: Tx, row: typeof workingGroupNotes.$inferInsert): Promise<void> {
  await tx.insert(workingGroupNotes).values(row);
}
