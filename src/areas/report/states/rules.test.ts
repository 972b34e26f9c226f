import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controlStates, countsOf, recoverableStates, stateCell } from './rules.ts';
import { type StateFlow, stateKeys, type StatesContent } from './content/rules.ts';
import type { FlowRow } from '#areas/cases/index.ts';

const text = (ja: string) => ({ ja, en: ja });
const program = (desk: string) => ({
  slug: `of-${desk}`,
  thread: desk,
  name: text(desk),
  desks: [{ code: desk, name: text(desk) }],
});
const rows = (counts: readonly (readonly [before: number, after: number, n: number])[]): FlowRow[] =>
  counts.map(([before, after, n]) => ({ domain: 'housing', before, after, n }));

/** All together, and each desk as a program. */
function statesOf(all: FlowRow[], desks: Readonly<Record<string, FlowRow[]>>): StatesContent {
  const flow = (of: FlowRow[], who: StateFlow['program']): StateFlow => ({
    program: who,
    domain: 'housing',
    counts: countsOf(of),
  });
  return {
    domains: [{ code: 'housing', name: text('住まい'), stages: [] }],
    flows: [flow(all, null), ...Object.entries(desks).map(([desk, of]) => flow(of, program(desk)))],
  };
}
const facts = { fewest: 10, earlier: [] };
const truthOf = (withheld: readonly { cell: string; value: number }[]) =>
  new Map(withheld.map(({ cell, value }) => [cell, value]));

test('better, the same and worse go by stage, the ways from band to band by bands', () => {
  const counts = countsOf(
    rows([
      [1, 2, 3],
      [1, 4, 5],
      [3, 3, 7],
      [5, 4, 2],
    ]),
  );
  expect(counts).toMatchObject({ all: 17, better: 8, same: 7, worse: 2 });
  expect(counts).toMatchObject({ '1-1': 3, '1-3': 5, '2-2': 7, '3-3': 2, 'from-1': 8, 'to-3': 7, '2-1': 0 });
});

test('large numbers and zeros are told, small ones are not, nor what would give them away', () => {
  const all = rows([
    [1, 1, 20],
    [1, 3, 30],
    [1, 5, 40],
    [3, 3, 15],
    [3, 4, 4],
  ]);
  const { states } = controlStates(statesOf(all, {}), facts);
  const [flow] = states.flows;
  expect(flow?.counts).toMatchObject({ all: 109, '3-1': 0, worse: 0, '2-3': null });
  // The four would be the rest of their row and of their column.
  expect([flow?.counts['2-2'], flow?.counts['from-2']]).toContain(null);
  expect([flow?.counts['1-3'], flow?.counts['to-3']]).toContain(null);
});

test('a program and the whole do not give away those who are in no program', () => {
  const desk = rows([
    [1, 3, 30],
    [1, 1, 20],
  ]);
  const all = rows([
    [1, 3, 33],
    [1, 1, 40],
  ]);
  const { states, withheld } = controlStates(statesOf(all, { home: desk }), facts);
  const [whole, part] = states.flows;
  expect([whole?.counts['1-2'], part?.counts['1-2']]).toContain(null);
  expect(withheld.length).toBeGreaterThan(0);
});

test('a program of few people is told in the whole alone, and another with it if the few could be found by subtraction', () => {
  const flows = (all: number, ...desks: number[]) => {
    const of = (n: number) => rows([[1, 3, n]]);
    const named = Object.fromEntries(desks.map((n, at) => [`desk${at}`, of(n)]));
    return controlStates(statesOf(of(all), named), facts).states.flows.map(
      ({ program }) => program?.thread ?? 'all',
    );
  };
  expect(flows(60, 60)).toEqual(['all', 'desk0']);
  expect(flows(60, 40, 20)).toEqual(['all', 'desk0', 'desk1']);
  expect(flows(64, 60, 4)).toEqual(['all']);
  expect(flows(84, 60, 20, 4)).toEqual(['all', 'desk0']);
  expect(flows(60, 40)).toEqual(['all', 'desk0']);
});

test('two programs of one desk withhold the same', () => {
  const desk = rows([
    [1, 3, 30],
    [1, 1, 4],
  ]);
  const given = statesOf(desk, { home: desk });
  const twice = {
    ...given,
    flows: [
      ...given.flows,
      { ...given.flows[1], program: { ...program('home'), slug: 'other' } } as StateFlow,
    ],
  };
  const { states } = controlStates(twice, facts);
  expect(states.flows[2]?.counts).toEqual(states.flows[1]?.counts);
});

test('what an earlier edition told stays told, and what it withheld is not given away by the next', () => {
  const before = statesOf(
    rows([
      [1, 3, 30],
      [1, 1, 4],
    ]),
    {},
  );
  const first = controlStates(before, facts);
  const earlier = [{ number: 1, states: first.states, withheld: truthOf(first.withheld) }];
  const next = controlStates(before, { fewest: 10, earlier });
  expect(next.states).toEqual(first.states);
  const told = { ...before, flows: before.flows };
  expect(recoverableStates(told, new Map(), { fewest: 10, earlier }).length).toBeGreaterThan(0);
  expect(recoverableStates(next.states, truthOf(next.withheld), { fewest: 10, earlier })).toEqual([]);
});

const someFlows = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 14 })),
  { minLength: 1, maxLength: 8 },
);

test('whatever people went through, nothing that is withheld can be worked out', () => {
  fc.assert(
    fc.property(someFlows, someFlows, (home, others) => {
      const given = statesOf(rows([...home, ...others]), { home: rows(home) });
      const { states, withheld } = controlStates(given, facts);
      expect(recoverableStates(states, truthOf(withheld), facts)).toEqual([]);
      for (const flow of states.flows)
        for (const key of stateKeys) {
          const value = flow.counts[key];
          if (value !== null) expect(value === 0 || value >= 10).toBe(true);
          else expect(truthOf(withheld).has(stateCell(flow, key))).toBe(true);
        }
    }),
    { numRuns: 25 },
  );
});
