import { readdirSync } from 'node:fs';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import type { SealedPlace } from '../retention/places.ts';

type Tables = ReadonlyMap<
  string,
  { readonly sealed: readonly string[]; readonly columns: readonly string[] }
>;

/** Every table of an area (its folder) with its columns that hold something sealed. */
export async function sealedColumns(area: URL): Promise<Tables> {
  const found = new Map<string, { sealed: string[]; columns: string[] }>();
  const files = readdirSync(area, { recursive: true }).map(String);
  for (const file of files.filter((name) => name.endsWith('/tables.ts'))) {
    const tables: Record<string, unknown> = await import(new URL(file, area).pathname);
    for (const table of Object.values(tables)) {
      if (!(table instanceof PgTable)) continue;
      const { name, columns } = getTableConfig(table);
      const sealed = columns.filter(
        (column) => /^sealed(_|$)/.test(column.name) && column.getSQLType() === 'text',
      );
      found.set(name, {
        sealed: sealed.map((column) => column.name),
        columns: columns.map((column) => column.name),
      });
    }
  }
  return found;
}

/** Sealed columns that no place erases, as `table.column`. */
export function columnsNotErased(tables: Tables, places: readonly SealedPlace[]): readonly string[] {
  const listed = new Map(places.map(({ table, erase }) => [table, erase]));
  return [...tables].flatMap(([table, { sealed }]) => {
    const erase = listed.get(table);
    if (erase === 'row') return [];
    const gone = [...(erase?.empty ?? []), ...(erase?.nulls ?? [])];
    return sealed.filter((column) => !gone.includes(column)).map((column) => `${table}.${column}`);
  });
}

/** Places whose table or columns do not exist. */
export function placesThatAreNone(tables: Tables, places: readonly SealedPlace[]): readonly SealedPlace[] {
  return places.filter(({ table, by, erase }) => {
    const columns = tables.get(table)?.columns ?? [];
    const named = erase === 'row' ? [by] : [by, ...(erase.empty ?? []), ...(erase.nulls ?? [])];
    return named.some((column) => !columns.includes(column));
  });
}
