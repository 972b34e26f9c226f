import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { outbox } from '#platform/mail/tables.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { freshnessJobs } from '../freshness/jobs.ts';
import { replaceConfirmationAddress } from '../organisations/store.ts';
import { editService, sealService, verifyService, withdrawService } from '../services/actions.ts';
import { exampleContent, granted, makeOwner, makeService } from '../services/fixtures.ts';
import { linkJobs } from './jobs.ts';
import type { LinkAnswer } from './rules.ts';
import { listBrokenOf, listLinkChecks } from './store.ts';

const db = await testDatabase();
const it = system('test');
const log = makeLog('silent');
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, it, work);
const night = (day: number) => new Date(Date.UTC(2026, 10, day, 17));

/** A world outside in which some addresses are gone. */
function outside(gone: readonly string[]) {
  const asked: string[] = [];
  const ask = async (url: string): Promise<LinkAnswer> => {
    asked.push(url);
    return gone.includes(url) ? { outcome: 'gone', status: 404 } : { outcome: 'ok', status: 200 };
  };
  return { asked, ask };
}
async function check(now: Date, ask: (url: string) => Promise<LinkAnswer>, enabled = true) {
  const [job] = linkJobs({ enabled, ask, pauseMs: 0 });
  await job.run({ db, who: system(job.name), now, log }, undefined);
}
const entry = (website: string, organisationId?: string) =>
  makeService(db, { content: { website }, ...(organisationId ? { organisationId } : {}) });
const checks = (serviceId: string) => asSystem((tx) => listLinkChecks(tx, [serviceId]));

describe('the nightly check', () => {
  test('asks each address once, for all entries that show it', async () => {
    const [one, other] = [
      await entry('https://shared.example.jp/'),
      await entry('https://shared.example.jp/'),
    ];
    const world = outside([]);
    await check(night(1), world.ask);
    expect(world.asked.filter((url) => url.includes('shared'))).toEqual(['https://shared.example.jp/']);
    for (const { serviceId } of [one, other])
      expect(await checks(serviceId)).toMatchObject([{ outcome: 'ok', httpStatus: 200 }]);
  });

  test('calls an address broken after three nights, and forgives it when it answers', async () => {
    const { serviceId } = await entry('https://gone.example.jp/');
    const { ask } = outside(['https://gone.example.jp/']);
    for (const day of [1, 1, 2]) await check(night(day), ask);
    expect(await asSystem((tx) => listBrokenOf(tx, [serviceId]))).toEqual([]);
    await check(night(3), ask);
    expect(await asSystem((tx) => listBrokenOf(tx, [serviceId]))).toMatchObject([
      { brokenSince: '2026-11-04', failedNights: 3 },
    ]);
    await check(night(4), outside([]).ask);
    expect(await asSystem((tx) => listBrokenOf(tx, [serviceId]))).toEqual([]);
  });

  test('asks nothing of drafts, withdrawn and sealed entries, and forgets what no entry shows', async () => {
    const sealed = await entry('https://sealed.example.jp/');
    const withdrawn = await entry('https://withdrawn.example.jp/');
    const moved = await entry('https://old.example.jp/');
    await check(night(1), outside([]).ask);
    granted(await sealService(db, it, { serviceId: sealed.serviceId, reason: '安全' }));
    granted(await withdrawService(db, it, { serviceId: withdrawn.serviceId, reason: '終了' }));
    const content = exampleContent({ website: 'https://new.example.jp/' });
    granted(await editService(db, it, { serviceId: moved.serviceId, version: 1, content }));
    const world = outside([]);
    await check(night(2), world.ask);
    expect(world.asked.join()).not.toMatch(/sealed|withdrawn|old/);
    expect(await checks(sealed.serviceId)).toEqual([]);
    expect((await checks(moved.serviceId)).map(({ url }) => url)).toEqual(['https://new.example.jp/']);
  });

  test('asks nobody when it is turned off', async () => {
    const world = outside([]);
    await check(night(5), world.ask, false);
    expect(world.asked).toEqual([]);
  });

  test('an answer that never comes for one host does not keep others waiting', async () => {
    await entry('https://slow.example.jp/');
    const quick = await entry('https://quick.example.jp/');
    let release: (answer: LinkAnswer) => void = () => {};
    const slow = new Promise<LinkAnswer>((done) => (release = done));
    const checking = check(night(6), (url) =>
      url.includes('slow') ? slow : Promise.resolve({ outcome: 'ok', status: 200 }),
    );
    await expect.poll(async () => (await checks(quick.serviceId)).length).toBe(1);
    release({ outcome: 'timeout' });
    await checking;
  });

  test('is seen by nobody outside', async () => {
    const { serviceId } = await entry('https://private-result.example.jp/');
    await check(night(7), outside([]).ask);
    expect(await inTransaction(db, anonymous, (tx) => listLinkChecks(tx, [serviceId]))).toEqual([]);
  });
});

test('the owner is told of a broken link once, also while nothing else is due', async () => {
  const organisationId = await makeOwner(db);
  await asSystem((tx) => replaceConfirmationAddress(tx, { organisationId, email: 'links@example.jp' }));
  const { serviceId } = await entry('https://dead.example.jp/', organisationId);
  granted(await verifyService(db, it, { serviceId, organisationId }, night(1)));
  const { ask } = outside(['https://dead.example.jp/']);
  for (const day of [1, 2, 3]) await check(night(day), ask);
  const [, remind] = freshnessJobs({ publicUrl: 'https://tsunagi.example.jp' });
  const morning = (day: number) =>
    remind.run(
      { db, who: system(remind.name), now: new Date(Date.UTC(2026, 10, day, 23, 15)), log },
      undefined,
    );
  for (const day of [4, 5, 12, 20]) await morning(day);
  const mails = await asSystem((tx) => tx.select().from(outbox));
  const mine = mails.filter(({ recipient }) => recipient === 'links@example.jp');
  expect(mine).toHaveLength(1);
  expect(mine[0]?.body).toContain('https://dead.example.jp/');
  expect(mine[0]?.subject).toContain('リンク切れ');
});
