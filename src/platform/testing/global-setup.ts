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
      await onServer(serverUrl, `drop database if exists ${templateDatabase} with (force)`);
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
