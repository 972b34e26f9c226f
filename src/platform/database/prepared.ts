import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { Tx } from './database.ts';

/**
 * Statements of hot paths: written once, parsed and planned once per connection. A builder's statement costs three times as
 * much on both sides, which counts where thousands of rows are written. Names are unique in the product.
 */
export async function runPrepared<Row extends pg.QueryResultRow>(
  tx: Tx,
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<pg.QueryResult<Row>> {
  return tx.$client.query<Row>({ ...statement, values: [...values] });
}

/** An insert of whole rows; every column is given. `suffix` follows the values: `on conflict (code) do nothing`. */
export function preparedInsert<Table extends PgTable>(
  table: Table,
  { suffix = '' }: { suffix?: string } = {},
): (tx: Tx, row: Table['$inferSelect']) => Promise<{ readonly written: boolean }> {
  const name = `insert_${getTableName(table)}`;
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`);
  const places = columns.map((_, at) => `$${at + 1}`);
  const text = `insert into "${getTableName(table)}" (${names.join(', ')}) values (${places.join(', ')}) ${suffix}`;
  return async (tx, row) => {
    const values = columns.map(([key, column]) => {
      const value = row[key];
      return value === null || value === undefined ? null : column.mapToDriverValue(value);
    });
    const { rowCount } = await runPrepared(tx, { name, text }, values);
    return { written: (rowCount ?? 0) > 0 };
  };
}
