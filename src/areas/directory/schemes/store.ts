import { asc, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Scheme } from './scheme.ts';
import { schemes } from './tables.ts';

export async function listSchemes(tx: Tx): Promise<Scheme[]> {
  const rows = await tx.select({ content: schemes.content }).from(schemes).orderBy(asc(schemes.position));
  return rows.map(({ content }) => content);
}

/** Writes the whole list; what it does not name is gone. */
export async function replaceSchemes(tx: Tx, list: readonly Scheme[], now: Date): Promise<void> {
  const codes = list.map(({ code }) => code);
  await tx.delete(schemes).where(codes.length > 0 ? notInArray(schemes.code, codes) : undefined);
  if (list.length === 0) return;
  await tx
    .insert(schemes)
    .values(list.map((content, position) => ({ code: content.code, position, content, updatedAt: now })))
    .onConflictDoUpdate({
      target: schemes.code,
      set: {
        position: sql.raw('excluded.position'),
        content: sql.raw('excluded.content'),
        updatedAt: now,
      },
    });
}
