import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../database/database.ts';
import { startEmbedded } from '../database/embedded/start.ts';
import { migrate } from '../database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests clone the migrated database `templateDatabase`. */
    serverUrl: string;
    templateDatabase: string;
  }
}

/** One migrated template database for the whole run: on DATABASE_URL when given, otherwise on an embedded server without fsync. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), 'tsunagi-test-'));
  const server = folder ? await startEmbedded({ dataDir: folder, durable: false }) : undefined;
  const serverUrl = given ?? (server?.url as string);
  const templateDatabase = `tsunagi_template_${process.pid}`;
  await onServer(serverUrl, `drop database if exists ${templateDatabase}`);
  await onServer(serverUrl, `create database ${templateDatabase}`);
  const db = openDatabase(databaseUrl(serverUrl, templateDatabase));
  await migrate(db.owner);
  await db.close();
  project.provide('serverUrl', serverUrl);
  project.provide('templateDatabase', templateDatabase);
  return async () => {
    if (server && folder) {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    } else {
      await dropDatabase(serverUrl, templateDatabase);
    }
  };
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The server's own housekeeping may be at work in it, and nobody but the server may send that away: it is soon done. */
export async function dropDatabase(serverUrl: string, name: string, tries = 20): Promise<void> {
  try {
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || tries === 0) throw error;
    await new Promise((later) => setTimeout(later, 250));
    await dropDatabase(serverUrl, name, tries - 1);
  }
}
