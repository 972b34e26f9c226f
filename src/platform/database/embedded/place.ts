import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';

/** Where everything of one embedded database is. */
export interface Place {
  readonly dataDir: string;
  /** PostgreSQL's own files, and its socket. */
  readonly folder: string;
  readonly passwordFile: string;
  /** Stands in the command line of the server, so that a later process knows it again. */
  readonly name: string;
  /** Folder of the unix socket, or undefined where its path would be too long: then loopback TCP. */
  readonly socketFolder: string | undefined;
}

/** A place, the programs that work on it, and whom they run as (undefined: as ourselves). */
export interface Cluster extends Place {
  readonly binaries: Binaries;
  readonly user: DatabaseUser | undefined;
}

/** Longest path of a unix socket that every Unix takes, in bytes (macOS: 103, Linux: 107). */
const longestSocketPath = 103;

/** `dataDir` is absolute. */
export function placeIn(dataDir: string): Place {
  const folder = join(dataDir, 'postgres');
  const socket = Buffer.byteLength(join(folder, '.s.PGSQL.5432'));
  return {
    dataDir,
    folder,
    passwordFile: join(dataDir, 'postgres.password'),
    name: `tsunagi-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`,
    socketFolder: process.platform !== 'win32' && socket <= longestSocketPath ? folder : undefined,
  };
}

/**
 * What PostgreSQL's programs are told about the folder: they start in it (`cwd`), and under another user they reach it
 * only through that open door, because the folders above may be closed to that user (see docs/decisions).
 */
export function folderArguments({ user }: Cluster, folder: string): { cwd: string; dataDirectory: string } {
  return { cwd: folder, dataDirectory: user && process.platform === 'linux' ? '/proc/self/cwd' : folder };
}
