import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { testApp } from '#src/app.testing.ts';
import { grantOfficer } from '../access.ts';
import { orderPayment, orderPayments } from './actions.ts';
import { makeAwards } from './fixtures.ts';
import { findPayment } from './store.ts';

const app = await testApp();
const given = { db: app.db, vault: app.tools.vault };
const officer = await app.signIn(grantOfficer);
const elsewhere = await app.signIn(grantOfficer);
const { bureauId } = { bureauId: officer.organisationId };
const now = new Date('2025-06-10T03:00:00Z');
const dueOn = '2025-06-30';

test('an officer orders what is owed once: what waits is not ordered again', async () => {
  const { awardIds } = await makeAwards(given, { bureauId, yen: [120_000] });
  const [awardId = ''] = awardIds;
  const order = (yen: number) =>
    inTransaction(app.db, officer.who, (tx) =>
      orderPayment(tx, officer.who, { awardId, yen, kind: 'one-shot', dueOn }, now),
    );
  const first = await order(100_000);
  if (!first.ok) throw new Error(first.refusal);
  expect(
    await inTransaction(app.db, officer.who, (tx) => findPayment(tx, first.value.paymentId)),
  ).toMatchObject({ awardId, yen: 100_000, state: 'ordered', orderedBy: officer.who.personId });
  expect(await order(20_001)).toMatchObject({ refusal: 'more-than-owed', facts: { yen: 20_000 } });
  expect((await order(20_000)).ok).toBe(true);
});

test.each([0, -1, 0.5, Number.NaN])('%d yen are not ordered', async (yen) => {
  const { awardIds } = await makeAwards(given, { bureauId, yen: [100] });
  const [awardId = ''] = awardIds;
  const ordered = await inTransaction(app.db, officer.who, (tx) =>
    orderPayment(tx, officer.who, { awardId, yen, kind: 'final', dueOn }, now),
  );
  expect(ordered).toMatchObject({ ok: false, refusal: 'yen-not-positive' });
});

test('another office does not order, and of two that order at once one is refused', async () => {
  const { awardIds } = await makeAwards(given, { bureauId, yen: [500] });
  const [awardId = ''] = awardIds;
  const order = { awardId, yen: 400, kind: 'advance', dueOn } as const;
  await expect(
    inTransaction(app.db, elsewhere.who, (tx) => orderPayments(tx, elsewhere.who, [order], now)),
  ).rejects.toThrow(NotFound);
  const both = await Promise.all(
    [1, 2].map(() =>
      inTransaction(app.db, system('test'), (tx) => orderPayment(tx, system('test'), order, now)),
    ),
  );
  expect(both.filter((each) => each.ok)).toHaveLength(1);
});

test('of many orders all are written or none', async () => {
  const { awardIds } = await makeAwards(given, { bureauId, yen: [10, 20, 30] });
  const orders = awardIds.map((awardId) => ({ awardId, yen: 20, kind: 'final', dueOn }) as const);
  const refused = await inTransaction(app.db, officer.who, (tx) =>
    orderPayments(tx, officer.who, orders, now),
  );
  expect(refused).toMatchObject({ ok: false, refusal: 'more-than-owed' });
  const taken = await inTransaction(app.db, officer.who, (tx) =>
    orderPayments(
      tx,
      officer.who,
      orders.map((order) => ({ ...order, yen: 10 })),
      now,
    ),
  );
  expect(taken.ok && taken.value.paymentIds).toHaveLength(3);
});
