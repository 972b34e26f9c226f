import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { steadyText } from './catalog.ts';
import { copyIn, copyOut } from './copy.ts';

const client = new pg.Client(inject('serverUrl'));
await client.connect();
await client.query(steadyText);
afterAll(() => client.end());

/** One of each kind of value that could lose something on its way through text. */
const rows = `select i as id, 'タブ\t改行\n逆斜線\\ \\N 𠮷野家' as words, null::text as nothing, '' as empty, 0.1::float8 + 0.2 as float,
  1234567890123456789.0123456789::numeric as exact, '-infinity'::timestamptz as never, '2026-11-24 04:03:02.000001+09'::timestamptz as moment,
  '1 mon 2 days 03:04:05'::interval as span, '\\x00ff5c'::bytea as bytes, '{"a": ["ひと", 1.50, null], "z": {}}'::jsonb as document,
  '{"b":  1}'::json as as_typed, array['a,b', null, '"'] as list, array[[1,2],[3,4]] as square, '[1,5)'::int4range as range, 'x'::char(4) as padded
  from generate_series(1, 20000) i`;

async function* pieces(stream: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* stream;
}

async function whole(stream: AsyncGenerator<Buffer, number>): Promise<{ content: Buffer; rows: number }> {
  const found: Buffer[] = [];
  let next = await stream.next();
  for (; !next.done; next = await stream.next()) found.push(next.value);
  return { content: Buffer.concat(found), rows: next.value };
}

test('every kind of value comes in as it went out, through more than the memory given to it', async () => {
  await client.query(`create temp table source as ${rows}; create temp table target (like source)`);
  const { content, rows: count } = await whole(copyOut(client, 'copy source to stdout'));
  expect(count).toBe(20_000);
  async function* inSmallPieces() {
    for (let at = 0; at < content.length; at += 1_001) yield content.subarray(at, at + 1_001);
  }
  expect(await copyIn(client, 'copy target from stdin', pieces(inSmallPieces()))).toBe(20_000);
  const { rows: differing } = await client.query(
    '(table source except table target) union all (table target except table source)'.replaceAll(
      /table (source|target)/g,
      'select t::text from $1 t',
    ),
  );
  expect(differing).toEqual([]);
});

test('a slow reader gets all rows', async () => {
  const stream = copyOut(client, `copy (select repeat('x', 1000) from generate_series(1, 5000)) to stdout`);
  let length = 0;
  let next = await stream.next();
  for (; !next.done; next = await stream.next()) {
    length += next.value.length;
    await new Promise((resume) => setTimeout(resume, 2));
  }
  expect([length, next.value]).toEqual([5_005_000, 5_000]);
});

test('a failure on either side is thrown, and the connection works on', async () => {
  await client.query('create temp table numbers (number int)');
  await expect(whole(copyOut(client, 'copy nowhere to stdout'))).rejects.toThrow('"nowhere" does not exist');
  await expect(
    whole(copyOut(client, 'copy (select 1 / (3 - i) from generate_series(1, 9) i) to stdout')),
  ).rejects.toThrow('division by zero');
  async function* bad() {
    yield Buffer.from('1\nno number\n');
  }
  await expect(copyIn(client, 'copy numbers from stdin', bad())).rejects.toThrow('invalid input syntax');
  async function* broken() {
    yield Buffer.from('1\n');
    throw new Error('the file ended');
  }
  await expect(copyIn(client, 'copy numbers from stdin', broken())).rejects.toThrow('the file ended');
  expect((await client.query('select count(*)::int as count from numbers')).rows).toEqual([{ count: 0 }]);
});
