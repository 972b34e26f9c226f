import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { openContact } from '../contacts/actions.ts';
import { makeDesk } from '../desks/fixtures.ts';
import type { Door } from '../desks/settings.ts';
import { say, type Sender } from './actions.ts';

const app = await testApp();
const { vault } = app.tools;
const { deskId } = await makeDesk(app.db);
const who = system('test');
const waiting = async () =>
  (
    await app.db.owner.query(
      `select task_identifier from graphile_worker.jobs where task_identifier like '%.deliver'`,
    )
  ).rows.length;

async function said(door: Door, sender: Sender): Promise<number> {
  const opening = { vault, deskId, door, state: 'open', inHours: true } as const;
  const { id: contactId } = await openContact(app.db, who, opening);
  const before = await waiting();
  await say(app.db, who, { vault, contactId, sender, text: '聞いています', key: crypto.randomUUID() });
  return (await waiting()) - before;
}

test.each<[Door, Sender, number]>([
  ['line', 'counsellor', 1],
  ['line', 'bot', 1],
  ['line', 'notice', 1],
  ['line', 'whisper', 0],
  ['line', 'person', 0],
  ['chat', 'counsellor', 0],
])('%s: words of a %s are handed to a carrier %i times', async (door, sender, times) => {
  expect(await said(door, sender)).toBe(times);
});

test('a message that was undone is handed to nobody', async () => {
  const before = await waiting();
  await inTransaction(app.db, who, async (tx) => {
    const opening = { vault, deskId, door: 'line', state: 'open', inHours: true } as const;
    const { id: contactId } = await openContact(tx, who, opening);
    await say(tx, who, { vault, contactId, sender: 'counsellor', text: 'x', key: 'undone-key' });
    await tx.execute(sql`select 1 / 0`);
  }).catch(() => {});
  expect(await waiting()).toBe(before);
});
