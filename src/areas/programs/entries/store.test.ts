import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { testApp } from '#src/app.testing.ts';
import { collectionWorld, must } from '../rounds/fixtures.ts';
import { acceptEntry, readEntry, returnEntry, saveEntry, submitEntry } from './actions.ts';
import { fillEntry } from './fixtures.ts';
import { listChanges, listEntries, listNotes } from './store.ts';

const app = await testApp();
const world = await collectionWorld(app);
const entryId = world.entryIds['夜の相談'] as string;

test('a round asks every program of the year once, and a bureau sees its own entries only', async () => {
  const seen = async (who: (typeof world)['health']['who']) =>
    inTransaction(app.db, who, async (tx) =>
      (await listEntries(tx, { roundId: world.roundId })).map(({ program }) => program.nameJa).sort(),
    );
  expect(await seen(world.secretariat.who)).toEqual(['健康の相談', '夜の相談', '居場所の応援'].sort());
  expect(await seen(world.health.who)).toEqual(['健康の相談']);
  await expect(readEntry(app.db, world.health.who, entryId)).rejects.toThrow(NotFound);
});

test('a return is filled, handed in, sent back, handed in again and accepted, and remembers who did what', async () => {
  const early = await readEntry(app.db, world.welfare.who, entryId);
  const refused = await submitEntry(app.db, world.welfare.who, { entryId, stamp: early.stamp });
  expect(refused).toMatchObject({ ok: false, refusal: 'incomplete' });
  const filled = await fillEntry(app.db, world.welfare.who, { entryId });
  const submitted = must(await submitEntry(app.db, world.welfare.who, filled));
  expect(submitted.status).toBe('submitted');
  const comment = { entryId, stamp: submitted.stamp, words: '12月を確かめてください' };
  const returned = must(await returnEntry(app.db, world.secretariat.who, comment));
  const again = must(await submitEntry(app.db, world.welfare.who, { entryId, stamp: returned.stamp }));
  const accepted = must(await acceptEntry(app.db, world.secretariat.who, { entryId, stamp: again.stamp }));
  expect(accepted.status).toBe('accepted');
  await inTransaction(app.db, world.welfare.who, async (tx) => {
    expect((await listNotes(tx, entryId)).map(({ kind, personName }) => [kind, personName])).toEqual([
      ['submitted', '福祉 担当'],
      ['returned', '事務局 職員'],
      ['submitted', '福祉 担当'],
      ['accepted', '事務局 職員'],
    ]);
    const changes = await listChanges(tx, entryId);
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'rating', before: null, after: 'good', via: 'form' }),
    );
    expect(changes).toHaveLength(1 + 12 + 4);
  });
});

test('who saves over what somebody else changed meanwhile is told, and nothing is written', async () => {
  const other = world.entryIds['居場所の応援'] as string;
  const { stamp } = await readEntry(app.db, world.welfare.who, other);
  must(
    await saveEntry(app.db, world.welfare.who, { entryId: other, stamp, words: { summary: '先に書いた' } }),
  );
  const late = await saveEntry(app.db, world.secretariat.who, {
    entryId: other,
    stamp,
    words: { summary: '後から書いた' },
  });
  expect(late).toMatchObject({ ok: false, refusal: 'changed-meanwhile' });
  expect((await readEntry(app.db, world.welfare.who, other)).summary).toBe('先に書いた');
});
