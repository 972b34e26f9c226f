import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { openAward, openAwards } from './actions.ts';
import { makeAward, makeBareApplication, makeBareCall } from './fixtures.ts';

const db = await testDatabase();
const given = { db, vault: makeVault(Buffer.alloc(32, 1)) };
const now = new Date('2025-06-01T03:00:00Z');

async function rows<T>(text: string, values: readonly unknown[]): Promise<T[]> {
  return inTransaction(
    db,
    system('test'),
    async (tx) => (await tx.$client.query(text, [...values])).rows as T[],
  );
}

async function money(callId: string) {
  const [row] = await rows<Record<string, string>>(
    `select budget_yen, decided_yen, paid_yen, settled_yen from grant_budgets where call_id = $1`,
    [callId],
  );
  return Object.values(row ?? {}).map(Number);
}

/** Numbers of an office as its register has them, in order. */
async function serials(bureauId: string, fiscalYear: number): Promise<number[]> {
  const found = await rows<{ serial: number }>(
    `select serial from grant_documents where bureau_id = $1 and fiscal_year = $2 order by serial`,
    [bureauId, fiscalYear],
  );
  return found.map(({ serial }) => serial);
}

test('an award has its number, its money bound and its application decided', async () => {
  const award = await makeAward(given, { yen: 200_000 });
  expect(award.number).toBe('令7補助第1号');
  expect(await money(award.callId)).toEqual([1_000_000, 200_000, 0, 0]);
  expect(
    await rows(
      `select a.state, w.decided_yen::int as yen from grant_applications a join grant_awards w on w.application_id = a.id where a.id = $1`,
      [award.applicationId],
    ),
  ).toEqual([{ state: 'decided', yen: 200_000 }]);
});

test('of decisions at the same moment only so many stand as the budget holds, and numbers have no gap', async () => {
  const call = await makeBareCall(db, { budget: 1_000_000 });
  const asked = await Promise.all(Array.from({ length: 12 }, () => makeBareApplication(given, call)));
  const answers = await Promise.all(
    asked.map(({ applicationId }) =>
      inTransaction(db, system('test'), async (tx) => {
        const opened = await openAward(
          tx,
          { ...call, applicationId, yen: 300_000, decidedOn: '2025-06-01', kind: 'award' },
          now,
        );
        return opened.ok ? opened.value.number : opened.refusal;
      }).catch((error: Error) => error.message),
    ),
  );
  const numbers = answers.filter((answer) => answer.startsWith('令7'));
  expect(new Set(numbers).size).toBe(3);
  expect(answers.filter((answer) => answer === 'more-than-free')).toHaveLength(9);
  expect(await money(call.callId)).toEqual([1_000_000, 900_000, 0, 0]);
  expect(await serials(call.bureauId, 2025)).toEqual([1, 2, 3]);
  expect(
    await rows(`select count(*)::int as n from grant_applications where call_id = $1 and state = 'decided'`, [
      call.callId,
    ]),
  ).toEqual([{ n: 3 }]);
});

test('calls of one office that decide at once share its numbers without a gap, and each fiscal year begins at one', async () => {
  const first = await makeBareCall(db, { budget: 10_000_000 });
  const second = await makeBareCall(db, { bureauId: first.bureauId, budget: 10_000_000 });
  const decide = async (call: typeof first, decidedOn: string) => {
    const made = await Promise.all([1, 2, 3].map(() => makeBareApplication(given, call)));
    const awards = made.map(({ applicationId }) => ({
      applicationId,
      versionId: call.versionId,
      yen: 1_000,
    }));
    return inTransaction(db, system('test'), (tx) =>
      openAwards(tx, { ...call, decidedOn, kind: 'award', awards }, now),
    );
  };
  const done = await Promise.all(
    [first, second, first, second]
      .map((call) => decide(call, '2026-03-31'))
      .concat(decide(first, '2026-04-01')),
  );
  expect(done.every(({ ok }) => ok)).toBe(true);
  expect(await serials(first.bureauId, 2025)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  expect(await serials(first.bureauId, 2026)).toEqual([1, 2, 3]);
});

test('an application is decided once: who comes second conflicts and moves no money', async () => {
  const { callId, versionId, bureauId, applicationId } = await makeAward(given);
  const again = inTransaction(db, system('test'), (tx) =>
    openAward(
      tx,
      { callId, versionId, bureauId, applicationId, yen: 1, decidedOn: '2025-06-02', kind: 'award' },
      now,
    ),
  );
  await expect(again).rejects.toThrow('conflict');
  expect(await money(callId)).toEqual([1_000_000, 200_000, 0, 0]);
  expect(await serials(bureauId, 2025)).toEqual([1]);
});
