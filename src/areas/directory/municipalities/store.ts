import { asc, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { municipalities } from './tables.ts';

export type Municipality = typeof municipalities.$inferSelect;

/** By code: the prefecture, then its cities each before its wards, then towns and villages. */
export async function listMunicipalities(tx: Tx): Promise<Municipality[]> {
  return tx.select().from(municipalities).orderBy(asc(municipalities.code));
}

/** Writes them, or rewrites those that are there. */
export async function upsertMunicipalities(
  tx: Tx,
  rows: readonly (typeof municipalities.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  const rewritten = (name: string) => sql.raw(`excluded.${name}`);
  await tx
    .insert(municipalities)
    .values([...rows])
    .onConflictDoUpdate({
      target: municipalities.code,
      set: {
        code6: rewritten('code6'),
        parentCode: rewritten('parent_code'),
        kind: rewritten('kind'),
        nameJa: rewritten('name_ja'),
        nameKana: rewritten('name_kana'),
        nameEn: rewritten('name_en'),
        county: rewritten('county'),
        region: rewritten('region'),
        population: rewritten('population'),
        latitude: rewritten('latitude'),
        longitude: rewritten('longitude'),
        tileColumn: rewritten('tile_column'),
        tileRow: rewritten('tile_row'),
        supportAuthority: rewritten('support_authority'),
        organisationId: rewritten('organisation_id'),
      },
    });
}
