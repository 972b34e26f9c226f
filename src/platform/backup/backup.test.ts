import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { system } from '../access.ts';
import { record, verifyLedger } from '../audit/ledger.ts';
import { inTransaction, openDatabase } from '../database/database.ts';
import { migrationsFolder } from '../database/migrate.ts';
import { StartError } from '../errors.ts';
import { placeOf, writeOnce } from '../files/store.ts';
import { testDatabase } from '../testing/database.ts';
import { databaseUrl, dropDatabase, onServer } from '../testing/global-setup.ts';
import { writeBackup } from './backup.ts';
import { withOwner } from './connection.ts';
import { migrateToBackup, refuseForeignVersion } from './older-migrations.ts';
import { restoreBackup } from './restore.ts';

const passphrase = 'correct horse battery';
const picture = randomBytes(900_000);
const pictureHash = createHash('sha256').update(picture).digest('hex');
const key = randomBytes(32);
const ring = `${randomBytes(32).toString('base64')}\n`;
const source = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'backup-'));
const dataDir = join(folder, 'data');
const file = join(folder, 'whole.backup');
const targets: string[] = [];

beforeAll(async () => {
  await fill();
  await writeOnce(placeOf({ folder: join(dataDir, 'files') }, pictureHash), picture);
  await writeFile(join(dataDir, 'secret.key'), key.toString('base64'));
  await writeFile(join(dataDir, 'vault.keys'), ring);
  await backUp(file);
});
afterAll(async () => {
  for (const name of targets) await dropDatabase(inject('serverUrl'), name);
  await rm(folder, { recursive: true });
});

function backUp(to: string, url = source.url) {
  return writeBackup({ url, dataDir, secretKey: undefined, file: to, passphrase });
}

async function emptyDatabase(): Promise<string> {
  const name = `r_${crypto.randomUUID().replaceAll('-', '')}`;
  targets.push(name);
  await onServer(inject('serverUrl'), `create database ${name}`);
  return databaseUrl(inject('serverUrl'), name);
}

interface Restoring {
  readonly url: string;
  readonly from?: string;
  readonly words?: string;
  readonly into?: string;
  readonly secretKey?: Buffer;
}

function restore({
  url,
  from = file,
  words = passphrase,
  into = join(folder, crypto.randomUUID()),
  secretKey,
}: Restoring) {
  return restoreBackup({ url, dataDir: into, secretKey, file: from, passphrase: words });
}

/** Rows of many kinds, written past row-level security as the owner. */
async function fill(): Promise<void> {
  await source.owner.query(`begin; select set_config('app.maintenance', 'on', true);
    insert into organisations (kind, code, name_ja, name_en) values ('bureau', 'welfare', '福祉子どもみらい局', 'Welfare');
    insert into people (email, name, locked_until) select 'p' || i || '@example.jp', '例示 ' || i || E'\\t𠮷', '2026-11-24 04:03:02.123456+09' from generate_series(1, 3000) i;
    insert into memberships (person_id, organisation_id, role) select p.id, o.id, 'reporter' from people p, organisations o;
    insert into passkeys (person_id, credential_id, public_key, counter, transports, label) select id, 'c', '\\x00ff5c0a', 9007199254740991, '["usb", {"深": null}]', '' from people limit 1;
    insert into files (sha256, bytes, media_type, name) select '${pictureHash}', 900000, 'image/png', '写真.png' from generate_series(1, 2);
    commit`);
  await source.owner.query(`select graphile_worker.add_job('mail.send', '{"to": "一"}', queue_name => 'mail', job_key => 'k', run_at => '2030-01-01', max_attempts => 5, priority => 3, flags => '{"a"}');
    select graphile_worker.reschedule_jobs(array[(graphile_worker.add_job('tried', '{}')).id], attempts => 2)`);
  for (const id of ['1', '2']) {
    await inTransaction(source, system('test'), (tx) =>
      record(tx, { event: 'test.done', subject: { kind: 'test', id } }, new Date()),
    );
  }
}

/** Every row of every table, and what the catalog says about triggers, keys and row-level security. */
function contentOf(url: string): Promise<Record<string, unknown>> {
  return withOwner(url, async (client) => {
    await client.query(`begin; select set_config('app.maintenance', 'on', true)`);
    const found: Record<string, unknown> = {};
    for (const { name } of (
      await client.query(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      )
    ).rows) {
      const { rows } = await client.query(
        `select count(*)::int, md5(string_agg(t::text, '|' order by t::text collate "C")) from ${name} t`,
      );
      found[name] = rows[0];
    }
    const queries = {
      triggers: `select tgrelid::regclass::text, tgname, tgenabled from pg_trigger t where tgname !~ '^RI_' order by 1, 2`,
      keys: `select conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
      security: `select relname, relrowsecurity, relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
      policies: `select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
      migrations: 'select hash, created_at from drizzle.__drizzle_migrations order by 2',
      jobs: `select t.identifier, j.payload, q.queue_name, j.key, j.attempts, j.max_attempts, j.priority, j.flags, extract(year from j.run_at)
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = task_id
        left join graphile_worker._private_job_queues q on q.id = job_queue_id order by 1`,
    };
    for (const [name, query] of Object.entries(queries)) found[name] = (await client.query(query)).rows;
    return found;
  });
}

describe('a backup restored into an empty database', () => {
  test('has every row, job, file, key and guard as before, and the ledger is intact', async () => {
    const url = await emptyDatabase();
    const into = join(folder, 'restored');
    const counts = await restore({ url, into });
    expect(counts).toMatchObject({ jobs: 2, files: 1 });
    expect(counts.rows).toBeGreaterThan(6_000);
    expect(await contentOf(url)).toEqual(await contentOf(source.url));
    expect((await readFile(placeOf({ folder: join(into, 'files') }, pictureHash))).equals(picture)).toBe(
      true,
    );
    expect(await readFile(join(into, 'secret.key'), 'utf8')).toBe(key.toString('base64'));
    expect(await readFile(join(into, 'vault.keys'), 'utf8')).toBe(ring);
    const db = openDatabase(url);
    expect(await inTransaction(db, system('test'), verifyLedger)).toEqual({ intact: true, events: 2 });
    await expect(db.owner.query('delete from audit_events')).rejects.toThrow('append-only');
    await db.close();
  });

  test('is as of one moment, while writing goes on', async () => {
    const busy = await testDatabase();
    await busy.owner.query(`begin; select set_config('app.maintenance', 'on', true);
      insert into organisations (kind, code, name_ja) select 'npo', 'before' || i, repeat('長', 100) from generate_series(1, 20000) i; commit`);
    let writing = true;
    let written = 0;
    const writer = (async () => {
      for (; writing; written += 1) {
        await busy.owner.query(`begin; select set_config('app.maintenance', 'on', true);
          insert into mail_outbox (recipient, subject, body) values ('a@example.jp', 'pair', '');
          insert into organisations (kind, code, name_ja) values ('npo', 'pair' || ${written}, ''); commit`);
      }
    })();
    while (written < 20) await new Promise((resume) => setTimeout(resume, 5));
    const before = written;
    await backUp(join(folder, 'busy.backup'), busy.url);
    expect(written).toBeGreaterThan(before + 20);
    writing = false;
    await writer;
    const url = await emptyDatabase();
    await restore({ url, from: join(folder, 'busy.backup') });
    const [pairs] = await rowsOf(
      url,
      `select (select count(*)::int from mail_outbox) as mails, (select count(*)::int from organisations where code like 'pair%') as organisations`,
    );
    expect(pairs?.['mails']).toBe(pairs?.['organisations']);
    expect(pairs?.['mails']).toBeGreaterThanOrEqual(before);
    expect(pairs?.['mails']).toBeLessThan(written);
  });

  test('of an older version ends with the tables of this one', async () => {
    const ours = readMigrationFiles({ migrationsFolder }).map(({ folderMillis: at, hash }) => ({ at, hash }));
    const old = await emptyDatabase();
    const owner = new pg.Pool({ connectionString: old });
    owner.on('error', () => {});
    owner.on('connect', (client) => client.on('error', () => {}));
    await migrateToBackup(owner, ours.slice(0, 1));
    await owner.query(`insert into organisations (kind, code, name_ja) values ('npo', 'old', '古い団体')`);
    await owner.end();
    await backUp(join(folder, 'old.backup'), old);
    const url = await emptyDatabase();
    await restore({ url, from: join(folder, 'old.backup') });
    expect(await rowsOf(url, 'select code from organisations')).toEqual([{ code: 'old' }]);
    expect(await contentOf(url)).toMatchObject({
      migrations: ours.map(({ at, hash }) => ({ created_at: String(at), hash })),
    });
  });
});

describe('a restore that is refused changes nothing', () => {
  async function refusal(restoring: Omit<Restoring, 'url'>): Promise<string> {
    const url = await emptyDatabase();
    const into = join(folder, crypto.randomUUID());
    const error = await restore({ url, into, ...restoring }).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(StartError);
    expect(
      await rowsOf(url, `select relname from pg_class where relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(await readdir(into).catch(() => [])).toEqual([]);
    return (error as StartError).message;
  }

  test('with another passphrase, a short one or none', async () => {
    expect(await refusal({ words: 'another horse battery' })).toMatch('not the passphrase of this backup');
    expect(await refusal({ words: 'short' })).toMatch('at least 12 characters');
  });

  test('when the file is not there or is something else', async () => {
    expect(await refusal({ from: join(folder, 'none') })).toMatch('There is no file');
    await writeFile(join(folder, 'text'), 'Dear all, '.repeat(100));
    expect(await refusal({ from: join(folder, 'text') })).toMatch('This file is no backup of Tsunagi.');
  });

  test('when the file is cut off, at a border of its frames too, or a byte was flipped', async () => {
    const bytes = await readFile(file);
    const bad = join(folder, 'bad.backup');
    for (const length of [40, 52, 52 + 4 + 256 * 1024 + 16, bytes.length - 1]) {
      await writeFile(bad, bytes.subarray(0, length));
      expect(await refusal({ from: bad })).toMatch(/cut off or was altered|is no backup/);
    }
    for (const at of [60, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] as number) ^ 1;
      await writeFile(bad, flipped);
      expect(await refusal({ from: bad })).toMatch('cut off or was altered');
    }
  });

  test('when the database holds a single row, or tables that are not ours', async () => {
    const { url, owner } = await testDatabase();
    await owner.query(
      `begin; select set_config('app.maintenance', 'on', true); insert into organisations (kind, code, name_ja) values ('npo', 'mine', '私'); commit`,
    );
    const before = await contentOf(url);
    await expect(restore({ url })).rejects.toThrow(/not empty \(public\.organisations has rows\)/);
    expect(await contentOf(url)).toEqual(before);
    const foreign = await emptyDatabase();
    await withOwner(foreign, (client) => client.query('create table theirs (id int)'));
    await expect(restore({ url: foreign })).rejects.toThrow('tables that are not of Tsunagi');
  });

  test('when the tables are newer than the backup, or the backup newer than the product', async () => {
    const { url } = await testDatabase();
    await expect(restore({ url, from: join(folder, 'old.backup') })).rejects.toThrow(
      'tables of a newer version than the backup',
    );
    const [first, ...rest] = readMigrationFiles({ migrationsFolder }).map(({ folderMillis: at, hash }) => ({
      at,
      hash,
    }));
    if (!first) throw new Error('no migrations');
    expect(() => refuseForeignVersion([first, ...rest, { at: Date.UTC(2999), hash: '' }])).toThrow(
      'made by a newer version',
    );
    expect(() => refuseForeignVersion([{ ...first, hash: 'other' }])).toThrow('another line of versions');
  });

  test('when SECRET_KEY is set to another key: the rows are undone and the files taken back', async () => {
    const { url } = await testDatabase();
    const before = await contentOf(url);
    const into = join(folder, crypto.randomUUID());
    await expect(restore({ url, into, secretKey: randomBytes(32) })).rejects.toThrow(
      'SECRET_KEY is not the key of this backup',
    );
    expect(await contentOf(url)).toEqual(before);
    await restore({ url, into, secretKey: key });
    expect((await stat(placeOf({ folder: join(into, 'files') }, pictureHash))).size).toBe(picture.length);
  });
});

describe('writing a backup', () => {
  test('never overwrites a file and leaves none behind when it fails', async () => {
    await expect(backUp(file)).rejects.toThrow('exists already');
    await expect(backUp(join(folder, 'none/x.backup'))).rejects.toThrow('does not exist');
    await expect(backUp(join(folder, 'x.backup'), await emptyDatabase())).rejects.toThrow(
      'nothing to back up',
    );
    expect((await readdir(folder)).filter((name) => name.includes('x.backup'))).toEqual([]);
  });

  test('gives a file that only its owner may read', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('tells a damaged file and saves everything else', async () => {
    const damaged = join(folder, 'damaged');
    await writeOnce(placeOf({ folder: join(damaged, 'files') }, pictureHash), picture.subarray(1));
    const options = {
      url: source.url,
      dataDir: damaged,
      secretKey: undefined,
      file: join(folder, 'damaged.backup'),
      passphrase,
    };
    expect(await writeBackup(options)).toMatchObject({ files: 0, jobs: 2, damagedFiles: [pictureHash] });
  });
});

async function rowsOf(url: string, query: string): Promise<Record<string, unknown>[]> {
  return withOwner(url, async (client) => {
    await client.query(`begin; select set_config('app.maintenance', 'on', true)`);
    return (await client.query<Record<string, unknown>>(query)).rows;
  });
}
