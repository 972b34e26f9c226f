import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Call } from '../../calls/store.ts';
import { grantCalls } from '../../calls/tables.ts';

/** Published calls that point back at this one. */
export async function listNextCalls(tx: Tx, callId: string): Promise<Call[]> {
  return tx
    .select()
    .from(grantCalls)
    .where(and(eq(grantCalls.previousId, callId), eq(grantCalls.state, 'published')))
    .orderBy(asc(grantCalls.createdAt));
}
