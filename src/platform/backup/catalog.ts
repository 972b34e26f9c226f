import type pg from 'pg';
import { StartError } from '../errors.ts';
import type { AppliedMigration } from './records.ts';

/** A table as PostgreSQL's catalog has it; the names are quoted, the columns without those it computes. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly forcesRowSecurity: boolean;
}

/** The same text for the same value on both sides, and no limit of time. */
export const steadyText = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set synchronize_seqscans = off; set statement_timeout = 0; set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set client_min_messages = warning`;

/** Our tables lie in `public`; the job queue's and the migrations' own lie elsewhere. Extensions keep their tables themselves. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; forces: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as forces,
       coalesce((select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '{}') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
  );
  return rows.map(({ name, columns, forces }) => ({ name, columns, forcesRowSecurity: forces }));
}

export async function listSequences(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

export async function listMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query(
    `select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  );
  if (!found[0]?.name) return [];
  const { rows } = await client.query<{ at: string; hash: string }>(
    'select created_at::text as at, hash from drizzle.__drizzle_migrations order by created_at',
  );
  return rows.map(({ at, hash }) => ({ at: Number(at), hash }));
}

/** Row-level security would hide rows without a word from anybody but the owner. */
export async function refuseOthersThanTheOwner(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
       and not (pg_has_role(c.relowner, 'usage') and (not c.relforcerowsecurity or exists (select from pg_policy p
         where p.polrelid = c.oid and p.polname = 'maintained_by_owner' and pg_has_role(p.polroles[1], 'usage')))) limit 1`,
  );
  if (rows.length > 0) {
    throw new StartError(
      'The user of DATABASE_URL does not own the tables of Tsunagi. Use the user that Tsunagi runs with.',
    );
  }
}

export function copyText(
  { name, columns }: Pick<Table, 'name' | 'columns'>,
  direction: 'to stdout' | 'from stdin',
): string {
  return `copy ${name} (${columns.join(', ')}) ${direction}`;
}
