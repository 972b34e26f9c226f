import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../database/database.ts';
import { databaseUrl, dropDatabase, onServer } from './global-setup.ts';

/** A database of its own for a test file (or a test): the migrated template, cloned; dropped when the file is done. */
export async function testDatabase(): Promise<Database & { readonly url: string }> {
  const serverUrl = inject('serverUrl');
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  // Its files are copied as they are: the usual way writes each page of them once more, into the log.
  await onServer(
    serverUrl,
    `create database ${name} template ${inject('templateDatabase')} strategy file_copy`,
  );
  const url = databaseUrl(serverUrl, name);
  const db = openDatabase(url, { connections: 6 });
  afterAll(async () => {
    await db.close();
    await dropDatabase(serverUrl, name);
  });
  return Object.assign(db, { url });
}
