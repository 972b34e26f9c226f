/**
 * A process for start.test.ts: opens the data folder given, inserts numbers one transaction after the other and prints
 * each number once its commit is acknowledged, until it is killed.
 */
import pg from 'pg';
import { startEmbedded } from '../start.ts';

const embedded = await startEmbedded({ dataDir: process.argv[2] as string });
const client = new pg.Client(embedded.url);
await client.connect();
await client.query('create table if not exists acknowledged (number int primary key)');
const { rows } = await client.query<{ next: number }>(
  'select coalesce(max(number), 0)::int + 1 as next from acknowledged',
);
for (let number = rows[0]?.next ?? 1; ; number += 1) {
  await client.query('insert into acknowledged values ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
