import { ok, type Result, refuse } from '#platform/result.ts';
import { bankName } from '../kana/rules.ts';

/** One line of a bank's statement (入出金明細). */
export interface StatementLine {
  readonly day: string;
  /** Above 0: money came in; below: it went out. */
  readonly yen: number;
  readonly text: string;
}

export type StatementRefusal = 'columns-unknown' | 'nothing-in-it' | 'line-unreadable';

/** Headings of banks for the same columns; a heading counts when it holds one of these words. */
const headings = {
  day: ['日付', '取引日', '年月日', '勘定日', '起算日'],
  out: ['出金', '支払', '引出', '引き出し'],
  in: ['入金', '預り', '預入', '預け入れ'],
  text: ['摘要', '内容', '明細', '備考'],
} as const;

/** The lines of a statement as a spreadsheet has them: the first row with headings for day, out, in and words begins it. */
export function readStatementRows(
  rows: readonly (readonly string[])[],
): Result<readonly StatementLine[], StatementRefusal> {
  const at = rows.findIndex((row) => columnsOf(row));
  const columns = rows[at] && columnsOf(rows[at]);
  if (!columns) return refuse('columns-unknown');
  const lines: StatementLine[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= at) continue;
    const [typedDay, out, into] = [row[columns.day] ?? '', row[columns.out] ?? '', row[columns.in] ?? ''];
    if (out.trim() === '' && into.trim() === '') continue;
    const day = readDay(typedDay);
    const [outYen, inYen] = [readYen(out), readYen(into)];
    if (!day || outYen === undefined || inYen === undefined)
      return refuse('line-unreadable', { row: index + 1 });
    const text = columns.text
      .map((column) => row[column] ?? '')
      .join(' ')
      .trim();
    if (inYen !== outYen) lines.push({ day, yen: inYen - outYen, text });
  }
  return lines.length > 0 ? ok(lines) : refuse('nothing-in-it');
}

function columnsOf(row: readonly string[]) {
  const find = (words: readonly string[]) =>
    row.flatMap((cell, at) => (words.some((word) => cell.includes(word)) ? [at] : []));
  const [day] = find(headings.day);
  const [out] = find(headings.out);
  const into = find(headings.in).find((column) => column !== out);
  if (day === undefined || out === undefined || into === undefined) return undefined;
  return { day, out, in: into, text: find(headings.text) };
}

function readYen(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,¥円]/g, '');
  if (text === '' || text === '-') return 0;
  return /^\d{1,13}$/.test(text) ? Number(text) : undefined;
}

/** 2025-06-30, 2025/6/30, 20250630, 令和7年6月30日, R7.6.30. */
function readDay(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const western = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  const era = /^(?:令和|R)(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i.exec(text);
  const parts = western ?? era;
  if (!parts) return undefined;
  const year = Number(parts[1]) + (western ? 0 : 2018);
  const day = `${year}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : undefined;
}

export interface OpenTransfer {
  readonly transferId: string;
  readonly payOn: string;
  readonly totalYen: number;
}

export interface OpenPayment {
  readonly paymentId: string;
  readonly payOn: string;
  readonly yen: number;
  /** As the file said it. */
  readonly name: string;
}

/** What a line may be about; `sure`: there is only one, and a name or a whole sum says so. */
export interface Suggestion {
  readonly transferIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly sure: boolean;
}

const returnWords = ['ｸﾐﾓﾄﾞｼ', 'ﾌﾉｳ', 'ﾍﾝｷﾝ', 'ﾓﾄﾞｼ'];
const returnSigns = ['組戻', '不能', '返金', '戻し', '資金返却'];

/**
 * Money that went out is a transfer of the same sum, on its day or until the bank worked again. Money that came in is a payment of
 * the same amount that came back: surely when the line names its payee and no other payment fits as well.
 */
export function suggestionOf(
  line: StatementLine,
  open: { transfers: readonly OpenTransfer[]; payments: readonly OpenPayment[] },
): Suggestion {
  if (line.yen < 0) {
    const fitting = open.transfers.filter(
      ({ totalYen, payOn }) =>
        totalYen === -line.yen && payOn <= line.day && daysBetween(payOn, line.day) <= 7,
    );
    const transferIds = fitting.map(({ transferId }) => transferId);
    return { transferIds, paymentIds: [], sure: transferIds.length === 1 };
  }
  const text = bankName(line.text, line.text.length * 2).text.replaceAll(' ', '');
  const same = open.payments.filter(({ yen, payOn }) => yen === line.yen && payOn <= line.day);
  const named = same.filter(({ name }) => text.includes(name.replaceAll(' ', '')));
  if (named.length > 0)
    return { transferIds: [], paymentIds: named.map(({ paymentId }) => paymentId), sure: named.length === 1 };
  const says =
    returnWords.some((word) => text.includes(word)) || returnSigns.some((sign) => line.text.includes(sign));
  return { transferIds: [], paymentIds: says ? same.map(({ paymentId }) => paymentId) : [], sure: false };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
