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

export interface MadeBenefit {
  readonly state: string;
  readonly askedOn: string;
  readonly decidedOn?: string;
  /** Of a call of `makeAwards`: what was decided. */
  readonly awardId?: string;
  /** Whether every condition was met. */
  readonly met?: boolean;
  readonly place?: string;
  readonly worry?: string;
  readonly times?: number;
}

/** Benefits of invented people under a call of `makeAwards`, as they stand; nothing is told of anybody. */
export async function makeBenefits(
  db: Database,
  callId: string,
  benefits: readonly MadeBenefit[],
): Promise<void> {
  await inTransaction(db, system('test'), async (tx) => {
    for (const {
      state,
      askedOn,
      decidedOn,
      awardId,
      met = true,
      place = '',
      worry = '',
      times = 1,
    } of benefits) {
      const checked = JSON.stringify([{ code: 'age', met }]);
      await tx.$client.query(
        `with r as (insert into grant_recipients (blind) values ($1) returning id)
        insert into grant_benefits (call_id, version_id, bureau_id, organisation_id, recipient_id, state, use, age_band, yen, checked,
          award_id, asked_on, decided_on, municipality, worry, created_at)
        select v.call_id, v.id, c.bureau_id, c.bureau_id, r.id, $2, 'exam', '15-19', 1000, $3::jsonb, $4::uuid, $5::date, $6::date, $9, $10, now()
        from grant_call_versions v join grant_calls c on c.id = v.call_id, r, generate_series(1, $7::int)
        where v.call_id = $8`,
        [
          crypto.randomUUID(),
          state,
          checked,
          awardId ?? null,
          askedOn,
          decidedOn ?? null,
          times,
          callId,
          place,
          worry,
        ],
      );
    }
  });
}
