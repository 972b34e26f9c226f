import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { organisations } from '#platform/people/tables.ts';
import type { services } from '../services/tables.ts';
import { indexed } from './indexed.ts';
import { searchEntries } from './tables.ts';
import { readVocabulary } from './vocabulary/store.ts';

/** What the search needs of a row of `services`. */
export type FoundService = Pick<
  typeof services.$inferSelect,
  'id' | 'organisationId' | 'content' | 'publishedAt' | 'sealed' | 'reviewOn' | 'capacity' | 'updatedAt'
>;

/** Brings the search up to date with an entry, in the transaction that wrote it. What is not public is not found. */
export async function replaceSearchEntry(tx: Tx, service: FoundService, now: Date): Promise<void> {
  if (!service.publishedAt || service.sealed) {
    await tx.delete(searchEntries).where(eq(searchEntries.serviceId, service.id));
    return;
  }
  const vocabulary = await readVocabulary(tx);
  const [organisation] = await tx
    .select({ ja: organisations.nameJa, en: organisations.nameEn })
    .from(organisations)
    .where(eq(organisations.id, service.organisationId));
  const organisationNames = [organisation?.ja, organisation?.en].filter((name) => !!name) as string[];
  const row = {
    ...indexed({ id: service.id, content: service.content, organisationNames }, vocabulary),
    reviewOn: service.reviewOn,
    capacity: service.capacity,
    changedAt: service.updatedAt,
    madeOn: tokyoDay(now),
  };
  await tx
    .insert(searchEntries)
    .values({ serviceId: service.id, ...row })
    .onConflictDoUpdate({ target: searchEntries.serviceId, set: row });
}
