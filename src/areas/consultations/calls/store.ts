import { and, between, count, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { type Attempt, type HeardCall } from './rules.ts';
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

/** Held until the transaction ends: what is told and what is written down of a desk's calls is brought together one after the other. */
export async function lockCalls(tx: Tx, deskId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${deskId}, 3))`);
}

/** Which of these calls are there already. */
export async function listKnownCalls(
  tx: Tx,
  deskId: string,
  callIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = sql`${callAttempts.callId} = any(${sql.param([...callIds])}::text[])`;
  const rows = await tx
    .select({ callId: callAttempts.callId })
    .from(callAttempts)
    .where(and(eq(callAttempts.deskId, deskId), asked));
  return new Set(rows.map(({ callId }) => callId));
}

/** Answers of a span of time that counsellors wrote down and no exchange has told. */
export async function listWrittenCalls(
  tx: Tx,
  { deskId, from, to }: { deskId: string; from: Date; to: Date },
): Promise<HeardCall[]> {
  return tx
    .select({ id: callAttempts.id, at: callAttempts.at })
    .from(callAttempts)
    .where(
      and(
        eq(callAttempts.deskId, deskId),
        eq(callAttempts.source, 'log'),
        between(callAttempts.at, from, to),
      ),
    );
}

/** Answers that an exchange told and nobody has written down; those that rang in a span of time. */
export async function listToldCalls(
  tx: Tx,
  { deskId, from, to }: { deskId: string; from: Date; to: Date },
): Promise<{ id: string; at: Date; waitSeconds: number | null }[]> {
  return tx
    .select({ id: callAttempts.id, at: callAttempts.at, waitSeconds: callAttempts.waitSeconds })
    .from(callAttempts)
    .where(
      and(
        eq(callAttempts.deskId, deskId),
        inArray(callAttempts.source, ['import', 'hook']),
        eq(callAttempts.result, 'answered'),
        isNull(callAttempts.contactId),
        between(callAttempts.at, from, to),
      ),
    );
}

/** What the exchange tells of calls that were written down: its id, its seconds. */
export async function tellWritten(
  tx: Tx,
  source: 'import' | 'hook',
  told: readonly (Pick<Attempt, 'callId' | 'waitSeconds' | 'talkSeconds'> & { readonly id: string })[],
): Promise<void> {
  if (told.length === 0) return;
  await tx.execute(sql`
    update ${callAttempts} set source = ${source}, call_id = told."callId", wait_seconds = told."waitSeconds",
      talk_seconds = coalesce(told."talkSeconds", talk_seconds)
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as told (id uuid, "callId" text, "waitSeconds" int, "talkSeconds" int)
    where ${callAttempts.id} = told.id`);
}

/** A call that was told is the one of this contact. */
export async function linkCall(tx: Tx, { id, contactId }: { id: string; contactId: string }): Promise<void> {
  await tx.update(callAttempts).set({ contactId }).where(eq(callAttempts.id, id));
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
