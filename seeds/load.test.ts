import { expect, test } from 'vitest';
import { vi } from 'vitest';
vi.mock('./steps/editions.ts', () => ({ propose: async () => {}, approve: async () => {} }));
import { inTransaction } from '#platform/database/database.ts';
import { verifyLedger } from '#platform/audit/ledger.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { loader } from './progress.ts';
import { loadDemo } from './load.ts';

test('the demo world loads through the actions, quickly, once, and leaves an unbroken ledger', async () => {
  const db = await testDatabase();
  const started = performance.now();
  const first = await loadDemo(db);
  const took = performance.now() - started;
  expect(first?.people.length).toBeGreaterThanOrEqual(5);
  const count = async () => {
    const { rows } = await db.owner.query('select count(*)::int as n from audit_events');
    return rows[0].n as number;
  };
  const events = await count();
  expect(await loadDemo(db)).toEqual(first);
  expect(await count()).toBe(events);
  expect(await inTransaction(db, loader, verifyLedger)).toMatchObject({ intact: true });
  console.info('took', took, events);
});
