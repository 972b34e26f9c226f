import { ok, type Result, refuse } from '#platform/result.ts';

export const callResults = ['answered', 'abandoned', 'busy', 'out-of-hours'] as const;
export type CallResult = (typeof callResults)[number];

export interface Attempt {
  readonly at: Date;
  readonly result: CallResult;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly callId: string;
}

export type WorryRefusal = 'worry-unknown';

/**
 * Worries as a counsellor types them while talking: their numbers on the intake form, the most pressing first:
 * 「４ 3」 or `4,3` → the fourth and the third, the fourth most pressing. Numbers count from 1.
 */
export function readWorryNumbers(
  typed: string,
  worries: readonly string[],
): Result<readonly string[], WorryRefusal> {
  const numbers = typed
    .normalize('NFKC')
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number);
  const found = [...new Set(numbers)].map((number) => worries[number - 1]);
  const unknown = [...new Set(numbers)].find((number) => worries[number - 1] === undefined);
  if (unknown !== undefined) return refuse('worry-unknown', { number: unknown, most: worries.length });
  return ok(found.filter((worry) => worry !== undefined));
}

/** Words that exchanges use for how a call ended. */
const resultWords: readonly (readonly [CallResult, RegExp])[] = [
  ['out-of-hours', /時間外|営業時間外|out.?of.?hours|after.?hours|closed/i],
  ['busy', /話中|話し中|混雑|busy|congest/i],
  ['abandoned', /放棄|途中切断|不応答|応答なし|未応答|切断|abandon|no.?answer|missed|cancel/i],
  ['answered', /応答|通話|接続|answer|connected|completed/i],
];

export function readCallResult(typed: string): CallResult | undefined {
  const text = typed.normalize('NFKC').trim();
  return resultWords.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `2026/11/25 9:05` or `2026-11-25T09:05:30`, in Tokyo. */
export function readCallTime(typed: string): Date | undefined {
  const found =
    /^(\d{4})[/年-](\d{1,2})[/月-](\d{1,2})日?[T\s]+(\d{1,2})[:時](\d{1,2})分?(?::(\d{1,2}))?/.exec(
      typed.normalize('NFKC').trim(),
    );
  if (!found) return undefined;
  const [year, month, day, hour, minute, second = '0'] = found.slice(1);
  const two = (text: string | undefined) => String(text).padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const moment = new Date(`${iso}+09:00`);
  // A 31 February is no day.
  const back = new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 19);
  return Number.isNaN(moment.getTime()) || back !== iso ? undefined : moment;
}

/** `75`, `1:15` or `0:01:15` → seconds. */
export function readSeconds(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const parts = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [hours = '0', minutes, seconds] = parts.slice(1);
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

export type ColumnName = 'at' | 'result' | 'wait' | 'talk' | 'id';

const columnNames: Readonly<Record<ColumnName, RegExp>> = {
  at: /^(着信日時|日時|発生日時|着信時刻|start|time|datetime)/i,
  result: /^(結果|応答結果|状態|通話結果|result|disposition|status)/i,
  wait: /^(待ち|待機|呼出|wait|ring)/i,
  talk: /^(通話秒|通話時間|会話|talk|duration|billsec)/i,
  id: /^(id|呼id|通話id|通番|call.?id|uniqueid)/i,
};

/** Which column says what, by loosely read headings; the time and the result have to be there. */
export function readColumns(
  headings: readonly string[],
): Result<Readonly<Partial<Record<ColumnName, number>>>, 'columns-missing'> {
  const cleaned = headings.map((heading) => heading.normalize('NFKC').replace(/\s/g, ''));
  const found = Object.fromEntries(
    (Object.entries(columnNames) as [ColumnName, RegExp][]).flatMap(([name, pattern]) => {
      const at = cleaned.findIndex((heading) => pattern.test(heading));
      return at < 0 ? [] : [[name, at]];
    }),
  ) as Partial<Record<ColumnName, number>>;
  return found.at === undefined || found.result === undefined ? refuse('columns-missing') : ok(found);
}

export interface RowProblem {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly why: 'time' | 'result' | 'seconds';
}

/** Rows of an exchange's list. Nothing is imported while a row is wrong. Without an id of its own a call is known by time and order. */
export function readAttempts(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  columns: Readonly<Partial<Record<ColumnName, number>>>,
): { readonly attempts: readonly Attempt[]; readonly problems: readonly RowProblem[] } {
  const attempts: Attempt[] = [];
  const problems: RowProblem[] = [];
  const sameTime = new Map<string, number>();
  for (const { row, cells } of rows) {
    const cell = (name: ColumnName) => (columns[name] === undefined ? '' : (cells[columns[name]] ?? ''));
    const at = readCallTime(cell('at'));
    const result = readCallResult(cell('result'));
    const waitSeconds = readSeconds(cell('wait'));
    const talkSeconds = readSeconds(cell('talk'));
    if (!at) problems.push({ row, why: 'time' });
    if (!result) problems.push({ row, why: 'result' });
    if (waitSeconds === undefined || talkSeconds === undefined) problems.push({ row, why: 'seconds' });
    if (!at || !result || waitSeconds === undefined || talkSeconds === undefined) continue;
    const stamp = `${at.toISOString()} ${result}`;
    const order = (sameTime.get(stamp) ?? 0) + 1;
    sameTime.set(stamp, order);
    const callId = cell('id').trim() || `${stamp} ${order}`;
    attempts.push({ at, result, waitSeconds, talkSeconds, callId });
  }
  return { attempts, problems };
}

/** Minutes between what an exchange and a counsellor say of one and the same call. */
export const sameCallMinutes = 5;

export interface HeardCall {
  readonly id: string;
  /** When somebody answered. */
  readonly at: Date;
}

/** When a call was answered that rang at `at`. */
export function answeredAt({ at, waitSeconds }: Pick<Attempt, 'at' | 'waitSeconds'>): Date {
  return new Date(at.getTime() + (waitSeconds ?? 0) * 1000);
}

/**
 * A call that the exchange told and a counsellor wrote down is one call: each told answer with the written one nearest to it in
 * time, within `sameCallMinutes`, each of them once. Told id → written id.
 */
export function pairCalls(
  told: readonly HeardCall[],
  written: readonly HeardCall[],
): ReadonlyMap<string, string> {
  const within = sameCallMinutes * 60_000;
  const inOrder = written.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const near: { readonly told: string; readonly written: string; readonly apart: number }[] = [];
  let first = 0;
  for (const call of told.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const [from, to] = [call.at.getTime() - within, call.at.getTime() + within];
    while ((inOrder[first]?.at.getTime() ?? Infinity) < from) first += 1;
    for (let at = first; (inOrder[at]?.at.getTime() ?? Infinity) <= to; at += 1) {
      const { id = '', at: moment = call.at } = inOrder[at] ?? {};
      near.push({ told: call.id, written: id, apart: Math.abs(moment.getTime() - call.at.getTime()) });
    }
  }
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const pair of near.toSorted((a, b) => a.apart - b.apart)) {
    if (pairs.has(pair.told) || taken.has(pair.written)) continue;
    pairs.set(pair.told, pair.written);
    taken.add(pair.written);
  }
  return pairs;
}
