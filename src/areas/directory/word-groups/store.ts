import { asc, eq, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { FoundService } from '../search/store.ts';
import { searchEntries, searchGroups } from '../search/tables.ts';
import { services } from '../services/tables.ts';

export type GroupRow = typeof searchGroups.$inferSelect;

export async function listChangedGroups(tx: Tx): Promise<GroupRow[]> {
  return tx.select().from(searchGroups).orderBy(asc(searchGroups.code));
}

export async function lockGroup(tx: Tx, code: string): Promise<GroupRow | undefined> {
  const [row] = await tx.select().from(searchGroups).where(eq(searchGroups.code, code)).for('update');
  return row;
}

export async function upsertGroup(
  tx: Tx,
  {
    code,
    topics,
    words,
    phrases,
    removed,
    now,
  }: Pick<GroupRow, 'code' | 'removed'> & {
    readonly topics: readonly string[];
    readonly words: readonly string[];
    readonly phrases: readonly string[];
    readonly now: Date;
  },
): Promise<void> {
  const set = { topics: [...topics], words: [...words], phrases: [...phrases], removed, updatedAt: now };
  await tx
    .insert(searchGroups)
    .values({ code, ...set })
    .onConflictDoUpdate({ target: searchGroups.code, set });
}

export async function deleteGroup(tx: Tx, code: string): Promise<void> {
  await tx.delete(searchGroups).where(eq(searchGroups.code, code));
}

/** Entries in which one of these folded words stands, some of them. */
export async function listEntriesWith(
  tx: Tx,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<FoundService[]> {
  if (words.length === 0) return [];
  const contains = words.map((word) => sql`position(${word} in replace(${searchEntries.body}, ' ', '')) > 0`);
  const rows = await tx
    .select({ service: services })
    .from(searchEntries)
    .innerJoin(services, eq(services.id, searchEntries.serviceId))
    .where(or(...contains))
    .limit(limit);
  return rows.map(({ service }) => service);
}
