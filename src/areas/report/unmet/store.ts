import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { worryPrograms } from './tables.ts';

export interface WorryProgram {
  readonly worry: string;
  readonly programId: string;
}

/** Which of these programs answer which worry. */
export async function listWorryPrograms(tx: Tx, programIds: readonly string[]): Promise<WorryProgram[]> {
  if (programIds.length === 0) return [];
  return tx
    .select()
    .from(worryPrograms)
    .where(inArray(worryPrograms.programId, [...programIds]));
}

/** Of these programs, the chosen ones answer the worry and the others do not. */
export async function replaceWorryPrograms(
  tx: Tx,
  worry: string,
  { among, chosen }: { among: readonly string[]; chosen: readonly string[] },
): Promise<void> {
  if (among.length > 0)
    await tx
      .delete(worryPrograms)
      .where(and(eq(worryPrograms.worry, worry), inArray(worryPrograms.programId, [...among])));
  if (chosen.length > 0)
    await tx.insert(worryPrograms).values(chosen.map((programId) => ({ worry, programId })));
}
