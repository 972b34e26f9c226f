import { ok, type Result, refuse } from '#platform/result.ts';
import { bankName, isBlocking } from '../kana/rules.ts';

export interface Branch {
  readonly bank: string;
  readonly branch: string;
  readonly bankName: string;
  readonly bankKana: string;
  readonly branchName: string;
  readonly branchKana: string;
}

/** Heads of the columns, as lists of banks name them; the first is ours. */
const columns: Readonly<Record<keyof Branch, readonly string[]>> = {
  bank: ['銀行コード', '金融機関コード', 'bank'],
  bankName: ['銀行名', '金融機関名', 'bankName'],
  bankKana: ['銀行名カナ', '金融機関名カナ', 'bankKana'],
  branch: ['支店コード', '店番', 'branch'],
  branchName: ['支店名', 'branchName'],
  branchKana: ['支店名カナ', 'branchKana'],
};
const parts = Object.keys(columns) as (keyof Branch)[];
/** Bytes of both names in a transfer file. */
const nameBytes = 15;

export type RegisterRefusal =
  | 'file-missing'
  | 'file-unreadable'
  | 'columns-missing'
  | 'no-branches'
  | 'code-wrong'
  | 'kana-wrong'
  | 'branch-twice'
  | 'as-of-later';

/** A list of banks and branches: taken over whole, or not at all with the line that is wrong. The first line names the columns. */
export function readRegister(
  rows: readonly (readonly string[])[],
): Result<readonly Branch[], RegisterRefusal> {
  const [head = [], ...lines] = rows;
  const at = new Map(
    parts.map((part) => [part, head.findIndex((cell) => columns[part].includes(cell.trim()))]),
  );
  const missing = parts.find((part) => (at.get(part) ?? -1) < 0);
  if (missing) return refuse('columns-missing', { column: columns[missing][0] ?? '' });
  const branches = new Map<string, Branch>();
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const read = readBranch((part) => cells[at.get(part) ?? -1] ?? '');
    const line = index + 2;
    if (!read.ok) return refuse(read.refusal, { line });
    const key = `${read.value.bank}-${read.value.branch}`;
    if (branches.has(key)) return refuse('branch-twice', { line, code: key });
    branches.set(key, read.value);
  }
  return branches.size === 0 ? refuse('no-branches') : ok([...branches.values()]);
}

function readBranch(cell: (part: keyof Branch) => string): Result<Branch, 'code-wrong' | 'kana-wrong'> {
  const code = (part: 'bank' | 'branch', digits: number) => {
    const typed = cell(part).normalize('NFKC').trim();
    // Tables drop the noughts in front: 1 is 0001.
    return /^\d+$/.test(typed) ? typed.padStart(digits, '0') : '';
  };
  const [bank, branch] = [code('bank', 4), code('branch', 3)];
  if (!/^\d{4}$/.test(bank) || bank === '0000' || !/^\d{3}$/.test(branch)) return refuse('code-wrong');
  const [bankKana, branchKana] = [kanaOf(cell('bankKana')), kanaOf(cell('branchKana'))];
  if (!bankKana || !branchKana) return refuse('kana-wrong');
  return ok({
    bank,
    branch,
    bankKana,
    branchKana,
    bankName: cell('bankName').trim(),
    branchName: cell('branchName').trim(),
  });
}

/** Cut to what a file has room for; '' where it is no kana. */
function kanaOf(typed: string): string {
  const { text, doubts } = bankName(typed, nameBytes);
  return doubts.some(isBlocking) ? '' : text;
}

export type CodeProblem = 'bank-unknown' | 'branch-unknown';

export interface Codes {
  readonly bank: string;
  readonly branch: string;
}

/** What the register knows of some codes; without a register nothing is held against anybody. */
export interface KnownCodes {
  readonly isEmpty: boolean;
  readonly banks: ReadonlySet<string>;
  /** `0999-101` */
  readonly branches: ReadonlySet<string>;
}

/** A code that no bank has, or that this bank's branches do not have: mistyped, or closed, or newer than the register. */
export function problemOfCodes(known: KnownCodes, { bank, branch }: Codes): CodeProblem | undefined {
  if (known.isEmpty) return undefined;
  if (!known.banks.has(bank)) return 'bank-unknown';
  return known.branches.has(`${bank}-${branch}`) ? undefined : 'branch-unknown';
}
