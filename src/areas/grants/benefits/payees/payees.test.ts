import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantOfficer, grantPartner } from '../../access.ts';
import { readApplicant } from '../../applicants/actions.ts';
import { exampleAccount } from '../../applications/fixtures.ts';
import { checkBenefits } from '../actions.ts';
import { askForPersons } from '../ask.ts';
import { exampleAsked, makeYouthCall } from '../fixtures.ts';
import { findBenefit } from '../store.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const it = system('test');
const { organisationId } = await app.signIn(grantPartner, { kind: 'npo', name: '連携 担当' });
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const { callId } = await makeYouthCall(db, {
  bureauId: officer.organisationId,
  budgetYen: 2_000_000,
  rules: { payee: 'person' },
});

async function ask(names: readonly string[], number = '0012345'): Promise<readonly string[]> {
  const all = names.map((name) => ({
    asked: {
      ...exampleAsked,
      askedYen: 20_000,
      name,
      address: `${name}町1番`,
      phone: '045-000-0001',
      account: exampleAccount({ number }),
    },
    now: new Date(),
  }));
  return granted(await askForPersons(db, it, { vault, callId, organisationId, all })).benefitIds;
}
const payee = (id: string) =>
  inTransaction(db, it, async (tx) => readApplicant(tx, vault, (await findBenefit(tx, id)).payeeId ?? ''));

test('forty persons who are paid themselves take no more statements than two, and each is paid to their own account', async () => {
  const check = async (benefitIds: readonly string[]) => {
    const counting = vi.spyOn(pg.Client.prototype, 'query');
    granted(await checkBenefits(db, officer.who, { vault, benefitIds }));
    const statements = counting.mock.calls.length;
    counting.mockRestore();
    return statements;
  };
  const few = await check(await ask(['見本 一', '見本 二']));
  const forty = Array.from({ length: 40 }, (_, at) => `見本 多${at}`);
  const ids = await ask(forty);
  expect(await check(ids)).toBe(few);
  const payees = await Promise.all(ids.map(payee));
  expect(payees.map(({ name }) => name)).toEqual(forty);
  expect(new Set(payees.map(({ id }) => id)).size).toBe(40);
  // Known again, one of them twice in the same round: the same payee, with the account told last.
  const again = await ask(['見本 多7', '見本 多7', '見本 新'], '7654321');
  expect(await check(again)).toBe(few + 1);
  const known = await Promise.all(again.map(payee));
  expect(known.map(({ account }) => account?.number)).toEqual(['7654321', '7654321', '7654321']);
  expect(known.map(({ id }) => id).slice(0, 2)).toEqual([payees[7]?.id, payees[7]?.id]);
});
