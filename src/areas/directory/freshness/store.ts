import { and, count, desc, eq, inArray, isNotNull, isNull, lte, max, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { confirmationLinks } from '../confirmations/tables.ts';
import type { Service } from '../services/store.ts';
import { services } from '../services/tables.ts';
import { freshnessLetters } from './tables.ts';

export interface DueEntry {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly sealed: boolean;
  readonly verifiedOn: string | null;
  readonly reviewOn: string | null;
  readonly publishedAt: Date | null;
}

/** Entries that are shown or sealed (drafts are nobody's concern yet), due until a day or never confirmed. Their names only. */
export async function listDueEntries(tx: Tx, until: string): Promise<DueEntry[]> {
  return tx
    .select({
      id: services.id,
      organisationId: services.organisationId,
      name: sql<string>`${services.content}->'name'->>'ja'`,
      sealed: services.sealed,
      verifiedOn: services.verifiedOn,
      reviewOn: services.reviewOn,
      publishedAt: services.publishedAt,
    })
    .from(services)
    .where(
      and(
        or(isNotNull(services.publishedAt), services.sealed),
        or(lte(services.reviewOn, until), isNull(services.reviewOn), isNull(services.verifiedOn)),
        inArray(services.status, ['active', 'temporarily closed']),
      ),
    )
    .orderBy(services.organisationId, services.id);
}

/** When each entry was last named for a review day: `serviceId dueOn` → moment. */
export async function listNamings(tx: Tx, serviceIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await tx
    .select({
      serviceId: confirmationLinks.serviceId,
      dueOn: confirmationLinks.dueOn,
      sentAt: max(confirmationLinks.sentAt),
    })
    .from(confirmationLinks)
    .where(and(inArray(confirmationLinks.serviceId, [...serviceIds]), isNotNull(confirmationLinks.dueOn)))
    .groupBy(confirmationLinks.serviceId, confirmationLinks.dueOn);
  return new Map(
    rows.flatMap(({ serviceId, dueOn, sentAt }) => (sentAt ? [[`${serviceId} ${dueOn}`, sentAt]] : [])),
  );
}

export async function findLastLetter(tx: Tx, organisationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ sentOn: freshnessLetters.sentOn })
    .from(freshnessLetters)
    .where(eq(freshnessLetters.organisationId, organisationId))
    .orderBy(desc(freshnessLetters.sentOn))
    .limit(1);
  return row?.sentOn ?? null;
}

/** False when a letter of this day is there already: another run was faster. */
export async function insertLetter(
  tx: Tx,
  letter: { organisationId: string; sentOn: string; entries: number },
): Promise<boolean> {
  const rows = await tx
    .insert(freshnessLetters)
    .values(letter)
    .onConflictDoNothing()
    .returning({ id: freshnessLetters.id });
  return rows.length > 0;
}

/** So many public entries of an owner that have the same review day. */
export interface ScoredEntries {
  readonly organisationId: string;
  readonly verifiedOn: string | null;
  readonly reviewOn: string | null;
  readonly count: number;
}

/** What the scores of owners are made of: everything that everybody sees, whoever asks. */
export async function listScored(tx: Tx): Promise<ScoredEntries[]> {
  const { organisationId, reviewOn } = services;
  // The day of the confirmation makes no difference; whether there was one does.
  const verifiedOn = sql<string | null>`case when ${services.verifiedOn} is not null then ${reviewOn} end`;
  return tx
    .select({ organisationId, reviewOn, verifiedOn: verifiedOn.as('verified'), count: count() })
    .from(services)
    .where(and(isNotNull(services.publishedAt), eq(services.sealed, false)))
    .groupBy(organisationId, reviewOn, sql`verified`);
}

/** Entries by what is most urgent: overdue ones, those that nobody confirmed, then the next in time. */
export async function listByUrgency(
  tx: Tx,
  filter: { organisationIds: readonly string[] | undefined; today: string },
  { limit, offset }: { limit: number; offset: number },
): Promise<Service[]> {
  const { reviewOn, verifiedOn } = services;
  const never = sql`${reviewOn} is null or ${verifiedOn} is null`;
  const rank = sql`case when ${never} then 1 when ${reviewOn} < ${filter.today} then 0 else 2 end`;
  const rows = await tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(reviewable(filter.organisationIds))
    .orderBy(rank, reviewOn, services.id)
    .limit(limit)
    .offset(offset);
  return rows.map(({ service, owner: answers }) => ({ ...service, owner: answers }));
}

export async function countReviewable(
  tx: Tx,
  organisationIds: readonly string[] | undefined,
): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(services).where(reviewable(organisationIds));
  return row?.count ?? 0;
}

const owner = { kind: organisations.kind, nameJa: organisations.nameJa, nameEn: organisations.nameEn };

/** What has to be kept true: what everybody sees, and what is sealed, for those who write it. Drafts are not yet. */
function reviewable(organisationIds: readonly string[] | undefined) {
  return and(
    or(isNotNull(services.publishedAt), services.sealed),
    inArray(services.status, ['active', 'temporarily closed']),
    organisationIds && inArray(services.organisationId, [...organisationIds]),
  );
}
