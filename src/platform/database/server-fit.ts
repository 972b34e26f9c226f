import type pg from 'pg';
import { StartError } from '../errors.ts';

const oldestVersion = 150_000;

/** Refuses a server that would accept us and fail later. */
export async function refuseUnfit(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
       current_setting('server_encoding') as encoding`,
  );
  const [server] = rows;
  if (!server || server.version < oldestVersion) {
    throw new StartError(
      `The server at DATABASE_URL is PostgreSQL ${server?.name}; Tsunagi needs 15 or later.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new StartError(
      `The database at DATABASE_URL stores text as ${server.encoding}. Make it with: create database … encoding 'UTF8' template template0`,
    );
  }
}

/** The line for the one who starts the process, where they can mend it; otherwise the error as it was. */
export function explainServer(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error) || !('code' in cause)) return error;
  const isNetwork = 'syscall' in cause || 'errors' in cause;
  const line = isNetwork ? networkLines[String(cause.code)] : serverLines[String(cause.code)];
  return line ? new StartError(line) : error;
}

const silent = 'The server at DATABASE_URL does not answer. Start it, or correct its host and port.';
const unknownHost = 'The host of DATABASE_URL is not known. Correct it.';
const notLetIn =
  'The server at DATABASE_URL refuses the user or the password. Correct them, or the rules in its pg_hba.conf.';

/** By the system's error code. */
const networkLines: Readonly<Record<string, string>> = {
  ECONNREFUSED: silent,
  ENOENT: silent,
  ETIMEDOUT: silent,
  EHOSTUNREACH: silent,
  ENETUNREACH: silent,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
};

/** By SQLSTATE. */
const serverLines: Readonly<Record<string, string>> = {
  '57P03': silent,
  '28P01': notLetIn,
  '28000': notLetIn,
  '3D000': "The database of DATABASE_URL does not exist. Make it: create database … owner … encoding 'UTF8'",
  '53300':
    'The server at DATABASE_URL has no connection left. Raise its max_connections, or run fewer processes.',
  '42501':
    'The user of DATABASE_URL must own the database and be allowed to make roles: alter role … createrole',
};
