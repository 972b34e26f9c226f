import {
  aliasedTable,
  and,
  arrayOverlaps,
  asc,
  count,
  eq,
  exists,
  inArray,
  isNotNull,
  max,
  or,
  sql,
} from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { organisationProfiles } from '../organisations/tables.ts';
import type { ServiceContent, ServiceKind } from '../services/content.ts';
import { serviceLocations, services } from '../services/tables.ts';

/** An entry as open data tells it, with who answers for it and who confirmed it. */
export interface OpenEntry {
  readonly id: string;
  readonly code: string;
  readonly content: ServiceContent;
  readonly owner: string;
  readonly ownerNumber: string | null;
  readonly verifiedOn: string | null;
  readonly verifiedBy: string | null;
  readonly reviewOn: string | null;
  readonly capacity: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
}

/** Published and not sealed, whoever asks. */
const isPublic = and(isNotNull(services.publishedAt), sql`not ${services.sealed}`);

/** Of a kind; where codes are given, only what is in one of these municipalities or for it. */
export async function listOpenEntries(
  tx: Tx,
  { kind, codes }: { kind: ServiceKind; codes?: readonly string[] | undefined },
): Promise<OpenEntry[]> {
  const confirming = aliasedTable(organisations, 'confirming');
  const there = codes && [...codes];
  return tx
    .select({
      id: services.id,
      code: services.code,
      content: services.content,
      owner: organisations.nameJa,
      ownerNumber: organisationProfiles.legalNumber,
      verifiedOn: services.verifiedOn,
      verifiedBy: confirming.nameJa,
      reviewOn: services.reviewOn,
      capacity: services.capacity,
      publishedAt: services.publishedAt,
      updatedAt: services.updatedAt,
    })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(organisationProfiles, eq(organisationProfiles.organisationId, services.organisationId))
    .leftJoin(confirming, eq(confirming.id, services.verifiedBy))
    .where(
      and(
        isPublic,
        eq(services.kind, kind),
        there &&
          or(
            arrayOverlaps(services.areas, there),
            exists(
              tx
                .select({ one: sql`1` })
                .from(serviceLocations)
                .where(
                  and(
                    eq(serviceLocations.serviceId, services.id),
                    inArray(serviceLocations.municipality, there),
                  ),
                ),
            ),
          ),
      ),
    )
    .orderBy(asc(services.code));
}

export interface OpenSummary {
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly updatedAt: Date | null;
}

export async function summarise(tx: Tx): Promise<OpenSummary> {
  const rows = await tx
    .select({ kind: services.kind, count: count(), updatedAt: max(services.updatedAt) })
    .from(services)
    .where(isPublic)
    .groupBy(services.kind);
  const moments = rows.flatMap(({ updatedAt }) => (updatedAt ? [updatedAt.getTime()] : []));
  return {
    counts: Object.fromEntries(rows.map((row) => [row.kind, row.count])),
    updatedAt: moments.length > 0 ? new Date(Math.max(...moments)) : null,
  };
}
