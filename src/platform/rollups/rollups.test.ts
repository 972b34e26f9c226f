import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, type PersonWho, type Who } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { testDatabase } from '../testing/database.ts';

const db = await testDatabase();
const owner = '00000000-0000-4000-8000-000000000001';

/** A register of which everything counts once, in April 2024, for whoever holds the role `counter`. */
await db.owner.query(`
  create function rollup_example(things uuid[])
    returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
    as $$ select id, '${owner}'::uuid, 2024, '2024-04', 'seen', 'x', id, 1::bigint from unnest(things) id $$;
  create function countable_example(asked uuid[]) returns uuid[] language sql stable
    as $$ select case when app_has_role('counter') then asked end $$;
  create function rollup_closed(things uuid[])
    returns table (thing uuid, owner uuid, year integer, month text, figure text, code text, who uuid, n bigint) language sql stable
    as $$ select * from rollup_example(things) $$`);

const counter: PersonWho = {
  kind: 'person',
  personId: '00000000-0000-4000-8000-000000000002',
  name: '試験 担当',
  sessionId: '',
  memberships: [
    { organisationId: owner, organisationKind: 'desk', organisationName: '試験組織', role: 'counter' },
  ],
};

await inTransaction(db, anonymous, async (tx) => {
  for (const register of ['example', 'closed'])
    await tx.execute(sql`select mark_changed(${register}, array[gen_random_uuid(), gen_random_uuid()])`);
});

const count = (who: Who, register: string) =>
  inTransaction(db, who, async (tx) => {
    const { rows } = await tx.execute(
      sql`select month, figure, code, n::int, people::int from count_rollup(${register}, array[${owner}::uuid], 2024) order by 1`,
    );
    const { rows: after } = await tx.execute(
      sql`select app_is_system() as product, exists (select from rollup_marks) as sees,
        exists (select from read_rollup('example', array[${owner}::uuid], 2024)) as reads`,
    );
    return { rows, after };
  });
/** Whoever counted is afterwards who they were, and sees nothing of what was counted. */
const after = [{ product: false, sees: false, reads: false }];

test('whoever may count a register gets its numbers, and nothing of what stands behind them', async () => {
  const numbers = { figure: 'seen', code: 'x', n: 2, people: 2 };
  expect(await count(counter, 'example')).toEqual({
    rows: [
      { month: '', ...numbers },
      { month: '2024-04', ...numbers },
    ],
    after,
  });
});

test('whoever may not gets none', async () => {
  expect(await count(anonymous, 'example')).toEqual({ rows: [], after });
});

test('a register that does not say who may count it is counted by nobody', async () => {
  await expect(count(counter, 'closed')).rejects.toMatchObject({
    cause: { message: expect.stringContaining('countable_closed') },
  });
});
