import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymous, type PersonWho, system } from '../access.ts';
import { type Database, inTransaction } from '../database/database.ts';
import { testDatabase } from '../testing/database.ts';
import { verifyCommand } from './command.ts';
import { canonical, record, verifyLedger } from './ledger.ts';

const now = new Date('2026-11-24T03:04:05.678Z');
const verify = (db: Database) => inTransaction(db, system('test'), verifyLedger);

async function write(db: Database, events: number): Promise<void> {
  for (let count = 1; count <= events; count += 1)
    await inTransaction(db, system('test'), (tx) =>
      record(
        tx,
        { event: 'test.write', subject: { kind: 'test', id: String(count) }, facts: { count } },
        now,
      ),
    );
}

/** What only the owner of the database can do, having switched the guards off. */
async function tamper(db: Database, statement: string): Promise<void> {
  await db.owner.query(`begin; select set_config('app.maintenance', 'on', true);
    alter table audit_events disable trigger user; ${statement};
    alter table audit_events enable trigger user; commit`);
}

describe('the ledger', () => {
  test('is intact when nothing was ever written, and after each event', async () => {
    const db = await testDatabase();
    expect(await verify(db)).toEqual({ intact: true, events: 0 });
    await write(db, 3);
    expect(await verify(db)).toEqual({ intact: true, events: 3 });
  });

  test.each([
    ['a changed event', "update audit_events set event = 'test.lie' where position = 3", 3, 'changed'],
    ['changed facts', `update audit_events set facts = '{"count": 4}' where position = 3`, 3, 'changed'],
    ['another actor', "update audit_events set actor = 'nobody' where position = 2", 2, 'changed'],
    ['another moment', "update audit_events set at = at + interval '1 ms' where position = 5", 5, 'changed'],
    ['a row taken out of the middle', 'delete from audit_events where position = 2', 2, 'missing'],
    ['the first row taken out', 'delete from audit_events where position = 1', 1, 'missing'],
    ['the end cut off', 'delete from audit_events where position > 3', 4, 'missing'],
    ['everything gone', 'delete from audit_events', 1, 'missing'],
    [
      'two rows in each other’s place',
      `update audit_events set position = -2 where position = 2; update audit_events set position = 2 where position = 4;
       update audit_events set position = 4 where position = -2`,
      2,
      'changed',
    ],
    [
      'a row put on behind the end',
      `insert into audit_events select 6, at, event, person_id, actor, subject_kind, subject_id, facts, hash, hash
       from audit_events where position = 5`,
      6,
      'changed',
    ],
    ['a head moved back', "update audit_head set position = 3, hash = repeat('0', 64)", 3, 'head'],
  ])('shows %s', async (_, statement, position, why) => {
    const db = await testDatabase();
    await write(db, 5);
    await tamper(db, statement);
    expect(await verify(db)).toEqual({ intact: false, position, why: expect.stringContaining(why) });
  });

  test('shows a rewritten event by the next link, though its own hash was made to fit', async () => {
    const db = await testDatabase();
    await write(db, 2);
    const forged = await testDatabase();
    await inTransaction(forged, system('test'), (tx) =>
      record(tx, { event: 'test.lie', subject: { kind: 'test', id: '1' } }, now),
    );
    const { rows } = await inTransaction(forged, system('test'), (tx) =>
      tx.execute<{ hash: string }>(sql`select hash from audit_events`),
    );
    await tamper(
      db,
      `update audit_events set event = 'test.lie', facts = '{}', hash = '${rows[0]?.hash}' where position = 1`,
    );
    expect(await verify(db)).toMatchObject({ position: 2, why: expect.stringContaining('does not follow') });
  });

  test('keeps one chain under many writers, and can be verified meanwhile', async () => {
    const db = await testDatabase();
    const writers = Array.from({ length: 12 }, async () => write(db, 5));
    const watching = Array.from({ length: 6 }, async () => verify(db));
    expect(await Promise.all(watching)).toEqual(
      watching.map(() => expect.objectContaining({ intact: true })),
    );
    await Promise.all(writers);
    expect(await verify(db)).toEqual({ intact: true, events: 60 });
  });

  test('takes the events of one transaction in their order, the same one once', async () => {
    const db = await testDatabase();
    await write(db, 1);
    await inTransaction(db, system('test'), async (tx) => {
      for (const id of ['c', 'a', 'b', 'a', 'ä "\\'])
        await record(tx, { event: 'test.many', subject: { kind: 'test', id }, facts: { of: id } }, now);
    });
    const { rows } = await inTransaction(db, system('test'), (tx) =>
      tx.execute(
        sql`select subject_id as id, facts ->> 'of' as of from audit_events where position > 1 order by position`,
      ),
    );
    expect(rows).toEqual(['c', 'a', 'b', 'ä "\\'].map((id) => ({ id, of: id })));
    expect(await verify(db)).toEqual({ intact: true, events: 5 });
  });

  test('holds nothing of a transaction that was undone', async () => {
    const db = await testDatabase();
    const undone = inTransaction(db, system('test'), async (tx) => {
      await record(tx, { event: 'test.undo', subject: { kind: 'test', id: '1' } }, now);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await write(db, 1);
    expect(await verify(db)).toEqual({ intact: true, events: 1 });
  });

  test.each(['update audit_events set event = event', 'delete from audit_events', 'truncate audit_events'])(
    'refuses the application: %s',
    async (statement) => {
      const db = await testDatabase();
      await write(db, 1);
      const tried = inTransaction(db, system('test'), (tx) => tx.execute(sql.raw(statement)));
      await expect(tried).rejects.toMatchObject({ cause: { code: '42501' } });
      await expect(db.owner.query(statement)).rejects.toThrow('append-only');
    },
  );

  test('is read by the system, by administrators, and by everybody about their own acts', async () => {
    const db = await testDatabase();
    const person = (role?: string): PersonWho => ({
      kind: 'person',
      personId: crypto.randomUUID(),
      name: 'x',
      sessionId: crypto.randomUUID(),
      memberships: role
        ? [
            {
              organisationId: crypto.randomUUID(),
              organisationKind: 'prefecture',
              organisationName: 'x',
              role,
            },
          ]
        : [],
    });
    const [one, other, admin] = [person(), person(), person('administrator')];
    await inTransaction(db, one, (tx) =>
      record(tx, { event: 'test.write', subject: { kind: 'test', id: '1' } }, now),
    );
    const seen = (who: Parameters<typeof inTransaction>[1]) =>
      inTransaction(db, who, async (tx) => (await tx.execute(sql`select 1 from audit_events`)).rows.length);
    expect(await Promise.all([one, other, admin, anonymous, system('test')].map(seen))).toEqual([
      1, 0, 1, 0, 1,
    ]);
  });
});

describe('npm run audit:verify', () => {
  test('says in one line whether the ledger holds', async () => {
    const db = await testDatabase();
    await write(db, 4);
    const run = async () => {
      const lines: string[] = [];
      const intact = await verifyCommand({ DATABASE_URL: db.url }, (line) => lines.push(line));
      return [intact, ...lines];
    };
    expect(await run()).toEqual([true, 'The ledger is intact: 4 events.']);
    await tamper(db, "update audit_events set subject_id = '9' where position = 2");
    expect(await run()).toEqual([
      false,
      'The ledger is broken at event 2: it was changed after it was written.',
    ]);
  });

  test('makes no database where there is none', async () => {
    const verifying = verifyCommand({ DATA_DIR: `/nowhere/${crypto.randomUUID()}` }, () => {});
    await expect(verifying).rejects.toThrow('There is no database in');
  });
});

test('JSON is written the same whatever order its keys came in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonical(reversed)).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
