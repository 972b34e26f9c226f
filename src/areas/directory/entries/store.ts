import { and, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import type { Service } from '../services/store.ts';
import { services } from '../services/tables.ts';

const owner = { kind: organisations.kind, nameJa: organisations.nameJa, nameEn: organisations.nameEn };
const isPublic = and(isNotNull(services.publishedAt), eq(services.sealed, false));

/** An entry as everybody may read it; undefined for one that is unknown, a draft, withdrawn or sealed, which are all alike. */
export async function findPublicService(tx: Tx, id: string): Promise<Service | undefined> {
  const [row] = await tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(services.id, id), isPublic));
  return row && { ...row.service, owner: row.owner };
}
