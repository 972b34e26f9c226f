import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../database/database.ts';
import { databaseUrl, onServer } from './global-setup.ts';

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
    await drop(serverUrl, name);
  });
  return Object.assign(db, { url });
}

/** The server's own housekeeping may be at work in it, and nobody but the server may send that away: it is soon done. */
async function drop(serverUrl: string, name: string, tries = 20): Promise<void> {
  try {
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || tries === 0) throw error;
    await new Promise((later) => setTimeout(later, 250));
    await drop(serverUrl, name, tries - 1);
  }
}
