import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { serviceVersions } from '../services/tables.ts';

export type ServiceVersion = typeof serviceVersions.$inferSelect;

/** The latest first. */
export async function listVersions(
  tx: Tx,
  serviceId: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<ServiceVersion[]> {
  return tx
    .select()
    .from(serviceVersions)
    .where(eq(serviceVersions.serviceId, serviceId))
    .orderBy(desc(serviceVersions.version))
    .limit(limit)
    .offset(offset);
}

export async function findVersion(
  tx: Tx,
  { serviceId, version }: { serviceId: string; version: number },
): Promise<ServiceVersion | undefined> {
  const [row] = await tx
    .select()
    .from(serviceVersions)
    .where(and(eq(serviceVersions.serviceId, serviceId), eq(serviceVersions.version, version)));
  return row;
}

/** In any of its versions. */
export async function wasPublished(tx: Tx, serviceId: string): Promise<boolean> {
  const [row] = await tx
    .select({ version: serviceVersions.version })
    .from(serviceVersions)
    .where(and(eq(serviceVersions.serviceId, serviceId), eq(serviceVersions.published, true)))
    .limit(1);
  return row !== undefined;
}
