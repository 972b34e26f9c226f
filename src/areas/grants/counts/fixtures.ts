import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { grantCalls } from '../calls/tables.ts';
import { grantMoves } from '../ledger/tables.ts';

/** A call of a program, and moves of money that nobody's application stands behind. */
export async function makeMoves(
  db: Database,
  call: { programId: string; bureauId: string; fiscalYear: number },
  moves: readonly { kind: string; yen: number; on: string }[],
): Promise<void> {
  const { bureauId } = call;
  await inTransaction(db, system('test'), async (tx) => {
    const [made] = await tx
      .insert(grantCalls)
      .values({
        ...call,
        slug: `made-${call.programId}`,
        shape: 'subsidy',
        audience: 'groups',
        createdAt: new Date(),
      })
      .returning({ id: grantCalls.id });
    const callId = made?.id ?? '';
    await tx
      .insert(grantMoves)
      .values(
        moves.map(({ kind, yen, on }) => ({ callId, bureauId, kind, yen, at: new Date(`${on}T03:00:00Z`) })),
      );
  });
}
