import type pg from 'pg';
import type { Table } from './catalog.ts';

/** The statements that undo what `loosen` did. */
export type Loosened = readonly string[];

/**
 * For the time of one transaction nothing looks at single rows: triggers are off, row-level security lets the owner
 * through, foreign keys are gone. All of it is a right of the tables' owner; no superuser is needed.
 */
export async function loosen(client: pg.ClientBase, tables: readonly Table[]): Promise<Loosened> {
  const undoing: string[] = [];
  for (const { name, forcesRowSecurity } of tables) {
    if (!forcesRowSecurity) continue;
    await client.query(`alter table ${name} no force row level security`);
    undoing.push(`alter table ${name} force row level security`);
  }
  for (const { table, trigger, mode } of await listTriggers(client)) {
    await client.query(`alter table ${table} disable trigger ${trigger}`);
    undoing.push(`alter table ${table} enable ${mode} trigger ${trigger}`);
  }
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  // Adding a key again checks every row.
  undoing.push(
    ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
  );
  return undoing;
}

export async function tighten(client: pg.ClientBase, loosened: Loosened): Promise<void> {
  await client.query('set constraints all immediate');
  for (const statement of loosened) await client.query(statement);
}

async function listTriggers(
  client: pg.ClientBase,
): Promise<{ table: string; trigger: string; mode: string }[]> {
  const { rows } = await client.query<{ table: string; trigger: string; mode: string }>(
    `select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as trigger,
       case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as mode
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0`,
  );
  return rows;
}

async function listForeignKeys(
  client: pg.ClientBase,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  return rows;
}
