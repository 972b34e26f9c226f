import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type PersonWho, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { accountant, grantApprover, grantOfficer } from '../../access.ts';
import { findAward, updateAward } from '../../awards/store.ts';
import { approvePayments, cancelPayment, orderAgain, orderPayments } from '../actions.ts';
import { type GivenAccount, makeAwards } from '../fixtures.ts';
import { savePayer } from '../payers/actions.ts';
import type { PaymentKind } from '../rules.ts';
import { listPaymentsOf } from '../store.ts';
import { readLayout } from '../transfer-file/second-reader.testing.ts';
import {
  allowCopy,
  askForCopy,
  confirmTransfer,
  releaseTransfer,
  returnPayments,
  takeFile,
} from './actions.ts';
import { planOf } from './plan.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const it = system('test');
const officer = await app.signIn(grantOfficer);
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId });
const cashier = await app.signIn(accountant);
const second = await app.signIn(accountant, { organisationId: cashier.organisationId });
const now = new Date('2025-06-10T03:00:00Z');
const after = new Date('2025-06-30T03:00:00Z');
const payer = {
  clientCode: '1234567890',
  clientName: 'レイジケン',
  bankCode: '0999',
  bankName: 'レイジ',
  branchCode: '001',
  branchName: 'ホンテン',
  accountKind: '2',
  accountNumber: '7654321',
  lineBreaks: true,
};
granted(await savePayer(db, cashier.who, { bureauId: null, payer }, now));

async function balance(callId: string) {
  const { rows } = await inTransaction(db, it, (tx) =>
    tx.$client.query<Record<string, string>>(
      'select budget_yen, decided_yen, paid_yen, settled_yen from grant_budgets where call_id = $1',
      [callId],
    ),
  );
  return Object.values(rows[0] ?? {}).map(Number);
}

/** Payments of one call, approved by the approver. */
async function approved(
  yen: readonly number[],
  {
    kind = 'one-shot',
    dueOn = '2025-06-27',
    account = {},
  }: { kind?: PaymentKind; dueOn?: string; account?: GivenAccount } = {},
) {
  const { callId, awardIds } = await makeAwards({ db, vault }, { bureauId, yen, account });
  const orders = awardIds.map((awardId, at) => ({ awardId, yen: yen[at] ?? 0, kind, dueOn }));
  const { paymentIds } = granted(
    await inTransaction(db, officer.who, (tx) => orderPayments(tx, officer.who, orders, now)),
  );
  granted(await approvePayments(db, approver.who, { vault, paymentIds }, now));
  return { callId, awardIds, paymentIds };
}

async function release(as: PersonWho = cashier.who, payOn = '2025-06-27') {
  const plan = await inTransaction(db, as, (tx) => planOf(tx, as, { vault, now }));
  const planned = plan.transfers.find((each) => each.payOn === payOn);
  const seen = { records: planned?.records ?? 0, totalYen: planned?.totalYen ?? 0 };
  return releaseTransfer(db, as, { vault, payOn, bankCode: '0999', seen }, now);
}

async function paymentsOf(transferId: string) {
  return inTransaction(db, it, (tx) => listPaymentsOf(tx, { transferId }));
}

describe('a release', () => {
  test('moves the money, and its file says exactly what was decided', async () => {
    const { callId, paymentIds } = await approved([120_000, 80_000, 1]);
    expect(await balance(callId)).toEqual([200_001, 200_001, 0, 0]);
    const { transferId } = granted(await release());
    expect(await balance(callId)).toEqual([200_001, 200_001, 200_001, 0]);
    const { bytes, payOn } = granted(await takeFile(db, cashier.who, { vault, transferId }, now));
    expect(payOn).toBe('2025-06-27');
    const [head, ...records] = readLayout(bytes);
    expect(head).toMatchObject({ 取組日: '0627', 委託者名: 'ﾚｲｼﾞｹﾝ' });
    expect(records.at(-2)).toMatchObject({ 合計件数: '000003', 合計金額: '000000200001' });
    const paid = await paymentsOf(transferId);
    expect(paid.map(({ id }) => id).toSorted()).toEqual([...paymentIds].toSorted());
    expect(paid.map(({ yen }) => yen)).toEqual(records.slice(0, 3).map((each) => Number(each['振込金額'])));
    expect(paid.every(({ state }) => state === 'released')).toBe(true);
    granted(await confirmTransfer(db, cashier.who, { transferId }, after));
    expect(await balance(callId)).toEqual([200_001, 200_001, 200_001, 200_001]);
    expect(await confirmTransfer(db, cashier.who, { transferId }, after)).toMatchObject({ ok: false });
  });

  test('is another person’s than the order and the approval, whoever holds which role', async () => {
    const both = (signed: SignedIn, role: string): PersonWho => ({
      ...signed.who,
      memberships: [
        ...signed.who.memberships,
        { ...cashier.who.memberships[0], role } as PersonWho['memberships'][number],
      ],
    });
    await approved([500]);
    const plan = await inTransaction(db, it, (tx) => planOf(tx, it, { vault, now }));
    expect(plan.transfers).toHaveLength(1);
    for (const touched of [both(officer, 'accountant'), both(approver, 'accountant')]) {
      const own = await inTransaction(db, touched, (tx) => planOf(tx, touched, { vault, now }));
      expect(own.transfers).toEqual([]);
      expect(own.left).toMatchObject([{ why: 'same-person' }]);
      expect(await release(touched)).toMatchObject({ ok: false });
    }
    await expect(
      releaseTransfer(db, approver.who, {
        vault,
        payOn: '2025-06-27',
        bankCode: '0999',
        seen: { records: 1, totalYen: 500 },
      }),
    ).rejects.toThrow('grant-payment.release');
    granted(await release());
  });

  test('of two at once one pays, and what changed after the look is not released', async () => {
    const { callId, paymentIds } = await approved([700, 300]);
    const both = await Promise.all([release(), release(second.who)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balance(callId)).toEqual([1000, 1000, 1000, 0]);
    const next = await approved([10, 20]);
    const seen = { records: 2, totalYen: 30 };
    granted(
      await cancelPayment(db, officer.who, {
        paymentId: next.paymentIds[0] ?? '',
        reason: 'ordered-wrongly',
      }),
    );
    expect(
      await releaseTransfer(db, cashier.who, { vault, payOn: '2025-06-27', bankCode: '0999', seen }, now),
    ).toMatchObject({ refusal: 'changed-meanwhile' });
    granted(await release());
    expect(await balance(next.callId)).toEqual([30, 30, 20, 0]);
    expect(paymentIds).toHaveLength(2);
  });

  test('pays nothing that is no longer owed', async () => {
    const { awardIds, callId } = await approved([900]);
    await inTransaction(db, it, (tx) =>
      tx.$client.query(
        'with a as (update grant_awards set decided_yen = 800 where id = $1) update grant_budgets set decided_yen = 800 where call_id = $2',
        [awardIds[0], callId],
      ),
    );
    expect(await release()).toMatchObject({ ok: false, refusal: 'more-than-owed' });
    expect(await balance(callId)).toEqual([900, 800, 0, 0]);
    const { rows } = await inTransaction(db, it, (tx) =>
      tx.$client.query<{ id: string }>("select id from grant_payments where state = 'approved'"),
    );
    for (const { id } of rows)
      granted(await cancelPayment(db, officer.who, { paymentId: id, reason: 'award-changed' }));
  });

  test('is split by day and by office that pays, and each account is a group of its own', async () => {
    const school = await app.signIn(grantOfficer);
    granted(
      await savePayer(
        db,
        cashier.who,
        { bureauId: school.organisationId, payer: { ...payer, clientCode: '42', accountNumber: '9' } },
        now,
      ),
    );
    await approved([100], { dueOn: '2025-06-20' });
    await approved([200], { dueOn: '2025-06-25' });
    const other = await makeAwards({ db, vault }, { bureauId: school.organisationId, yen: [50] });
    const order = { awardId: other.awardIds[0] ?? '', yen: 50, kind: 'final', dueOn: '2025-06-25' } as const;
    const { paymentIds } = granted(await inTransaction(db, it, (tx) => orderPayments(tx, it, [order], now)));
    granted(await approvePayments(db, it, { vault, paymentIds }, now));
    const { transferId } = granted(await release(cashier.who, '2025-06-25'));
    const { bytes } = granted(await takeFile(db, cashier.who, { vault, transferId }, now));
    const kinds = readLayout(bytes).map((record) => record['データ区分']);
    expect(kinds.join('')).toBe('1281289');
    granted(await release(cashier.who, '2025-06-20'));
  });
});

describe('between file and record', () => {
  test('nothing can be lost: a release that dies before its commit left no trace, and one that lived makes the same bytes again', async () => {
    const { callId } = await approved([4_000]);
    const died = inTransaction(db, cashier.who, async (tx) => {
      granted(
        await releaseTransfer(
          tx,
          cashier.who,
          { vault, payOn: '2025-06-27', bankCode: '0999', seen: { records: 1, totalYen: 4_000 } },
          now,
        ),
      );
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    expect(await balance(callId)).toEqual([4_000, 4_000, 0, 0]);
    const { transferId } = granted(await release());
    const first = granted(await takeFile(db, cashier.who, { vault, transferId }, now));
    const { rows } = await inTransaction(db, it, (tx) =>
      tx.$client.query<{ sha256: string }>('select sha256 from grant_transfers where id = $1', [transferId]),
    );
    expect(createHash('sha256').update(first.bytes).digest('hex')).toBe(rows[0]?.sha256);
    granted(await askForCopy(db, cashier.who, { transferId, reason: '保存に失敗しました' }));
    granted(await allowCopy(db, second.who, { transferId }));
    const again = granted(await takeFile(db, cashier.who, { vault, transferId }));
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    await inTransaction(db, it, (tx) =>
      tx.$client.query('update grant_payments set yen = 4001 where transfer_id = $1', [transferId]),
    );
    granted(await askForCopy(db, cashier.who, { transferId, reason: 'もう一度' }));
    granted(await allowCopy(db, second.who, { transferId }));
    await expect(takeFile(db, cashier.who, { vault, transferId })).rejects.toThrow('not what was released');
  });

  test('the file is handed out once; again only with a reason and by a second person', async () => {
    await approved([60]);
    const { transferId } = granted(await release());
    const take = () => takeFile(db, cashier.who, { vault, transferId }, now);
    granted(await take());
    expect(await take()).toMatchObject({ refusal: 'copy-taken' });
    expect(await askForCopy(db, cashier.who, { transferId, reason: ' ' })).toMatchObject({
      refusal: 'reason-missing',
    });
    granted(await askForCopy(db, cashier.who, { transferId, reason: '銀行が受け取れなかった' }));
    expect(await take()).toMatchObject({ refusal: 'copy-waits' });
    expect(await allowCopy(db, cashier.who, { transferId })).toMatchObject({ refusal: 'same-person' });
    granted(await allowCopy(db, approver.who, { transferId }));
    granted(await take());
    expect(await take()).toMatchObject({ refusal: 'copy-taken' });
  });
});

describe('a transfer that came back', () => {
  test.each(['one-shot', 'advance'] as const)(
    'of kind %s is owed again, before and after the bank confirmed it',
    async (kind) => {
      const { callId, awardIds } = await approved([70, 30], { kind });
      const { transferId } = granted(await release());
      const [one, other] = await paymentsOf(transferId);
      const back = (id = '') =>
        returnPayments(
          db,
          cashier.who,
          { paymentIds: [id], reason: 'name-differs', on: '2025-06-27' },
          after,
        );
      granted(await back(one?.id));
      expect((await balance(callId))[2]).toBe(100 - (one?.yen ?? 0));
      granted(await confirmTransfer(db, cashier.who, { transferId }, after));
      const kept = other?.yen ?? 0;
      expect(await balance(callId)).toEqual([100, 100, kept, kind === 'advance' ? 0 : kept]);
      granted(await back(other?.id));
      expect(await balance(callId)).toEqual([100, 100, 0, 0]);
      expect(await back(other?.id)).toMatchObject({ refusal: 'step-not-now' });
      const again = granted(
        await orderAgain(db, officer.who, { paymentId: one?.id ?? '', dueOn: '2025-07-31' }, after),
      );
      await expect(
        orderAgain(db, officer.who, { paymentId: one?.id ?? '', dueOn: '2025-07-31' }, after),
      ).resolves.toMatchObject({ refusal: 'more-than-owed' });
      expect(again.paymentId).not.toBe(one?.id);
      expect(awardIds).toHaveLength(2);
    },
  );

  test('after its account was closed opens it again, so that it can be ordered again', async () => {
    const { awardIds } = await approved([90]);
    const [awardId = ''] = awardIds;
    const { transferId } = granted(await release());
    granted(await confirmTransfer(db, cashier.who, { transferId }, after));
    const closed = { state: 'closed', closedAt: after };
    await inTransaction(db, it, (tx) => updateAward(tx, awardId, closed));
    const [payment] = await paymentsOf(transferId);
    const paymentId = payment?.id ?? '';
    const back = { paymentIds: [paymentId], reason: 'account-closed', on: '2025-06-30' } as const;
    granted(await returnPayments(db, cashier.who, back, after));
    const award = await inTransaction(db, it, (tx) => findAward(tx, awardId));
    expect(award).toMatchObject({ state: 'active', closedAt: null, paidYen: 0, decidedYen: 90 });
    granted(await orderAgain(db, officer.who, { paymentId, dueOn: '2025-07-31' }, after));
  });
});

describe('an approval', () => {
  test('waits for a person where the account is broken or doubtful', async () => {
    const order = async (account: GivenAccount | null) => {
      const { awardIds } = await makeAwards({ db, vault }, { bureauId, yen: [10], account });
      const orders = awardIds.map((awardId) => ({
        awardId,
        yen: 10,
        kind: 'one-shot' as const,
        dueOn: '2025-06-27',
      }));
      return granted(
        await inTransaction(db, officer.who, (tx) => orderPayments(tx, officer.who, orders, now)),
      );
    };
    for (const [account, refusal] of [
      [null, 'account-missing'],
      [{ bank: '12' }, 'account-broken'],
      [{ holder: '見本' }, 'account-broken'],
      [{ holder: 'ミホン・ハマ' }, 'payee-unchecked'],
      [{ holderIsAnother: true }, 'delegation-missing'],
    ] as const) {
      const { paymentIds } = await order(account);
      expect(await approvePayments(db, approver.who, { vault, paymentIds }, now)).toMatchObject({ refusal });
    }
  });
});
