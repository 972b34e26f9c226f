import { expect, test } from 'vitest';
import { planTransfers, sameAccounts } from './rules.ts';

const payer = (id: string, bureauId: string | null, bankCode: string, accountNumber = '0000001') => ({
  id,
  bureauId,
  bankCode,
  accountNumber,
  clientCode: '1234567890',
  clientName: 'ﾚｲｼﾞ',
  bankName: '',
  branchCode: '001',
  branchName: '',
  accountKind: '1',
  lineBreaks: true,
});
const payment = (id: string, bureauId: string, dueOn: string, yen: number) => ({ id, bureauId, dueOn, yen });
/** 2026-06-10 is a Wednesday; 20 and 21 June are a weekend. */
const today = '2026-06-10';
const holidayOf = () => undefined;

test('payments are split by day and by bank; accounts of one bank are groups of one file, and every yen is in one of them', () => {
  const payers = [
    payer('all', null, '0999'),
    payer('same-bank', 'school', '0999', '0000002'),
    payer('other-bank', 'health', '0998'),
  ];
  const payments = [
    payment('a', 'welfare', '2026-06-19', 100),
    payment('b', 'welfare', '2026-06-25', 200),
    payment('c', 'school', '2026-06-19', 400),
    payment('d', 'health', '2026-06-19', 800),
    payment('e', 'welfare', '2026-06-20', 1_600),
  ];
  const { transfers, left } = planTransfers(payments, { payers, today, holidayOf });
  expect(left).toEqual([]);
  const shown = transfers.map(({ payOn, bankCode, groups, totalYen }) => ({
    payOn,
    bankCode,
    ids: groups.map((group) => group.payments.map(({ id }) => id).join('')),
    totalYen,
  }));
  expect(new Set(shown.map(({ payOn, bankCode }) => `${payOn} ${bankCode}`)).size).toBe(shown.length);
  expect(shown).toContainEqual({ payOn: '2026-06-19', bankCode: '0998', ids: ['d'], totalYen: 800 });
  expect(shown).toContainEqual({ payOn: '2026-06-25', bankCode: '0999', ids: ['b'], totalYen: 200 });
  expect(shown.find(({ ids }) => ids.includes('c'))?.ids).toHaveLength(2);
  expect(shown.reduce((sum, { totalYen }) => sum + totalYen, 0)).toBe(3_100);
});

test('an office without an account to pay from is left over and said', () => {
  const payments = [payment('a', 'welfare', '2026-06-19', 100)];
  const plan = planTransfers(payments, { payers: [payer('x', 'school', '0999')], today, holidayOf });
  expect([plan.transfers, plan.left]).toEqual([[], payments]);
});

test('two lines to one account are shown together', () => {
  const line = (bank: string, number: string) => ({ bank, branch: '001', kind: '1', number });
  const lines = [line('0999', '1'), line('0999', '2'), line('0998', '1'), line('0999', '1')];
  expect(sameAccounts(lines)).toEqual([[lines[0], lines[3]]]);
});
