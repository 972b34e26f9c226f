import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { openProgram } from '../programs/actions.ts';
import { listTerms } from '../terms/store.ts';
import { decideResult, type ResultRefusal } from './rules.ts';
import { findResult, upsertResult } from './store.ts';

export interface ResultInput {
  readonly programId: string;
  /** The version that was read; 0 where nothing was written yet. */
  readonly version: number;
  readonly summary: string;
  readonly evaluation: string;
  readonly rating: string | null;
  readonly nextStep: string;
}

/** The bureau's words on a program's year. `changed-meanwhile`: somebody saved after this version was read. */
export async function saveResult(
  db: Db,
  who: Who,
  { programId, version, ...words }: ResultInput,
  now = new Date(),
): Promise<Result<{ version: number }, ResultRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const stored = await findResult(tx, programId);
    const ratings = (await listTerms(tx, open.value.fiscalYear, 'rating')).map((term) => term.code);
    const rating = words.rating || null;
    const decision = decideResult({ rating, ratings, readVersion: version, storedVersion: stored.version });
    if (!decision.ok) return decision;
    await upsertResult(tx, { programId, ...words, rating, version: version + 1 });
    await record(
      tx,
      {
        event: 'result.save',
        subject: { kind: 'program', id: programId },
        facts: { version: version + 1, rating },
      },
      now,
    );
    return ok({ version: version + 1 });
  });
}
