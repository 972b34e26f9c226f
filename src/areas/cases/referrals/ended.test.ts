import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { foldRollup } from '#platform/rollups/jobs.ts';
import { testApp } from '#src/app.testing.ts';
import { caseWorker } from '../access.ts';
import { countEndedReferrals } from './ended.ts';
import { referring } from './fixtures.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { receiver, refer, move } = referring(app, mori);
const product = system('test');
const today = tokyoDay(new Date());
const fiscalYear = fiscalYearOf(today);

async function endOne(outcome: string): Promise<string> {
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  for (const done of ['accept', 'contact', 'serve']) await move(referralId, done, {}, to.worker);
  await move(referralId, 'close', { outcome });
  return referralId;
}

test('referrals count when their sender heard how they went, folded or not, and by who sent them', async () => {
  const code = await inTransaction(app.db, product, async (tx) => {
    const { rows } = await tx.execute<{ code: string }>(
      sql`select code from organisations where id = ${mori.organisationId}::uuid`,
    );
    return rows[0]?.code ?? '';
  });
  const counted = () =>
    inTransaction(app.db, product, async (tx) => {
      const all = await countEndedReferrals(tx, { desks: [code, 'nobody'], fiscalYear });
      expect([...all.keys()]).toEqual([code]);
      return all.get(code);
    });
  expect(await counted()).toMatchObject({ ended: { total: 0 }, well: { total: 0 } });
  const first = await endOne('settled');
  await endOne('lost');
  await endOne('improved');
  const open = await refer(await receiver({ account: true }));
  await move(open.referralId, 'send');
  const three = { ended: { total: 3 }, well: { total: 2 } };
  expect(await counted()).toMatchObject(three);
  await inTransaction(app.db, product, (tx) => foldRollup(tx, 'referral'));
  const folded = await counted();
  expect(folded).toMatchObject(three);
  const month = (Number(today.slice(5, 7)) + 8) % 12;
  expect(folded?.ended.months?.[month]).toBe(3);
  await inTransaction(app.db, product, (tx) =>
    tx.execute(sql`update referrals set outcome = 'lost' where id = ${first}::uuid`),
  );
  expect(await counted()).toMatchObject({ ended: { total: 3 }, well: { total: 1 } });
});
