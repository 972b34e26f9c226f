import { and, count, desc, eq, gte, lt } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Attempt } from './rules.ts';
import { callAttempts, callHooks } from './tables.ts';

/** Writes attempts that are not there yet; gives how many were new. */
export async function insertAttempts(
  tx: Tx,
  deskId: string,
  source: 'log' | 'tally' | 'import' | 'hook',
  attempts: readonly (Attempt & { readonly contactId?: string })[],
): Promise<number> {
  if (attempts.length === 0) return 0;
  const rows = await tx
    .insert(callAttempts)
    .values(attempts.map((attempt) => ({ ...attempt, deskId, source })))
    .onConflictDoNothing()
    .returning({ id: callAttempts.id });
  return rows.length;
}

/** Attempts of a span of time by how they ended. */
export async function countAttempts(
  tx: Tx,
  { deskId, from, to }: { deskId: string; from: Date; to: Date },
): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .select({ result: callAttempts.result, calls: count() })
    .from(callAttempts)
    .where(and(eq(callAttempts.deskId, deskId), gte(callAttempts.at, from), lt(callAttempts.at, to)))
    .groupBy(callAttempts.result);
  return Object.fromEntries(rows.map(({ result, calls }) => [result, calls]));
}

export async function listAttempts(tx: Tx, { deskId, limit }: { deskId: string; limit: number }) {
  return tx
    .select()
    .from(callAttempts)
    .where(eq(callAttempts.deskId, deskId))
    .orderBy(desc(callAttempts.at))
    .limit(limit);
}

export async function findHookSecret(tx: Tx, deskId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ sealed: callHooks.sealedSecret })
    .from(callHooks)
    .where(eq(callHooks.deskId, deskId));
  return row?.sealed;
}

export async function writeHookSecret(
  tx: Tx,
  hook: { deskId: string; sealedSecret: string; madeAt: Date },
): Promise<void> {
  const { sealedSecret, madeAt } = hook;
  await tx
    .insert(callHooks)
    .values(hook)
    .onConflictDoUpdate({ target: callHooks.deskId, set: { sealedSecret, madeAt } });
}
