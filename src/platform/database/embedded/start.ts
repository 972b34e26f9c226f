import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartError } from '../../errors.ts';
import { findBinaries } from './binaries.ts';
import { prepareCluster, readPassword } from './cluster.ts';
import { chooseUser } from './database-user.ts';
import { holdFolder } from './folder-lock.ts';
import { launch } from './launch.ts';
import { type Cluster, placeIn } from './place.ts';
import { findServer, type Server, stopSurvivor } from './survivor.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** What PostgreSQL says, line by line; it never holds values of rows. */
  readonly log?: (line: string) => void;
  /** False only in tests: faster, and loses data when the machine stops. */
  readonly durable?: boolean;
}

export interface Embedded {
  /** Connection string of the owner of the database `tsunagi`; holds the password, so it is never logged. */
  readonly url: string;
  /** Fulfilled when the database has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends every connection, writes what is left to disk and waits for the end. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that belongs to a data folder, making it on the first start. One process at a time holds the
 * folder; a database that outlived its process is shut down first. Throws StartError when a person has to do something.
 */
export async function startEmbedded({
  dataDir,
  log = () => {},
  durable = true,
}: EmbeddedOptions): Promise<Embedded> {
  const place = placeIn(resolve(dataDir));
  await makeFolder(place.dataDir);
  const lock = await holdFolder(place.dataDir);
  try {
    const user = await chooseUser(place.folder);
    const cluster: Cluster = { ...place, user, binaries: await findBinaries(user) };
    await stopSurvivor(cluster);
    await prepareCluster(cluster);
    const running = await launch(cluster, { log, durable });
    const url = urlOf(running, await readPassword(cluster));
    return { url, ended: running.ended, stop: () => running.stop().finally(lock.release) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Connection string of the database that another process runs in this data folder; undefined when none does. */
export async function findRunning(dataDir: string): Promise<string | undefined> {
  const place = placeIn(resolve(dataDir));
  const server = await findServer(place);
  return server?.ready ? urlOf(server, await readPassword(place)) : undefined;
}

function urlOf({ host, port }: Pick<Server, 'host' | 'port'>, password: string): string {
  return `postgresql://tsunagi:${password}@localhost:${port}/tsunagi?host=${encodeURIComponent(host)}`;
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(
      `The data folder ${folder} cannot be made (${error.code}). Make it writable, or set DATA_DIR to another folder.`,
    );
  });
}
