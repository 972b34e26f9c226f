import { readdirSync } from 'node:fs';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { casePlaces, personPlaces, referralPlaces } from './places.ts';

const area = new URL('..', import.meta.url);
const places = [...casePlaces, ...referralPlaces, ...personPlaces];

/** Every table of the area with its columns that hold something sealed. */
async function sealedColumns(): Promise<ReadonlyMap<string, { sealed: string[]; columns: string[] }>> {
  const found = new Map<string, { sealed: string[]; columns: string[] }>();
  for (const slice of readdirSync(area, { withFileTypes: true })) {
    const file = new URL(`${slice.name}/tables.ts`, area);
    const tables: Record<string, unknown> = slice.isDirectory()
      ? await import(file.pathname).catch((error: NodeJS.ErrnoException) => {
          if (String(error.message).includes(file.pathname)) return {};
          throw error;
        })
      : {};
    for (const table of Object.values(tables)) {
      if (!(table instanceof PgTable)) continue;
      const { name, columns } = getTableConfig(table);
      const names = columns.map((column) => column.name);
      const sealed = columns.filter(
        (column) => /^sealed(_|$)/.test(column.name) && column.getSQLType() === 'text',
      );
      found.set(name, { sealed: sealed.map((column) => column.name), columns: names });
    }
  }
  return found;
}
const tables = await sealedColumns();

test('every table with something sealed is erased by the schedule', () => {
  expect(tables.size).toBeGreaterThan(20);
  const listed = new Map(places.map(({ table, erase }) => [table, erase]));
  const missing: string[] = [];
  for (const [table, { sealed }] of tables) {
    const erase = listed.get(table);
    for (const column of sealed)
      if (
        erase === undefined ||
        (erase !== 'row' && ![...(erase.empty ?? []), ...(erase.nulls ?? [])].includes(column))
      )
        missing.push(`${table}.${column}`);
  }
  expect(missing).toEqual([]);
});

test('every place is a table and a column that exist', () => {
  const wrong = places.filter(({ table, by, erase }) => {
    const columns = tables.get(table)?.columns ?? [];
    const named = erase === 'row' ? [by] : [by, ...(erase.empty ?? []), ...(erase.nulls ?? [])];
    return named.some((column) => !columns.includes(column));
  });
  expect(wrong).toEqual([]);
});
