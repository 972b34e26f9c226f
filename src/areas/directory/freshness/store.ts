import { and, desc, eq, inArray, isNotNull, isNull, lte, max, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { confirmationLinks } from '../confirmations/tables.ts';
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

export interface ScoredEntry {
  readonly organisationId: string;
  readonly verifiedOn: string | null;
  readonly reviewOn: string | null;
}

/** What the scores of owners are made of: everything that everybody sees, whoever asks. */
export async function listScored(tx: Tx): Promise<ScoredEntry[]> {
  return tx
    .select({
      organisationId: services.organisationId,
      verifiedOn: services.verifiedOn,
      reviewOn: services.reviewOn,
    })
    .from(services)
    .where(and(isNotNull(services.publishedAt), eq(services.sealed, false)));
}
