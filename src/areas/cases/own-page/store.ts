import { and, asc, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { memberships } from '#platform/people/tables.ts';
import { triesOf } from '#platform/tries/tries.ts';
import { type CaseFile, findCaseFile } from '../case-files/store.ts';
import { caseViews } from '../views/tables.ts';
import { ownPageDevices, ownPageKeys, ownPageRequests, ownPageTries } from './tables.ts';

export type OwnPageKey = typeof ownPageKeys.$inferSelect;
export type OwnPageDevice = typeof ownPageDevices.$inferSelect;
export type OwnPageRequest = typeof ownPageRequests.$inferSelect;

export async function findKey(tx: Tx, caseId: string): Promise<OwnPageKey | undefined> {
  const [row] = await tx.select().from(ownPageKeys).where(eq(ownPageKeys.caseId, caseId));
  return row;
}

export async function findKeyByNumber(tx: Tx, number: string): Promise<OwnPageKey | undefined> {
  const [row] = await tx.select().from(ownPageKeys).where(eq(ownPageKeys.number, number));
  return row;
}

/** A new slip takes the place of the last one. */
export async function writeKey(tx: Tx, row: typeof ownPageKeys.$inferInsert): Promise<void> {
  const { caseId: _, ...set } = row;
  await tx.insert(ownPageKeys).values(row).onConflictDoUpdate({ target: ownPageKeys.caseId, set });
}

export async function updateKey(tx: Tx, caseId: string, change: Partial<OwnPageKey>): Promise<void> {
  await tx.update(ownPageKeys).set(change).where(eq(ownPageKeys.caseId, caseId));
}

export async function insertDevice(tx: Tx, row: OwnPageDevice): Promise<void> {
  await tx.insert(ownPageDevices).values(row);
}

/** What a device's token leads to, if its slip still stands. */
export async function findDevice(
  tx: Tx,
  { tokenHash, kept, now }: { tokenHash: string; kept: boolean; now: Date },
): Promise<{ device: OwnPageDevice; key: OwnPageKey; caseFile: CaseFile } | undefined> {
  const [row] = await tx
    .select({ device: ownPageDevices, key: ownPageKeys })
    .from(ownPageDevices)
    .innerJoin(
      ownPageKeys,
      and(eq(ownPageKeys.caseId, ownPageDevices.caseId), eq(ownPageKeys.issue, ownPageDevices.issue)),
    )
    .where(
      and(
        eq(ownPageDevices.tokenHash, tokenHash),
        eq(ownPageDevices.kept, kept),
        gt(ownPageDevices.expiresAt, now),
      ),
    );
  return row && { ...row, caseFile: await findCaseFile(tx, row.device.caseId) };
}

export async function updateDevice(tx: Tx, tokenHash: string, change: Partial<OwnPageDevice>): Promise<void> {
  await tx.update(ownPageDevices).set(change).where(eq(ownPageDevices.tokenHash, tokenHash));
}

export async function removeDevice(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(ownPageDevices).where(eq(ownPageDevices.tokenHash, tokenHash));
}

/** Every device of a case on which it is kept: forgotten at once. */
export async function removeKeptDevices(tx: Tx, caseId: string): Promise<void> {
  await tx
    .delete(ownPageDevices)
    .where(and(eq(ownPageDevices.caseId, caseId), eq(ownPageDevices.kept, true)));
}

export async function removeExpiredDevices(tx: Tx, now: Date): Promise<void> {
  await tx.delete(ownPageDevices).where(lt(ownPageDevices.expiresAt, now));
}

export const tries = triesOf(ownPageTries);

export async function insertRequest(tx: Tx, row: typeof ownPageRequests.$inferInsert): Promise<void> {
  await tx.insert(ownPageRequests).values(row);
}

/** Newest first. */
export async function listRequests(tx: Tx, caseId: string): Promise<OwnPageRequest[]> {
  return tx
    .select()
    .from(ownPageRequests)
    .where(eq(ownPageRequests.caseId, caseId))
    .orderBy(desc(ownPageRequests.askedAt));
}

export async function countOpenRequests(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(ownPageRequests)
    .where(and(eq(ownPageRequests.caseId, caseId), isNull(ownPageRequests.answeredAt)));
  return row?.open ?? 0;
}

export async function lockRequest(tx: Tx, id: string): Promise<OwnPageRequest> {
  const [row] = await tx.select().from(ownPageRequests).where(eq(ownPageRequests.id, id)).for('update');
  if (!row) throw new NotFound('request');
  return row;
}

export async function updateRequest(
  tx: Tx,
  id: string,
  change: Partial<typeof ownPageRequests.$inferInsert>,
): Promise<void> {
  await tx.update(ownPageRequests).set(change).where(eq(ownPageRequests.id, id));
}

/** Looks at a case by day and standing, newest first; the reader's organisation where they stood to it from outside. */
export async function listLooksOfCase(tx: Tx, caseId: string) {
  const day = sql<string>`to_char(${caseViews.at} at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`;
  return tx
    .selectDistinct({
      day,
      as: caseViews.as,
      organisationId: sql<string>`coalesce(${caseViews.readerAt}, ${caseViews.organisationId})`,
      personId: caseViews.personId,
    })
    .from(caseViews)
    .where(eq(caseViews.caseId, caseId))
    .orderBy(desc(day))
    .limit(400);
}

/** Organisations at which people hold one of these roles: the first of each. */
export async function listOrganisationsOf(
  tx: Tx,
  { personIds, roles }: { personIds: readonly string[]; roles: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .select({ personId: memberships.personId, organisationId: memberships.organisationId })
    .from(memberships)
    .where(and(inArray(memberships.personId, [...personIds]), inArray(memberships.role, [...roles])))
    .orderBy(asc(memberships.personId));
  return new Map(rows.map(({ personId, organisationId }) => [personId, organisationId]));
}
