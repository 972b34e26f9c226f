import { and, asc, count, eq, ne } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { phrases } from './tables.ts';

export type Phrase = typeof phrases.$inferSelect;

/** The phrases of a desk in their order. */
export async function listPhrases(tx: Tx, deskId: string): Promise<Phrase[]> {
  return tx
    .select()
    .from(phrases)
    .where(eq(phrases.deskId, deskId))
    .orderBy(asc(phrases.position), asc(phrases.code));
}

export async function findPhrase(tx: Tx, { deskId, id }: { deskId: string; id: string }): Promise<Phrase> {
  const [row] = await tx
    .select()
    .from(phrases)
    .where(and(eq(phrases.id, id), eq(phrases.deskId, deskId)));
  if (!row) throw new NotFound('phrase');
  return row;
}

/** How many others the desk has, and how many of them under a code. */
export async function countOthers(
  tx: Tx,
  { deskId, id, code }: { deskId: string; id: string; code: string },
): Promise<{ others: number; sameCode: number }> {
  const others = and(eq(phrases.deskId, deskId), ne(phrases.id, id));
  const [all] = await tx.select({ n: count() }).from(phrases).where(others);
  const [same] = await tx
    .select({ n: count() })
    .from(phrases)
    .where(and(others, eq(phrases.code, code)));
  return { others: all?.n ?? 0, sameCode: same?.n ?? 0 };
}

export async function writePhrase(tx: Tx, phrase: Phrase): Promise<void> {
  const { id: _, deskId: __, ...change } = phrase;
  await tx.insert(phrases).values(phrase).onConflictDoUpdate({ target: phrases.id, set: change });
}

export async function removePhrase(tx: Tx, id: string): Promise<void> {
  await tx.delete(phrases).where(eq(phrases.id, id));
}
