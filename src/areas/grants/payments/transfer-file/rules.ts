import { ok, type Result, refuse } from '#platform/result.ts';

/** 総合振込, as banks of Japan read it: records of 120 bytes. Names are half-width kana already; codes are digits. */
export const recordBytes = 120;

/** The account that pays, as it stands in a header record. */
export interface HeaderGroup {
  /** 委託者コード, ten digits. */
  readonly clientCode: string;
  readonly clientName: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
  /** 1 普通, 2 当座, 9 その他 */
  readonly accountKind: string;
  readonly accountNumber: string;
  /** How many data records follow it. */
  readonly records: number;
}

/** One transfer, as it stands in a data record. */
export interface TransferLine {
  readonly bank: string;
  readonly bankName: string;
  readonly branch: string;
  readonly branchName: string;
  /** 1 普通, 2 当座, 4 貯蓄, 9 その他 */
  readonly kind: string;
  readonly number: string;
  readonly name: string;
  readonly yen: number;
  /** 顧客コード1: by it a return is matched. Up to ten digits. */
  readonly code: number;
}

export type LineProblem =
  | 'bank-code'
  | 'branch-code'
  | 'account-kind'
  | 'account-number'
  | 'name'
  | 'yen-not-positive'
  | 'yen-too-much';

const mostYen = 9_999_999_999;
const letters = /^[ｱ-ﾝﾞﾟA-Z0-9 ().-]+$/;

/** Why a transfer cannot stand in the file: broken codes, a name that cannot be written, no yen. */
export function problemsOfLine(line: TransferLine): readonly LineProblem[] {
  const problems: LineProblem[] = [];
  const wrong = (problem: LineProblem, is: boolean) => {
    if (is) problems.push(problem);
  };
  wrong('bank-code', !/^\d{4}$/.test(line.bank) || line.bank === '0000');
  wrong('branch-code', !/^\d{3}$/.test(line.branch));
  wrong('account-kind', !['1', '2', '4', '9'].includes(line.kind));
  wrong('account-number', !/^\d{7}$/.test(line.number) || line.number === '0000000');
  wrong('name', !letters.test(line.name) || line.name.length > 30);
  wrong('yen-not-positive', !Number.isSafeInteger(line.yen) || line.yen <= 0);
  wrong('yen-too-much', line.yen > mostYen);
  return problems;
}

/**
 * All records of a file: for each group header, its transfers and a trailer with their number and sum, then one end. A transfer with
 * a problem is a bug by now, and so is a number of transfers that the groups do not say.
 */
export function recordsOf({
  payOn,
  groups,
  lines,
}: {
  payOn: string;
  groups: readonly HeaderGroup[];
  lines: readonly TransferLine[];
}): readonly string[] {
  const records: string[] = [];
  let at = 0;
  for (const group of groups) {
    const own = lines.slice(at, at + group.records);
    at += group.records;
    if (own.length !== group.records || own.length === 0) throw new Error('a group without its transfers');
    records.push(header(group, payOn), ...own.map(data), trailer(own));
  }
  if (at !== lines.length) throw new Error('transfers outside every group');
  records.push(field('9', 1) + ' '.repeat(119));
  const wrong = records.find((record) => record.length !== recordBytes);
  if (wrong !== undefined) throw new Error(`a record of ${wrong.length} bytes`);
  return records;
}

function header(group: HeaderGroup, payOn: string): string {
  return [
    '1210',
    digits(group.clientCode, 10),
    field(group.clientName, 40),
    payOn.slice(5, 7) + payOn.slice(8, 10),
    digits(group.bankCode, 4),
    field(group.bankName, 15),
    digits(group.branchCode, 3),
    field(group.branchName, 15),
    digits(group.accountKind, 1),
    digits(group.accountNumber, 7),
    ' '.repeat(17),
  ].join('');
}

function data(line: TransferLine): string {
  const [problem] = problemsOfLine(line);
  if (problem) throw new Error(`transfer ${line.code} cannot be written: ${problem}`);
  return [
    '2',
    digits(line.bank, 4),
    field(line.bankName, 15),
    digits(line.branch, 3),
    field(line.branchName, 15),
    '0000',
    digits(line.kind, 1),
    digits(line.number, 7),
    field(line.name, 30),
    digits(String(line.yen), 10),
    '0',
    digits(String(line.code), 10),
    '0'.repeat(10),
    '7',
    ' ',
    ' '.repeat(7),
  ].join('');
}

function trailer(lines: readonly TransferLine[]): string {
  const total = lines.reduce((sum, line) => sum + line.yen, 0);
  return ['8', digits(String(lines.length), 6), digits(String(total), 12), ' '.repeat(101)].join('');
}

function digits(text: string, length: number): string {
  if (!/^\d+$/.test(text) || text.length > length) throw new Error(`not ${length} digits`);
  return text.padStart(length, '0');
}

/** Names of banks are cut to their field; those of payees were shown to a person when they are too long. */
function field(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, ' ');
}

const firstKana = 0xff61;

/** The bytes of JIS X 0201: ASCII as it is, ｡ to ﾟ from 0xA1 on. */
export function bytesOf(records: readonly string[], { lineBreaks }: { lineBreaks: boolean }): Uint8Array {
  const length = recordBytes + (lineBreaks ? 2 : 0);
  const bytes = new Uint8Array(records.length * length);
  for (const [at, record] of records.entries()) {
    for (let place = 0; place < recordBytes; place += 1) {
      const code = record.charCodeAt(place);
      bytes[at * length + place] = code >= firstKana ? code - firstKana + 0xa1 : code;
    }
    if (lineBreaks) bytes.set([0x0d, 0x0a], at * length + recordBytes);
  }
  return bytes;
}

export type FileRefusal = 'not-records' | 'records-out-of-order' | 'totals-differ';
export type ReadLine = Pick<TransferLine, 'bank' | 'branch' | 'number' | 'name' | 'yen' | 'code'>;

/** Reads a file that a bank made of ours: the transfers that could not be credited (振込不能). */
export function readRecords(bytes: Uint8Array): Result<readonly ReadLine[], FileRefusal> {
  const text = Array.from(bytes, (byte) =>
    String.fromCharCode(byte >= 0xa1 && byte <= 0xdf ? byte - 0xa1 + firstKana : byte),
  )
    .join('')
    .replace(/\u001a+$/, '')
    .replace(/\r?\n/g, '');
  if (text.length === 0 || text.length % recordBytes !== 0) return refuse('not-records');
  const lines: ReadLine[] = [];
  let group: ReadLine[] = [];
  let before = '';
  for (let at = 0; at < text.length; at += recordBytes) {
    const record = text.slice(at, at + recordBytes);
    const kind = record[0] ?? '';
    if (!/^[1289]$/.test(kind)) return refuse('not-records', { record: at / recordBytes + 1 });
    if (!follows(before, kind)) return refuse('records-out-of-order', { record: at / recordBytes + 1 });
    if (kind === '1') group = [];
    if (kind === '2') group.push(readData(record));
    if (kind === '8') {
      const sum = group.reduce((total, line) => total + line.yen, 0);
      if (Number(record.slice(1, 7)) !== group.length || Number(record.slice(7, 19)) !== sum)
        return refuse('totals-differ', { record: at / recordBytes + 1 });
      lines.push(...group);
    }
    before = kind;
  }
  return before === '9' ? ok(lines) : refuse('records-out-of-order', { record: text.length / recordBytes });
}

function follows(before: string, kind: string): boolean {
  return ['1', '12', '22', '28', '18', '81', '89'].includes(before + kind);
}

function readData(record: string): ReadLine {
  return {
    bank: record.slice(1, 5),
    branch: record.slice(20, 23),
    number: record.slice(43, 50),
    name: record.slice(50, 80).trimEnd(),
    yen: Number(record.slice(80, 90)),
    code: Number(record.slice(91, 101)),
  };
}
