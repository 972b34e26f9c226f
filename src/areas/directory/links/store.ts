import { and, asc, eq, gt, inArray, isNotNull, isNull, not } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { ServiceContent } from '../services/content.ts';
import { services } from '../services/tables.ts';
import { linkChecks } from './tables.ts';

export type LinkCheck = typeof linkChecks.$inferSelect;

const isShown = and(isNotNull(services.publishedAt), not(services.sealed));

/** Entries that everybody sees, a part at a time; a sealed one is in none. */
export async function listShownContents(
  tx: Tx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ serviceId: string; content: ServiceContent }[]> {
  return tx
    .select({ serviceId: services.id, content: services.content })
    .from(services)
    .where(and(isShown, after ? gt(services.id, after) : undefined))
    .orderBy(asc(services.id))
    .limit(limit);
}

export async function listLinkChecks(tx: Tx, serviceIds: readonly string[]): Promise<LinkCheck[]> {
  if (serviceIds.length === 0) return [];
  return tx
    .select()
    .from(linkChecks)
    .where(inArray(linkChecks.serviceId, [...serviceIds]));
}

/** Broken links of some entries, for those who write them. */
export async function listBrokenOf(tx: Tx, serviceIds: readonly string[]): Promise<LinkCheck[]> {
  if (serviceIds.length === 0) return [];
  return tx
    .select()
    .from(linkChecks)
    .where(and(inArray(linkChecks.serviceId, [...serviceIds]), isNotNull(linkChecks.brokenSince)))
    .orderBy(asc(linkChecks.url));
}

/** The links of an owner's entries that are broken, the oldest first. */
export async function listBrokenLinks(tx: Tx, organisationId: string): Promise<LinkCheck[]> {
  const rows = await tx
    .select({ check: linkChecks })
    .from(linkChecks)
    .innerJoin(services, eq(services.id, linkChecks.serviceId))
    .where(and(eq(services.organisationId, organisationId), isNotNull(linkChecks.brokenSince), isShown))
    .orderBy(asc(linkChecks.brokenSince), asc(linkChecks.url));
  return rows.map(({ check }) => check);
}

/** Owners with a broken link of which they have not been told. */
export async function listOwnersToTell(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ organisationId: services.organisationId })
    .from(linkChecks)
    .innerJoin(services, eq(services.id, linkChecks.serviceId))
    .where(and(isNotNull(linkChecks.brokenSince), isNull(linkChecks.toldAt), isShown));
  return rows.map(({ organisationId }) => organisationId);
}

export async function saveLinkCheck(tx: Tx, check: Omit<LinkCheck, 'toldAt'>): Promise<void> {
  const { serviceId: _serviceId, url: _url, ...fields } = check;
  await tx
    .insert(linkChecks)
    .values(check)
    .onConflictDoUpdate({
      target: [linkChecks.serviceId, linkChecks.url],
      set: {
        ...fields,
        ...(check.brokenSince === null ? { toldAt: null } : {}),
      },
    });
}

export async function markTold(tx: Tx, checks: readonly LinkCheck[], toldAt: Date): Promise<void> {
  for (const { serviceId, url } of checks)
    await tx
      .update(linkChecks)
      .set({ toldAt })
      .where(and(eq(linkChecks.serviceId, serviceId), eq(linkChecks.url, url)));
}

/** Checks of addresses that no shown entry has any more. */
export async function deleteOtherLinkChecks(tx: Tx, serviceUrls: ReadonlySet<string>): Promise<void> {
  const known = await tx.select({ serviceId: linkChecks.serviceId, url: linkChecks.url }).from(linkChecks);
  const gone = known.filter(({ serviceId, url }) => !serviceUrls.has(`${serviceId} ${url}`));
  for (const { serviceId, url } of gone)
    await tx.delete(linkChecks).where(and(eq(linkChecks.serviceId, serviceId), eq(linkChecks.url, url)));
}
