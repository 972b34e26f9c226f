import { getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import { type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
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

/** The text of a statement that is written with tables and conditions of ours; its values are said as $1, $2, …. */
export function statementText(statement: SQL): string {
  return new PgDialect().sqlToQuery(statement).sql;
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

/** The same for many rows: one statement, whatever their number. `suffix` as above. Gives how many were written. */
export function preparedInsertAll<Table extends PgTable>(
  table: Table,
  { suffix = '' }: { suffix?: string } = {},
): (tx: Tx, rows: readonly Table['$inferSelect'][]) => Promise<number> {
  const { text, told } = insertOfRows(table, { place: 1, suffix });
  const name = `insert_all_${getTableName(table)}`;
  return async (tx, rows) => {
    if (rows.length === 0) return 0;
    const { rowCount } = await runPrepared(tx, { name, text }, [told(rows)]);
    return rowCount ?? 0;
  };
}

/**
 * The insert of rows that come as one value, for statements that write more than one table: `$place` is what `told` makes of the
 * rows. `only`: which of them (`given`), as a condition.
 */
export function insertOfRows<Table extends PgTable>(
  table: Table,
  { place, only = 'true', suffix = '' }: { place: number; only?: string; suffix?: string },
) {
  const tableName = getTableName(table);
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  return {
    text: `insert into "${tableName}" (${names}) select ${names}
      from jsonb_populate_recordset(null::"${tableName}", $${place}) given where ${only} ${suffix}`,
    told: (rows: readonly Table['$inferSelect'][]) =>
      JSON.stringify(
        rows.map((row) =>
          Object.fromEntries(
            columns.map(([key, column]) => [column.name, valueInJson(column, row[key as keyof typeof row])]),
          ),
        ),
      ),
  };
}

function valueInJson(column: PgColumn, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.columnType === 'PgJsonb') return value;
  // Hundreds of tokens: PostgreSQL reads a number of JSON by far slower than one of its own lists.
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return `{${value.join(',')}}`;
  return column.mapToDriverValue(value);
}

/** Moments and days come as the text that a column's own reading expects, as for a builder's statement. */
const asText = new Set<number>([1082, 1114, 1115, 1182, 1184, 1185, 1186, 1187, 1231]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    asText.has(oid) ? (value: string) => value : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

/** Whole rows: `condition` is what follows the name of the table, with $1, $2, … for values, `where id = $1 for update`. */
export function preparedSelect<Table extends PgTable>(
  table: Table,
  { name, condition }: { readonly name: string; readonly condition: string },
): (tx: Tx, ...values: readonly unknown[]) => Promise<Table['$inferSelect'][]> {
  const columns = Object.entries(getTableColumns(table));
  const list = columns.map(([, column]) => `t."${column.name}"`).join(', ');
  const text = `select ${list} from "${getTableName(table)}" t ${condition}`;
  return async (tx, ...values) => {
    const { rows } = await tx.$client.query<Record<string, unknown>>({
      name,
      text,
      types,
      values: [...values],
    });
    return rows.map(
      (row) =>
        Object.fromEntries(
          columns.map(([key, column]) => {
            const value = row[column.name];
            return [key, value === null ? null : column.mapFromDriverValue(value)];
          }),
        ) as Table['$inferSelect'],
    );
  };
}
