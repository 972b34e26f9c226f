import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { outbox } from '#platform/mail/tables.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { makeLink, openLink } from '../confirmations/actions.ts';
import { replaceConfirmationAddress } from '../organisations/store.ts';
import { findPaths, staffDirectoryPaths } from '../paths.ts';
import { sealService, verifyService } from '../services/actions.ts';
import { granted, makeMunicipalities, makeOwner, makeService } from '../services/fixtures.ts';
import { findService } from '../services/store.ts';
import { freshnessJobs } from './jobs.ts';

const app = await testApp();
const it = system('test');
await makeMunicipalities(app.db);
const keeper = await app.signIn(directoryKeeper, { kind: 'prefecture' });
const editor = await app.signIn(directoryEditor, { kind: 'npo' });
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(app.db, it, work);
const stored = (serviceId: string) => asSystem((tx) => findService(tx, serviceId));
const today = tokyoDay(new Date());

async function entry(
  name: string,
  { overdue, organisationId = editor.organisationId }: { overdue?: number; organisationId?: string } = {},
) {
  const { serviceId } = await makeService(app.db, { organisationId, content: { name: { ja: name } } });
  if (overdue === undefined) return serviceId;
  const verified = new Date(`${addDays(today, -90 - overdue)}T03:00:00Z`);
  granted(await verifyService(app.db, it, { serviceId, organisationId }, verified));
  return serviceId;
}
const board = async (as = editor, query = {}) =>
  textOf(await app.get(staffDirectoryPaths.freshness.to({}, query), as));

describe('the board', () => {
  test('shows each owner with its score and what a score is, to everybody who works here', async () => {
    const organisationId = await makeOwner(app.db, { nameJa: '半分の会', nameEn: 'Half' });
    await entry('半分の窓口1', { overdue: -10, organisationId });
    await entry('半分の窓口2', { overdue: 400, organisationId });
    for (const as of [keeper, editor]) {
      const text = await board(as);
      expect(text).toContain('半分の会 50 2 1 0');
      expect(text).toContain('180日過ぎると0');
    }
  });

  test('shows an editor their own entries, the most overdue first, and a keeper all or one owner’s', async () => {
    await entry('先の窓口', { overdue: -60 });
    await entry('三日過ぎた窓口', { overdue: 3 });
    await entry('未確認の窓口');
    await entry('百日過ぎた窓口', { overdue: 100 });
    const text = await board();
    const at = ['百日過ぎた窓口', '三日過ぎた窓口', '未確認の窓口', '先の窓口'].map((name) =>
      text.indexOf(name),
    );
    expect(at.toSorted((a, b) => a - b)).toEqual(at);
    expect(at[0]).toBeGreaterThan(0);
    expect(text).toContain('100日過ぎています');
    expect(text).not.toContain('半分の窓口1');
    expect(await board(keeper)).toContain('半分の窓口1');
    expect(await board(keeper, { owner: editor.organisationId })).not.toContain('半分の窓口1');
  });

  test('a sealed entry is on it for its writers, in no score, and gets no link', async () => {
    const organisationId = await makeOwner(app.db, { nameJa: 'ひみつの会', nameEn: 'Secret' });
    const id = await entry('ひみつの家', { overdue: 10, organisationId });
    granted(await sealService(app.db, it, { serviceId: id, reason: '安全' }));
    expect(await board(keeper)).toContain('ひみつの家');
    expect(await board()).not.toContain('ひみつの');
    const sent = await app.post(staffDirectoryPaths.sendLink.to({ id }), {}, keeper);
    expect(sent.status).toBe(422);
    expect((await app.post(staffDirectoryPaths.confirmEntry.to({ id }), {}, editor)).status).toBe(404);
  });
});

describe('in one press', () => {
  test('an editor confirms for their organisation, a keeper for theirs', async () => {
    const id = await entry('確かめる窓口');
    expect((await app.post(staffDirectoryPaths.confirmEntry.to({ id }), {}, editor)).status).toBe(303);
    expect(await stored(id)).toMatchObject({ verifiedOn: today, verifiedBy: editor.organisationId });
    await app.post(staffDirectoryPaths.confirmEntry.to({ id }), {}, keeper);
    expect(await stored(id)).toMatchObject({ verifiedBy: keeper.organisationId });
    expect(await textOf(await app.get(findPaths.service.to({ id })))).toContain('確認済み');
  });

  test('capacity is set, and the public page says so', async () => {
    const id = await entry('混んでいる窓口');
    expect(
      (await app.post(staffDirectoryPaths.entryCapacity.to({ id }), { capacity: 'waiting' }, editor)).status,
    ).toBe(303);
    expect(await stored(id)).toMatchObject({ capacity: 'waiting' });
    expect(await textOf(await app.get(findPaths.service.to({ id })))).toContain('順番待ち');
    expect(
      (await app.post(staffDirectoryPaths.entryCapacity.to({ id }), { capacity: 'moon' }, editor)).status,
    ).toBe(422);
  });

  test('a link is mailed to the owner by the job, and all links are taken back', async () => {
    const id = await entry('リンクの窓口', { overdue: 5 });
    const { organisationId } = editor;
    await asSystem((tx) => replaceConfirmationAddress(tx, { organisationId, email: 'owner@example.jp' }));
    expect((await app.post(staffDirectoryPaths.sendLink.to({ id }), {}, editor)).status).toBe(303);
    const [now] = freshnessJobs({ publicUrl: 'https://tsunagi.example.jp' });
    await now.run(
      { db: app.db, who: system(now.name), now: new Date(), log: makeLog('silent') },
      { serviceId: id },
    );
    const [mail] = await asSystem((tx) => tx.select().from(outbox));
    const token = /confirm\/([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
    expect(mail?.recipient).toBe('owner@example.jp');
    expect(await openLink(app.db, token)).toMatchObject({ ok: true });
    expect(await board()).toMatch(/リンクの窓口.*に送信/);
    await app.post(staffDirectoryPaths.withdrawLinks.to({ id }), {}, editor);
    expect(await openLink(app.db, token)).toMatchObject({ ok: false, refusal: 'withdrawn' });
  });

  test('nobody does it for entries of others', async () => {
    const organisationId = await makeOwner(app.db);
    const id = await entry('よその窓口', { organisationId });
    const token = await asSystem((tx) =>
      makeLink(tx, { serviceId: id, organisationId, dueOn: null }, new Date()),
    );
    for (const path of ['confirmEntry', 'sendLink', 'withdrawLinks'] as const)
      expect((await app.post(staffDirectoryPaths[path].to({ id }), {}, editor)).status, path).toBe(403);
    const capacity = await app.post(
      staffDirectoryPaths.entryCapacity.to({ id }),
      { capacity: 'full' },
      editor,
    );
    expect(capacity.status).toBe(403);
    expect(await stored(id)).toMatchObject({ capacity: null, verifiedOn: null });
    expect((await openLink(app.db, token)).ok).toBe(true);
  });
});
