import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, system } from '../access.ts';
import { Conflict } from '../errors.ts';
import { insertOrganisation } from '../people/organisations.ts';
import { testDatabase } from '../testing/database.ts';
import { askOnce, inTransaction, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const db = await testDatabase();

test('the application role owns nothing and cannot bypass row-level security', async () => {
  const { rows } = await db.pool.query(`select current_user as name, rolbypassrls or rolsuper as free,
    (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`);
  expect(rows).toEqual([{ name: 'tsunagi_app', free: false, owned: 0 }]);
});

test('every table has forced row-level security and at least one policy for the application', async () => {
  const { rows } =
    await db.owner.query(`select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and (not c.relrowsecurity or not c.relforcerowsecurity
      or not exists (select from pg_policy p where p.polrelid = c.oid and p.polname <> 'maintained_by_owner'))`);
  expect(rows).toEqual([]);
});

test('nobody sees people unless the transaction says who acts', async () => {
  await inTransaction(db, system('test'), (tx) =>
    tx.execute(sql`insert into people (email, name) values ('a@example.jp', 'A')`),
  );
  const seen = await inTransaction(db, anonymous, (tx) => tx.execute(sql`select * from people`));
  expect(seen.rows).toEqual([]);
});

test('a broken unique constraint is a Conflict with its name, and nothing of the transaction stays', async () => {
  const twice = inTransaction(db, system('test'), async (tx) => {
    await insertOrganisation(tx, { kind: 'bureau', code: 'twice', nameJa: '一' });
    await insertOrganisation(tx, { kind: 'bureau', code: 'twice', nameJa: '二' });
  });
  await expect(twice).rejects.toEqual(new Conflict('organisations_code'));
  const { rows } = await inTransaction(db, system('test'), (tx) =>
    tx.execute(sql`select * from organisations where code = 'twice'`),
  );
  expect(rows).toEqual([]);
});

test('a transaction that failed halfway never looks done, though somebody passed over the error', async () => {
  const passedOver = inTransaction(db, system('test'), async (tx) => {
    await insertOrganisation(tx, { kind: 'bureau', code: 'lost', nameJa: '一' });
    await tx.execute(sql`select 1 / 0`).catch(() => {});
    return 'done';
  });
  await expect(passedOver).rejects.toThrow('undone');
  const { rows } = await inTransaction(db, system('test'), (tx) =>
    tx.execute(sql`select * from organisations where code = 'lost'`),
  );
  expect(rows).toEqual([]);
});

test('migrating again, from several processes at once, changes nothing', async () => {
  await Promise.all([migrate(db.owner), migrate(db.owner), migrate(db.owner)]);
  const { rows } = await db.owner.query('select count(*)::int as count from drizzle.__drizzle_migrations');
  expect(rows[0].count).toBeGreaterThan(0);
});

test('statements go together with the beginning; one that fails undoes everything and leaves the connection whole', async () => {
  const who = system('test');
  const one = openDatabase(db.url, { connections: 1 });
  const wrong = inTransaction(one, who, (tx) => tx.execute(sql`select 1 / 0`));
  await expect(wrong).rejects.toThrow('select 1 / 0');
  const nothing = inTransaction(one, who, () => Promise.reject(new Error('before any statement')));
  await expect(nothing).rejects.toThrow('before any statement');
  const lost = inTransaction(one, who, (tx) =>
    tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
  );
  await expect(lost).rejects.toThrow('pg_terminate_backend');
  const seen = await inTransaction(one, who, async (tx) => {
    const asked = ['app.system', 'app.person'].map((name) =>
      tx.execute<{ said: string }>(sql`select coalesce(current_setting(${name}, true), '') as said`),
    );
    return (await Promise.all(asked)).map(({ rows }) => rows[0]?.said);
  });
  expect(seen).toEqual(['test', '']);
  await one.close();
});

test('what is asked at once is asked as somebody, and one that fails or is cut off leaves the connection whole', async () => {
  const one = openDatabase(db.url, { connections: 1 });
  const ask = (name: string, text: string) =>
    askOnce<{ said: string }>(one, system('asker'), { name: `test_ask_${name}`, text, values: [] });
  await expect(ask('wrong', 'select 1 / 0')).rejects.toThrow('division by zero');
  await expect(ask('lost', 'select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow('terminat');
  const who = `select current_setting('app.system', true) as said`;
  expect(await ask('who', who)).toEqual([{ said: 'asker' }]);
  expect((await one.pool.query(who)).rows).toEqual([{ said: '' }]);
  await one.close();
});
