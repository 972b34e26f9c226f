import { type Cell, type Relation, sumOf, type Table } from '#platform/disclosure/cells.ts';
import { withhold } from '#platform/disclosure/withhold.ts';
import type { FlowRow } from '#areas/cases/index.ts';
import { besideEarlier, newLeaks } from '../disclosure/earlier/rules.ts';
import type { WithheldCell } from '../disclosure/rules.ts';
import {
  bands,
  type StateCounts,
  type StateFlow,
  type StateKey,
  stateKeys,
  type StatesContent,
} from './content/rules.ts';

/** An earlier edition of the same year: its flows as printed, and what it withheld. */
export interface EarlierStates {
  readonly number: number;
  readonly states: StatesContent;
  readonly withheld: ReadonlyMap<string, number>;
}

export interface StateFacts {
  readonly fewest: number;
  readonly earlier: readonly EarlierStates[];
}

/** 1 and 2: hard; 3: getting by; 4 and 5: settled. */
const bandOf = (stage: number) => (stage <= 2 ? 1 : stage === 3 ? 2 : 3);

/** The true numbers of a domain. Better, the same and worse go by the stages themselves, also within a band. */
export function countsOf(rows: readonly FlowRow[]): Readonly<Record<StateKey, number>> {
  const counts = Object.fromEntries(stateKeys.map((key) => [key, 0])) as Record<StateKey, number>;
  for (const { before, after, n } of rows) {
    const [from, to] = [bandOf(before), bandOf(after)] as const;
    const way = after > before ? 'better' : after < before ? 'worse' : 'same';
    for (const key of ['all', way, `${from}-${to}`, `from-${from}`, `to-${to}`] as const) counts[key] += n;
  }
  return counts;
}

/** Programs that are counted from the same records say the same. */
function scopeOf({ program }: StateFlow): string {
  return program === null ? 'all' : program.desks.map(({ code }) => code).join('+');
}

export function stateCell(flow: StateFlow, key: StateKey): string {
  return `state ${scopeOf(flow)} ${flow.domain} ${key}`;
}

/**
 * Coarser before blanker: a program of few people stands in the whole alone, and so does the smallest program while those in none are
 * few, as the whole less the programs would be them. What an earlier edition told by program is told so again.
 */
function withoutSmall(states: StatesContent, { fewest, earlier }: StateFacts): StatesContent {
  const before = new Set(earlier.flatMap((each) => each.states.flows.map((flow) => stateCell(flow, 'all'))));
  const stays = (flow: StateFlow) => flow.program === null || before.has(stateCell(flow, 'all'));
  const domains = [...Map.groupBy(states.flows, ({ domain }) => domain).values()];
  const told = domains.flatMap((flows) => {
    let left = flows.filter((flow) => stays(flow) || sizeOf(flow) >= fewest);
    for (
      let small = smallest(left, stays, fewest);
      small !== undefined;
      small = smallest(left, stays, fewest)
    ) {
      const gone = small;
      left = left.filter((flow) => scopeOf(flow) !== gone);
    }
    return left;
  });
  return { ...states, flows: states.flows.filter((flow) => told.includes(flow)) };
}

const sizeOf = ({ counts }: StateFlow) => counts.all ?? 0;

/** The scope that is given up next; undefined where those in no program are none, or many. */
function smallest(
  flows: readonly StateFlow[],
  stays: (flow: StateFlow) => boolean,
  fewest: number,
): string | undefined {
  const scopes = [...new Map(flows.map((flow) => [scopeOf(flow), flow])).values()];
  const parts = scopes.filter(({ program }) => program !== null);
  const whole = scopes.find(({ program }) => program === null);
  const rest = (whole ? sizeOf(whole) : 0) - parts.reduce((sum, flow) => sum + sizeOf(flow), 0);
  if (rest <= 0 || rest >= fewest) return undefined;
  const [next] = parts.filter((flow) => !stays(flow)).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return next && scopeOf(next);
}

/** The flows without what may not be told; the truth of that for the staff. Pure. */
export function controlStates(
  given: StatesContent,
  facts: StateFacts,
): { readonly states: StatesContent; readonly withheld: readonly WithheldCell[] } {
  const states = withoutSmall(given, facts);
  const { table } = besideEarlier(statesTable(states), printedBefore(facts));
  const { cells } = withhold(table, facts.fewest);
  const values = new Map(table.cells.map(({ id, value }) => [id, value]));
  const flows = states.flows.map((flow) => ({
    ...flow,
    counts: mapCounts(flow.counts, (value, key) => (cells.has(stateCell(flow, key)) ? null : value)),
  }));
  return {
    states: { ...states, flows },
    withheld: [...cells].map(([cell, why]) => ({ cell, value: values.get(cell) ?? 0, why })),
  };
}

/** Withheld numbers of a draft that a reader could work out; what earlier editions gave away themselves is not its fault. */
export function recoverableStates(
  states: StatesContent,
  withheld: ReadonlyMap<string, number>,
  facts: StateFacts,
): readonly { readonly flow: StateFlow; readonly key: StateKey }[] {
  const { table, earlier } = besideEarlier(statesTable(restored(states, withheld)), printedBefore(facts));
  const leaks = newLeaks({ table, earlier, withheld: new Set(withheld.keys()) }, facts.fewest);
  return states.flows.flatMap((flow) =>
    stateKeys.filter((key) => leaks.has(stateCell(flow, key))).map((key) => ({ flow, key })),
  );
}

function printedBefore({ earlier }: StateFacts) {
  return earlier.map(({ number, states, withheld }) => ({
    number,
    table: statesTable(restored(states, withheld)),
    withheld,
    corrected: new Map<string, number>(),
  }));
}

function restored(states: StatesContent, withheld: ReadonlyMap<string, number>): StatesContent {
  const flows = states.flows.map((flow) => ({
    ...flow,
    counts: mapCounts(flow.counts, (value, key) => value ?? withheld.get(stateCell(flow, key)) ?? null),
  }));
  return { ...states, flows };
}

function mapCounts(
  counts: StateCounts,
  change: (value: number | null, key: StateKey) => number | null,
): StateCounts {
  return Object.fromEntries(stateKeys.map((key) => [key, change(counts[key], key)])) as StateCounts;
}

/** All true numbers, and how they hang together: within a flow, and the programs with the whole. */
function statesTable({ flows }: StatesContent): Table {
  const tables = [...Map.groupBy(flows, ({ domain }) => domain).values()].map((ofDomain) => {
    const scopes = new Map(ofDomain.map((flow) => [scopeOf(flow), flow]));
    const parts = [...scopes.values()].filter(({ program }) => program !== null);
    const whole = scopes.get('all');
    return joined([...[...scopes.values()].map(flowTable), ...(whole ? restTables(whole, parts) : [])]);
  });
  return joined(tables);
}

function joined(tables: readonly Table[]): Table {
  return {
    cells: tables.flatMap(({ cells }) => cells),
    relations: tables.flatMap(({ relations }) => relations),
  };
}

function flowTable(flow: StateFlow): Table {
  const name = (key: StateKey) => stateCell(flow, key);
  const sum = (whole: StateKey, parts: readonly StateKey[]) => sumOf(name(whole), parts.map(name));
  const atLeast = (whole: StateKey, parts: readonly StateKey[]): Relation => ({
    ...sum(whole, parts),
    low: Number.NEGATIVE_INFINITY,
  });
  return {
    cells: stateKeys.map((key) => ({ id: name(key), value: flow.counts[key] ?? 0, people: true })),
    relations: [
      ...bands.map((from) =>
        sum(
          `from-${from}`,
          bands.map((to) => `${from}-${to}` as const),
        ),
      ),
      ...bands.map((to) =>
        sum(
          `to-${to}`,
          bands.map((from) => `${from}-${to}` as const),
        ),
      ),
      sum('all', ['from-1', 'from-2', 'from-3']),
      sum('all', ['to-1', 'to-2', 'to-3']),
      sum('all', ['better', 'same', 'worse']),
      atLeast('better', ['1-2', '1-3', '2-3']),
      atLeast('worse', ['2-1', '3-1', '3-2']),
      // The middle band is one stage: who stays in it is the same.
      atLeast('same', ['2-2']),
    ],
  };
}

/** Nobody prints the people of no program, or of all others: by subtraction they could be known. */
function restTables(whole: StateFlow, parts: readonly StateFlow[]): readonly Table[] {
  const desks = parts.flatMap(({ program }) => program?.desks.map(({ code }) => code) ?? []);
  const apart = parts.length > 1 && new Set(desks).size === desks.length;
  const families = [...parts.map((part) => [part]), ...(apart ? [parts] : [])];
  return families.map((family) => {
    const named = family.map(scopeOf).join(' and ');
    const cells = stateKeys.map((key): Cell => {
      const told = family.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0);
      const value = (whole.counts[key] ?? 0) - told;
      return { id: `rest ${named} ${whole.domain} ${key}`, value, people: true, fixed: 'unprinted' };
    });
    const relations = stateKeys.map((key, at) =>
      sumOf(stateCell(whole, key), [...family.map((part) => stateCell(part, key)), cells[at]?.id ?? '']),
    );
    return { cells, relations };
  });
}
