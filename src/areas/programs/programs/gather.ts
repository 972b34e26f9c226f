import { inTransaction, type Tx } from '#platform/database/database.ts';
import type { Visit } from '#platform/web/visit.ts';
import { mustWriteProgram } from '../access.ts';
import { findProgram, type Program } from './store.ts';

type ProgramVisit = Visit<{ programId: string }>;

/** A page about a program for somebody who may write it; the answer is 422 where the form has problems. */
export async function writersPage<Facts>(
  visit: ProgramVisit,
  gather: (tx: Tx, program: Program) => Promise<Facts>,
): Promise<Facts & { program: Program }> {
  return inTransaction(visit.db, visit.who, async (tx) => {
    const program = await findProgram(tx, visit.params.programId);
    mustWriteProgram(visit.who, program);
    return { ...(await gather(tx, program)), program };
  });
}
