import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { sealService } from '../services/actions.ts';
import { discardDraft, publishFlow, saveFlow, startDraft } from './actions.ts';
import { inventedFlow, makeNavigator } from './fixtures.ts';
import { findDraft, findPublishedFlow, listFlows } from './store.ts';

const app = await testApp();
const { db } = app;
const { ids } = await makeNavigator(db);
const keeper = await app.signIn(directoryKeeper);
const editor = await app.signIn(directoryEditor);
const as = <T>(who: Parameters<typeof saveFlow>[1], work: (tx: Tx) => Promise<T>) =>
  inTransaction(db, who, work);
const moved = {
  ...inventedFlow,
  tables: { support: { ...inventedFlow.tables['support'], '99201': 'great-support' } },
};

describe('the conversation as staff keep it', () => {
  test('a draft begins as what everybody walks, and is seen by its keepers only', async () => {
    expect((await startDraft(db, keeper.who, {})).ok).toBe(true);
    expect(await startDraft(db, keeper.who, {})).toMatchObject({ refusal: 'draft-there' });
    expect((await as(keeper.who, findDraft))?.content).toEqual(inventedFlow);
    expect(await as(anonymous, findDraft)).toBeUndefined();
    await discardDraft(db, keeper.who);
    expect(await as(keeper.who, findDraft)).toBeUndefined();
  });

  test('an edit that sends a situation elsewhere is refused with its name, unless it is meant', async () => {
    expect(await saveFlow(db, keeper.who, { flow: moved })).toMatchObject({
      refusal: 'situation-elsewhere',
      facts: { name: 'みほん市で家賃', expected: 'mihon-support', found: 'great-support' },
    });
    expect(await as(keeper.who, findDraft)).toBeUndefined();
    expect((await saveFlow(db, keeper.who, { flow: moved, acceptOutcomes: true })).ok).toBe(true);
    expect((await as(keeper.who, findDraft))?.content.situations[0]?.desk).toBe('great-support');
    await discardDraft(db, keeper.who);
  });

  test('of two who edit at once the later learns of it, and nothing is lost', async () => {
    const first = await saveFlow(db, keeper.who, { flow: inventedFlow });
    expect(first).toMatchObject({ ok: true, value: { revision: 1 } });
    expect((await saveFlow(db, keeper.who, { flow: inventedFlow, revision: 1 })).ok).toBe(true);
    expect(await saveFlow(db, keeper.who, { flow: inventedFlow, revision: 1 })).toMatchObject({
      refusal: 'changed-meanwhile',
    });
  });

  test('what is published is checked once more: an entry may have been sealed since', async () => {
    const serviceId = ids.get('safe-line') ?? '';
    expect((await sealService(db, system('test'), { serviceId, reason: '試験' })).ok).toBe(true);
    const before = await as(anonymous, findPublishedFlow);
    expect(await publishFlow(db, keeper.who)).toMatchObject({
      refusal: 'entry-sealed',
      facts: { code: 'safe-line' },
    });
    expect((await as(anonymous, findPublishedFlow))?.version).toBe(before?.version);
    expect((await as(keeper.who, listFlows)).map(({ state }) => state)).toEqual(['draft', 'published']);
  });

  test('nobody but a keeper edits it', async () => {
    await expect(saveFlow(db, editor.who, { flow: inventedFlow })).rejects.toThrow('navigator.edit');
    await expect(publishFlow(db, anonymous)).rejects.toThrow('navigator.edit');
  });
});
