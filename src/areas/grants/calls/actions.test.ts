import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { system } from '#platform/access.ts';
import { makeOneShotCall, makeSubsidyCall } from './fixtures.ts';
import { findMoney, findPublicCall, findPublishedTerms, termsOf } from './store.ts';

const db = await testDatabase();

test.each([makeSubsidyCall, makeOneShotCall])(
  'a published call has terms that everybody reads, and its budget',
  async (make) => {
    const { callId, slug, versionId, terms } = await make(db);
    await inTransaction(db, { kind: 'anonymous' }, async (tx) => {
      expect((await findPublicCall(tx, slug)).id).toBe(callId);
      expect(await findPublishedTerms(tx, callId)).toEqual({ versionId, version: 1, terms });
      expect(await termsOf(tx, versionId)).toEqual(terms);
    });
    const money = await inTransaction(db, system('test'), (tx) => findMoney(tx, callId));
    expect(money).toEqual({ budgetYen: 10_000_000, freeYen: 10_000_000 });
  },
);
