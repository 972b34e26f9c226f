import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  type HeaderGroup,
  type LineProblem,
  problemsOfLine,
  readRecords,
  recordsOf,
  type TransferLine,
} from './rules.ts';
import { readLayout } from './second-reader.testing.ts';

const golden = readFileSync(new URL('golden.dat', import.meta.url));

const welfare: HeaderGroup = {
  clientCode: '1234567890',
  clientName: 'ﾚｲｼﾞｹﾝ ﾌｸｼｷﾖｸ',
  bankCode: '0999',
  bankName: 'ﾚｲｼﾞ',
  branchCode: '001',
  branchName: 'ﾎﾝﾃﾝ',
  accountKind: '2',
  accountNumber: '7654321',
  records: 2,
};
const school = {
  ...welfare,
  clientCode: '42',
  clientName: 'ﾚｲｼﾞｹﾝ ｷﾖｳｲｸｷﾖｸ',
  accountKind: '1',
  accountNumber: '7',
  records: 1,
};
const harbour: TransferLine = {
  bank: '0998',
  bankName: 'ﾐﾎﾝ',
  branch: '101',
  branchName: 'ﾐﾅﾄ',
  kind: '1',
  number: '0012345',
  name: 'ﾄｸﾋ)ﾐﾅﾄ',
  yen: 120_000,
  code: 300_001,
};
const lines: readonly TransferLine[] = [
  harbour,
  {
    bank: '0999',
    bankName: 'ﾚｲｼﾞ',
    branch: '002',
    branchName: 'ｴｷﾏｴ',
    kind: '4',
    number: '1000001',
    name: 'ｼﾔ)ｺﾄﾞﾓｼﾖｸﾄﾞｳ-ﾐﾎﾝ',
    yen: 9_999_999_999,
    code: 300_002,
  },
  {
    bank: '9900',
    bankName: 'ﾕｳﾁﾖ',
    branch: '058',
    branchName: 'ｾﾞﾛｺﾞﾊﾁ',
    kind: '1',
    number: '0000001',
    name: 'ﾐﾎﾝ ﾊﾅｺ',
    yen: 1,
    code: 300_003,
  },
];
const file = { payOn: '2025-06-30', groups: [welfare, school], lines };
const bytes = () => bytesOf(recordsOf(file), { lineBreaks: true });

describe('the transfer file', () => {
  test('is the golden file, byte for byte, with two accounts that pay in it', () => {
    expect(Buffer.from(bytes()).equals(golden)).toBe(true);
  });

  test('says to a second reader of the layout what went into it, field for field, and nothing else', () => {
    const [first, one, other, sum, second, third, last, end, ...more] = readLayout(bytes());
    expect(more).toEqual([]);
    expect(first).toEqual({
      データ区分: '1',
      種別コード: '21',
      コード区分: '0',
      委託者コード: '1234567890',
      委託者名: 'ﾚｲｼﾞｹﾝ ﾌｸｼｷﾖｸ',
      取組日: '0630',
      仕向銀行番号: '0999',
      仕向銀行名: 'ﾚｲｼﾞ',
      仕向支店番号: '001',
      仕向支店名: 'ﾎﾝﾃﾝ',
      預金種目: '2',
      口座番号: '7654321',
      ダミー: '',
    });
    expect(second).toMatchObject({ 委託者コード: '0000000042', 口座番号: '0000007' });
    expect([one, other, third].map((record) => Number(record?.['振込金額']))).toEqual(
      lines.map(({ yen }) => yen),
    );
    expect(one).toEqual({
      データ区分: '2',
      被仕向銀行番号: '0998',
      被仕向銀行名: 'ﾐﾎﾝ',
      被仕向支店番号: '101',
      被仕向支店名: 'ﾐﾅﾄ',
      手形交換所番号: '0000',
      預金種目: '1',
      口座番号: '0012345',
      受取人名: 'ﾄｸﾋ)ﾐﾅﾄ',
      振込金額: '0000120000',
      新規コード: '0',
      顧客コード1: '0000300001',
      顧客コード2: '0000000000',
      振込指定区分: '7',
      識別表示: '',
      ダミー: '',
    });
    expect(sum).toMatchObject({ 合計件数: '000002', 合計金額: '010000119999' });
    expect(last).toMatchObject({ 合計件数: '000001', 合計金額: '000000000001' });
    expect(end).toEqual({ データ区分: '9', ダミー: '' });
  });

  test('without line breaks it is the same bytes, 120 for each record', () => {
    const plain = bytesOf(recordsOf(file), { lineBreaks: false });
    expect(plain.length).toBe(8 * 120);
    expect(Buffer.from(plain).toString('latin1')).toBe(golden.toString('latin1').replaceAll('\r\n', ''));
    expect(readLayout(plain)).toEqual(readLayout(bytes()));
  });

  test.each<[Partial<TransferLine>, readonly LineProblem[]]>([
    [{}, []],
    [{ yen: 0 }, ['yen-not-positive']],
    [{ yen: -1 }, ['yen-not-positive']],
    [{ yen: 1.5 }, ['yen-not-positive']],
    [{ yen: 10_000_000_000 }, ['yen-too-much']],
    [{ bank: '099' }, ['bank-code']],
    [{ bank: '0000' }, ['bank-code']],
    [{ bank: '09X9' }, ['bank-code']],
    [{ branch: '１０１' }, ['branch-code']],
    [{ kind: '3' }, ['account-kind']],
    [{ number: '12345' }, ['account-number']],
    [{ number: '0000000' }, ['account-number']],
    [{ name: '見本' }, ['name']],
    [{ name: 'ﾐﾎﾝ･ﾊﾏ' }, ['name']],
    [{ name: 'ﾎｰﾑ' }, ['name']],
    [{ name: 'ｦ' }, ['name']],
    [{ name: '' }, ['name']],
    [{ name: 'ｱ'.repeat(31) }, ['name']],
  ])('%o cannot stand in it: %j', (change, problems) => {
    const line = { ...harbour, ...change };
    expect(problemsOfLine(line)).toEqual(problems);
    const write = () => recordsOf({ ...file, groups: [{ ...welfare, records: 1 }], lines: [line] });
    if (problems.length > 0) expect(write).toThrow('cannot be written');
    else expect(write()).toHaveLength(4);
  });

  test('groups that say another number of transfers make no file', () => {
    expect(() => recordsOf({ ...file, groups: [welfare] })).toThrow('outside every group');
    expect(() => recordsOf({ ...file, groups: [welfare, { ...school, records: 2 }] })).toThrow('without its');
  });
});

describe('what a bank made of it', () => {
  test('is read back', () => {
    const read = readRecords(golden);
    expect(read.ok && read.value.map(({ code, yen, name }) => [code, yen, name])).toEqual(
      lines.map(({ code, yen, name }) => [code, yen, name]),
    );
  });

  test.each([
    ['nothing', '', 'not-records'],
    ['some text', 'abc', 'not-records'],
    ['a cut file', golden.toString('latin1').slice(0, 122 * 3), 'records-out-of-order'],
    [
      'a file with a wrong sum',
      golden.toString('latin1').replace('010000119999', '010000119998'),
      'totals-differ',
    ],
    ['a record that nobody knows', golden.toString('latin1').replace('\r\n8', '\r\n7'), 'not-records'],
    ['no header', golden.toString('latin1').slice(122), 'records-out-of-order'],
  ])('%s is refused', (_, text, refusal) => {
    expect(readRecords(Buffer.from(text, 'latin1'))).toMatchObject({ ok: false, refusal });
  });
});
