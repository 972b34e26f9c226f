import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, isKeeper } from '../access.ts';
import {
  decideMunicipalities,
  type MunicipalityKind,
  type MunicipalityRefusal,
  sixDigits,
  supportAuthorityOf,
} from './rules.ts';
import { listMunicipalities, upsertMunicipalities } from './store.ts';

export interface MunicipalityInput {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: MunicipalityKind;
  readonly nameJa: string;
  readonly nameKana: string;
  readonly nameEn: string;
  readonly county?: string | null;
  readonly region?: string | null;
  readonly population?: number | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly tileColumn?: number | null;
  readonly tileRow?: number | null;
  /** Absent: as the law has it. A town with a welfare office of its own says itself. */
  readonly supportAuthority?: string;
  readonly organisationId?: string | null;
}

/** Adds municipalities and wards, or rewrites those that are there. */
export async function saveMunicipalities(
  db: Db,
  who: Who,
  inputs: readonly MunicipalityInput[],
  now = new Date(),
): Promise<Result<{ count: number }, MunicipalityRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.writeEntry.name);
  return inTransaction(db, who, async (tx) => {
    const given = new Set(inputs.map(({ code }) => code));
    const kept = (await listMunicipalities(tx)).filter(({ code }) => !given.has(code));
    const places = [...kept, ...inputs];
    const rows = inputs.map((input) => ({
      ...input,
      code6: sixDigits(input.code),
      supportAuthority: input.supportAuthority ?? supportAuthorityOf(input.code, places),
    }));
    const decision = decideMunicipalities([...kept, ...rows]);
    if (!decision.ok) return decision;
    await upsertMunicipalities(tx, rows);
    await publicPagesChanged(tx);
    await record(
      tx,
      {
        event: 'municipality.write',
        subject: { kind: 'municipality', id: inputs[0]?.code ?? '' },
        facts: { count: inputs.length },
      },
      now,
    );
    return ok({ count: inputs.length });
  });
}
