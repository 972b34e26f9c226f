import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { StartError } from '../errors.ts';
import { databaseUrl, dropDatabase, onServer } from '../testing/global-setup.ts';
import { migrate } from './migrate.ts';

const server = inject('serverUrl');
const name = `f_${crypto.randomUUID().replaceAll('-', '')}`;
afterAll(async () => {
  await dropDatabase(server, name);
  await onServer(server, `drop role if exists ${name}`);
});

async function refusal(url: string): Promise<string> {
  const owner = new pg.Pool({ connectionString: url });
  const error = await migrate(owner).then(
    () => undefined,
    (problem: unknown) => problem,
  );
  await owner.end();
  expect(error).toBeInstanceOf(StartError);
  return (error as StartError).message;
}

describe('one line says what to do about DATABASE_URL', () => {
  test('when nothing answers', async () => {
    expect(await refusal('postgres://a:b@127.0.0.1:1/x')).toMatch(/does not answer\. Start it/);
    expect(await refusal('postgres://a:b@localhost/x?host=/nowhere')).toMatch(/does not answer/);
  });

  test('when the host is not known', async () => {
    expect(await refusal('postgres://a:b@host.invalid/x')).toMatch(/host of DATABASE_URL is not known/);
  });

  test('when the user is refused or the database is missing', async () => {
    const stranger = new URL(server);
    stranger.username = 'stranger';
    expect(await refusal(stranger.href)).toMatch(/refuses the user or the password/);
    expect(await refusal(databaseUrl(server, 'missing'))).toMatch(/does not exist\. Make it/);
  });

  test('when the database cannot hold Japanese', async () => {
    await onServer(server, `create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`);
    expect(await refusal(databaseUrl(server, name))).toMatch(/stores text as SQL_ASCII\. Make it with/);
  });

  test('when the user may not make what is needed', async () => {
    await onServer(server, `create role ${name} login password 'x'`);
    const weak = new URL(databaseUrl(server, 'postgres'));
    weak.username = name;
    weak.password = 'x';
    expect(await refusal(weak.href)).toMatch(/must own the database and be allowed to make roles/);
  });
});
