import type { Amount, Requirement, Scheme, SchemeFacts, SchemeVersion, Test } from './scheme.ts';

/** An amount between two bounds, both inclusive, in yen; `to` may be infinite where a table or a fact is unknown. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type State = 'met' | 'unmet' | 'unknown';

/** fits: all that it asks was said · may: some of it was not said · would: if what can change changes · no: it asks for something else. */
export type Verdict = 'fits' | 'may' | 'would' | 'no';

export interface Reason {
  readonly state: State;
  readonly requirement: Requirement;
  /** What the sentence calls `{limit}`. */
  readonly limit?: Range;
}

export interface Judged {
  readonly code: string;
  readonly version: SchemeVersion;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly amounts: Readonly<Record<string, Range>>;
  /** Nobody has looked its facts up for this day: people are told to ask. */
  readonly isUnchecked: boolean;
}

/** The rule that held on a day (`YYYY-MM-DD`), or none: the scheme did not exist yet, or no longer. */
export function versionOn(scheme: Scheme, day: string): SchemeVersion | undefined {
  return scheme.versions.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
}

/**
 * What a scheme says about somebody, by the rule of that day. It informs and decides nothing: the office decides. What was not
 * said stays unknown, and where an amount depends on it, both ends of the range are looked at.
 */
export function judge(scheme: Scheme, facts: SchemeFacts, day: string): Judged | undefined {
  const version = versionOn(scheme, day);
  if (!version) return undefined;
  const reasons = version.requirements.map((requirement): Reason => {
    const limit = limitOf(requirement.test, facts, version);
    return { state: stateOf(requirement.test, facts, version), requirement, ...(limit && { limit }) };
  });
  return {
    code: scheme.code,
    version,
    verdict: scheme.openToAll ? 'may' : verdictOf(reasons),
    reasons,
    amounts: Object.fromEntries(
      Object.entries(version.amounts ?? {}).map(([name, amount]) => [name, rangeOf(amount, facts, version)]),
    ),
    isUnchecked: day > version.checkedUntil,
  };
}

function verdictOf(reasons: readonly Reason[]): Verdict {
  const unmet = reasons.filter(({ state }) => state === 'unmet');
  if (unmet.length > 0) return unmet.every(({ requirement }) => requirement.change) ? 'would' : 'no';
  return reasons.length > 0 && reasons.every(({ state }) => state === 'met') ? 'fits' : 'may';
}

const order: readonly Verdict[] = ['fits', 'may', 'would', 'no'];

/** Those that touch the worries, the likeliest first, then by the worst worry; what does not fit comes last and is said too. */
export function judgeAll(
  schemes: readonly Scheme[],
  { facts, day, topics }: { facts: SchemeFacts; day: string; topics: readonly string[] },
): readonly Judged[] {
  const touched = topics.flatMap((topic) => schemes.filter((scheme) => scheme.topics.includes(topic)));
  return [...new Set(touched)]
    .flatMap((scheme) => judge(scheme, facts, day) ?? [])
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function stateOf(test: Test, facts: SchemeFacts, version: SchemeVersion): State {
  if ('any' in test) return best(test.any.map((each) => stateOf(each, facts, version)));
  if ('all' in test) return worst(test.all.map((each) => stateOf(each, facts, version)));
  if ('area' in test) {
    if (!facts.area) return 'unknown';
    return facts.area.some((code) => test.area.includes(code)) ? 'met' : 'unmet';
  }
  if ('oneOf' in test) {
    const said = facts.choices[test.fact];
    return said === undefined ? 'unknown' : test.oneOf.includes(said) ? 'met' : 'unmet';
  }
  const said = facts.numbers[test.fact];
  if (said === undefined) return 'unknown';
  const limit = rangeOf('atMost' in test ? test.atMost : test.atLeast, facts, version);
  if ('atMost' in test) return said <= limit.from ? 'met' : said > limit.to ? 'unmet' : 'unknown';
  return said >= limit.to ? 'met' : said < limit.from ? 'unmet' : 'unknown';
}

function best(states: readonly State[]): State {
  if (states.includes('met')) return 'met';
  return states.includes('unknown') ? 'unknown' : 'unmet';
}

function worst(states: readonly State[]): State {
  if (states.includes('unmet')) return 'unmet';
  return states.includes('unknown') ? 'unknown' : 'met';
}

/** The amount of the first comparison in a test. */
function limitOf(test: Test, facts: SchemeFacts, version: SchemeVersion): Range | undefined {
  if ('atMost' in test) return rangeOf(test.atMost, facts, version);
  if ('atLeast' in test) return rangeOf(test.atLeast, facts, version);
  const inner = 'any' in test ? test.any : 'all' in test ? test.all : [];
  for (const each of inner) {
    const limit = limitOf(each, facts, version);
    if (limit) return limit;
  }
  return undefined;
}

const unknownAmount: Range = { from: 0, to: Number.POSITIVE_INFINITY };

function rangeOf(amount: Amount, facts: SchemeFacts, version: SchemeVersion): Range {
  if (typeof amount === 'number') return { from: amount, to: amount };
  if ('fact' in amount) {
    const said = facts.numbers[amount.fact];
    return said === undefined ? unknownAmount : { from: said, to: said };
  }
  if ('table' in amount) return cellOf(amount.table, facts, version);
  if ('product' in amount) {
    const { from, to } = rangeOf(amount.product[0], facts, version);
    return { from: times(from, amount.product[1]), to: times(to, amount.product[1]) };
  }
  const parts = ('sum' in amount ? amount.sum : amount.least).map((each) => rangeOf(each, facts, version));
  const join = (values: readonly number[]) =>
    'sum' in amount ? values.reduce((total, value) => total + value, 0) : Math.min(...values);
  return { from: join(parts.map(({ from }) => from)), to: join(parts.map(({ to }) => to)) };
}

/** Whole yen, cut: 164,000 × 1.3 is 213,200. Thousandths keep binary fractions from losing a yen. */
function times(yen: number, factor: number): number {
  return Number.isFinite(yen) ? Math.floor((yen * Math.round(factor * 1000)) / 1000) : yen;
}

/** Household unknown: anything between the smallest and the largest of the row; area unknown: of all rows. */
function cellOf(name: string, { area, numbers }: SchemeFacts, version: SchemeVersion): Range {
  const table = version.tables?.[name] ?? {};
  const known = area?.find((code) => table[code]);
  const rows = area ? [table[known ?? 'other']] : Object.values(table);
  const { household } = numbers;
  const cells = rows.map((row) => (household === undefined ? row : row && [row[household - 1]])).flat();
  const complete = cells.length > 0 && (area || table['other']);
  if (!complete || cells.some((cell) => cell === undefined)) return unknownAmount;
  return { from: Math.min(...(cells as number[])), to: Math.max(...(cells as number[])) };
}

/** The entry of the directory that tells more about a scheme, for somebody of this place. */
export function serviceOf(scheme: Scheme, line: readonly string[]): string | undefined {
  const area = line.find((code) => scheme.serviceByArea?.[code]);
  return area === undefined ? scheme.service : scheme.serviceByArea?.[area];
}

export type SchemesRefusal = 'scheme-twice' | 'versions-overlap' | 'days-reversed';

/** Why a list of schemes cannot be kept: codes are there once, and on no day two rules of one scheme hold. */
export function problemOfSchemes(
  schemes: readonly Scheme[],
): { refusal: SchemesRefusal; code: string } | undefined {
  const seen = new Set<string>();
  for (const { code, versions } of schemes) {
    if (seen.has(code)) return { refusal: 'scheme-twice', code };
    seen.add(code);
    const inOrder = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    for (const [at, version] of inOrder.entries()) {
      if (version.validTo !== null && version.validTo < version.validFrom)
        return { refusal: 'days-reversed', code };
      const next = inOrder[at + 1];
      if (next && (version.validTo === null || version.validTo >= next.validFrom))
        return { refusal: 'versions-overlap', code };
    }
  }
  return undefined;
}
