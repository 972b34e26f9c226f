import { sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';

/** A place where words of people lie, sealed. Names of tables and columns go into SQL as they stand. */
export interface SealedPlace {
  readonly table: string;
  /** The column that says whose it is. */
  readonly by: string;
  /** The row goes, or (it holds codes that are counted) only these columns: emptied, or null where that is allowed. */
  readonly erase: 'row' | { readonly empty?: readonly string[]; readonly nulls?: readonly string[] };
  /** Text in a row of its own: may go before the rest. */
  readonly text?: true;
}

/** Erases what lies at these places; gives how many rows held words. */
export async function eraseAt(
  tx: Tx,
  places: readonly SealedPlace[],
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  let words = 0;
  for (const { table, by, erase } of places) {
    const of = sql`${sql.identifier(by)} = any(${sql.param([...ids])}::uuid[])`;
    const name = sql.identifier(table);
    if (erase === 'row') {
      words += (await tx.execute(sql`delete from ${name} where ${of}`)).rowCount ?? 0;
      continue;
    }
    const emptied = (erase.empty ?? []).map((column) => sql`${sql.identifier(column)} = ''`);
    const nulled = (erase.nulls ?? []).map((column) => sql`${sql.identifier(column)} = null`);
    const set = sql.join([...emptied, ...nulled], sql`, `);
    const holds = sql.join(
      [
        ...(erase.empty ?? []).map((column) => sql`${sql.identifier(column)} <> ''`),
        ...(erase.nulls ?? []).map((column) => sql`${sql.identifier(column)} is not null`),
      ],
      sql` or `,
    );
    words += (await tx.execute(sql`update ${name} set ${set} where ${of} and (${holds})`)).rowCount ?? 0;
  }
  return words;
}
