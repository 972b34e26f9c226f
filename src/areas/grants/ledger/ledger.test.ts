import fc from 'fast-check';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { testApp } from '#src/app.testing.ts';
import { accountant, grantOfficer, grantReviewer } from '../access.ts';
import { moneyPaths } from '../paths.ts';
import { makeAwards } from '../payments/fixtures.ts';
import { moveMoney } from './actions.ts';
import { checkMoney } from './check.ts';
import { moneyJob } from './jobs.ts';
import { decideMoves, moveKinds } from './rules.ts';
import { findMoney, listBalances } from './store.ts';

const app = await testApp();
const { db } = app;
const it = system('test');
const given = { db, vault: app.tools.vault };
const cashier = await app.signIn(accountant, { name: '会計 見本' });
const officer = await app.signIn(grantOfficer);
const now = new Date('2025-07-01T00:00:00Z');

test('random histories through the database: it decides as the rules do, and every balance is the sum of its moves', async () => {
  const { callId, awardIds } = await makeAwards(given, { yen: [300, 200, 100] });
  const random = fc.record({
    at: fc.nat(2),
    kind: fc.constantFrom(...moveKinds),
    yen: fc.integer({ min: -20, max: 250 }),
  });
  const histories = fc.sample(fc.array(random, { minLength: 1, maxLength: 3 }), { numRuns: 150, seed: 7 });
  let moved = 0;
  for (const history of histories) {
    const moves = history.map(({ at, kind, yen }) => ({
      kind,
      yen,
      awardId: kind === 'budget' ? null : (awardIds[at] ?? ''),
    }));
    await inTransaction(db, it, async (tx) => {
      const before = {
        call: await findMoney(tx, callId),
        awards: await listBalances(tx, { callId, awardIds }),
      };
      const expected = decideMoves(before, moves);
      const answer = await moveMoney(tx, { callId, moves }, now);
      expect(answer.ok ? 'moved' : answer.refusal).toBe(expected.ok ? 'moved' : expected.refusal);
      if (!expected.ok) return;
      moved += 1;
      expect(await findMoney(tx, callId)).toEqual(expected.value.call);
      expect(await listBalances(tx, { callId, awardIds })).toEqual(expected.value.awards);
    });
  }
  expect(moved).toBeGreaterThan(15);
  expect(await checkMoney(db, it, now)).toEqual([]);
});

test('the chain holds in the database itself, whatever code writes', async () => {
  const { callId, awardIds } = await makeAwards(given, { yen: [100] });
  const write = (text: string, id: string | undefined) =>
    inTransaction(db, it, (tx) => tx.$client.query(text, [id]));
  await expect(
    write('update grant_budgets set decided_yen = budget_yen + 1 where call_id = $1', callId),
  ).rejects.toThrow('grant_budgets_chain');
  await expect(write('update grant_awards set paid_yen = 101 where id = $1', awardIds[0])).rejects.toThrow(
    'grant_awards_chain',
  );
});

test('a balance that somebody changed past the ledger is found the next night: accountants get a mail, the page says it', async () => {
  const { callId, awardIds } = await makeAwards(given, { yen: [500, 500] });
  const page = async () => (await app.get(moneyPaths.list.to({}), cashier)).text();
  await checkMoney(db, it, now);
  expect(await page()).toContain('すべて動きの合計と同じです');
  await inTransaction(db, it, (tx) =>
    tx.$client.query('update grant_awards set decided_yen = 499 where id = $1', [awardIds[0]]),
  );
  const later = new Date('2025-07-02T00:00:00Z');
  await moneyJob({ publicUrl: 'http://localhost' }).run(
    { db, who: it, now: later, log: makeLog('silent') },
    {},
  );
  const found = await page();
  expect(found).toContain('2か所で残高が動きの合計と違います');
  expect(found).toContain(moneyPaths.call.to({ callId }));
  const { rows } = await inTransaction(db, it, (tx) =>
    tx.$client.query<{ subject: string }>(
      "select subject from mail_outbox where subject like '%帳簿に合わない%'",
    ),
  );
  expect(rows).toHaveLength(1);
  await inTransaction(db, it, (tx) =>
    tx.$client.query('update grant_awards set decided_yen = 500 where id = $1', [awardIds[0]]),
  );
});

test('a call shows where each yen is, to those who see money', async () => {
  const { callId } = await makeAwards(given, { bureauId: officer.organisationId, yen: [700, 300] });
  const shown = await (await app.get(moneyPaths.call.to({ callId }), officer)).text();
  for (const said of ['1,000円', '交付・支給の決定', '予算の増減', '100.0%']) expect(shown).toContain(said);
  const elsewhere = await app.signIn(grantOfficer);
  expect((await app.get(moneyPaths.call.to({ callId }), elsewhere)).status).toBe(404);
  expect((await app.get(moneyPaths.list.to({}), await app.signIn(grantReviewer))).status).toBe(403);
});
