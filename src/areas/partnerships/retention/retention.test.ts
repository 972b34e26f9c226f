import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { secretariat } from '#areas/programs/index.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge, memberAgent } from '../access.ts';
import { memberPaths, partnershipPaths, partnershipRetentionPaths, watchPaths } from '../paths.ts';
import { sendNotice } from '../watch/notices/actions.ts';
import { makeNetwork } from '../watch/fixtures.ts';
import { findNetwork } from '../watch/store.ts';
import { erasedKinds, erasers } from './erasers.ts';
import { eraseTogetherJob } from './jobs.ts';

const app = await testApp();
const it = system('test');
const office = await app.signIn(concierge);
const reader = await app.signIn(secretariat, { kind: 'prefecture' });
const agent = await app.signIn(memberAgent);
const network = await makeNetwork(app);
const url = partnershipRetentionPaths.retention.to({});
const usual = Object.fromEntries(erasedKinds.map((kind) => [kind, String(erasers[kind].most)]));

async function notice(): Promise<string> {
  const { code } = await inTransaction(app.db, it, (tx) => findNetwork(tx, network.organisationId));
  const id = randomUUID();
  const told = { place: '見本町一丁目', words: '明かりがつかない', noticed: '', name: '', reach: '' };
  const input = { ...told, id, signs: ['lights'], urgent: false, from: { code } };
  expect((await sendNotice(app.db, app.tools, input)).ok).toBe(true);
  return id;
}
const isKept = async (id: string) =>
  (
    await inTransaction(app.db, it, async (tx) =>
      tx.execute<{ kept: boolean }>(
        sql`select sealed is not null as kept from watch_notices where id = ${id}`,
      ),
    )
  ).rows[0]?.kept;
const night = (days: number) =>
  eraseTogetherJob.run(
    { db: app.db, who: it, now: new Date(Date.now() + days * 86_400_000), log: makeLog('silent') },
    {},
  );

test('the office shortens what was promised, and cannot lengthen it', async () => {
  const page = await textOf(await app.get(url, office));
  expect(page).toContain('見守りの気づき（届いてから）');
  expect(page).toContain('14日から90日まで');
  const longer = await app.post(url, { ...usual, notice: '91', booking: '10' }, office);
  expect([longer.status, await textOf(longer)]).toEqual([
    422,
    expect.stringContaining('14日から90日までで決めてください'),
  ]);
  const id = await notice();
  await night(31);
  // Nothing of the refused form holds.
  expect(await isKept(id)).toBe(true);
  expect((await app.post(url, { ...usual, notice: '３０' }, office)).status).toBe(303);
  await night(29);
  expect(await isKept(id)).toBe(true);
  await night(31);
  expect(await isKept(id)).toBe(false);
});

test('what went is on record in numbers, and a second night finds nothing', async () => {
  await night(31);
  const { rows } = await inTransaction(app.db, it, (tx) =>
    tx.execute(sql`select kind, days, things from partnership_erasures`),
  );
  expect(rows).toEqual([{ kind: 'notice', days: 30, things: 1 }]);
  const ledger = await inTransaction(app.db, it, (tx) =>
    tx.execute(sql`select event, subject_id as of, facts from audit_events where event like 'partnership.%'`),
  );
  expect(ledger.rows).toEqual([
    { event: 'partnership.set-retention', of: 'notice', facts: { days: 30 } },
    { event: 'partnership.erase', of: 'notice', facts: { days: 30, things: 1 } },
  ]);
  expect(await textOf(await app.get(url, office))).toContain('見守りの気づき（届いてから） 30 1');
});

test('the secretariat reads it and settles nothing; a member sees no link to it and no page', async () => {
  const page = await textOf(await app.get(url, reader));
  expect(page).toContain('見守りの気づき（届いてから） 30');
  expect(page).toContain('日数を決めるのは、連携の担当です');
  expect((await app.post(url, usual, reader)).status).toBe(403);
  expect((await app.get(url, agent)).status).toBe(403);
  const home = async (as: typeof agent) => textOf(await app.get(partnershipPaths.home.to({}), as));
  expect(await home(agent)).not.toContain('保存と消去');
  expect(await home(office)).toContain('保存と消去');
});

test('whoever writes is told the longest that it stays', async () => {
  const { code } = await inTransaction(app.db, it, (tx) => findNetwork(tx, network.organisationId));
  const form = await textOf(await app.get(watchPaths.notice.to({ code })));
  expect(form).toContain(`遅くとも${erasers.notice.most}日で消えます`);
  const join = await textOf(await app.get(memberPaths.join.to({})));
  expect(join).toContain(`遅くとも${erasers.applicant.most}日で消えます`);
});
