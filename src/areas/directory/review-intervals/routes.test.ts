import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { verifyService } from '../services/actions.ts';
import { granted, makeService } from '../services/fixtures.ts';
import { findService } from '../services/store.ts';

const app = await testApp();
const keeper = await app.signIn(directoryKeeper);
const editor = await app.signIn(directoryEditor, { kind: 'npo' });
const url = staffDirectoryPaths.reviewIntervals.to({});
const days = { scheme: '180', desk: '９０', group: '90', place: '30' };

test('a keeper says after how many days each kind is to be looked at again', async () => {
  expect((await app.post(url, days, editor)).status).toBe(403);
  expect((await app.post(url, { ...days, place: '3' }, keeper)).status).toBe(422);
  expect((await app.post(url, days, keeper)).status).toBe(303);
  expect(await (await app.get(url, keeper)).text()).toContain('value="180"');
  const { organisationId } = editor;
  const { serviceId } = await makeService(app.db, { organisationId, content: { kind: 'place' } });
  granted(
    await verifyService(app.db, editor.who, { serviceId, organisationId }, new Date('2025-04-01T03:00:00Z')),
  );
  const { reviewOn } = await inTransaction(app.db, editor.who, (tx) => findService(tx, serviceId));
  expect(reviewOn).toBe('2025-05-01');
});
