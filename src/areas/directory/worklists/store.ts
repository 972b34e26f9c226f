import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { proposals } from '../proposals/tables.ts';
import { services } from '../services/tables.ts';

/** How many entries wait for what; undefined organisations: all that this person may write. */
export interface Work {
  readonly all: number;
  readonly stale: number;
  readonly draft: number;
  readonly published: number;
  readonly sealed: number;
  readonly capacityUnsaid: number;
}

export async function countWork(
  tx: Tx,
  { organisationIds, today }: { organisationIds: readonly string[] | undefined; today: string },
): Promise<Work> {
  const isPublic = sql`${services.publishedAt} is not null and not ${services.sealed}`;
  const those = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const [row] = await tx
    .select({
      all: count(),
      stale: those(sql`${isPublic} and (${services.reviewOn} is null or ${services.reviewOn} < ${today})`),
      draft: those(sql`${services.publishedAt} is null and not ${services.sealed}`),
      published: those(isPublic),
      sealed: those(sql`${services.sealed}`),
      capacityUnsaid: those(
        sql`${isPublic} and ${services.capacity} is null and ${services.kind} <> 'scheme'`,
      ),
    })
    .from(services)
    .where(organisationIds && inArray(services.organisationId, [...organisationIds]));
  if (!row) throw new Error('a count without a row');
  return row;
}

/** Proposals that this person may decide. */
export async function countOpenProposals(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(proposals)
    .where(and(eq(proposals.status, 'open'), sql`${proposals.personId} is distinct from ${personId}`));
  return row?.count ?? 0;
}

/** Organisations that answer for an entry, by name. */
export async function listOwners(
  tx: Tx,
): Promise<
  { readonly id: string; readonly nameJa: string; readonly nameEn: string | null; readonly entries: number }[]
> {
  return tx
    .select({
      id: organisations.id,
      nameJa: organisations.nameJa,
      nameEn: organisations.nameEn,
      entries: count(),
    })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .groupBy(organisations.id)
    .orderBy(organisations.nameJa);
}
