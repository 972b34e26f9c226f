import { describe, expect, test } from 'vitest';
import { adviseFor } from '../advice/rules.ts';
import type { Flow } from '../flow.ts';
import { kanagawaFlow as flow, kanagawaPlaces, surroundings } from '../kanagawa.testing.ts';
import { entriesOf, outcomeOf, problemsOf, withOutcomes } from './rules.ts';

const without = (table: string, place: string): Flow => {
  const { [place]: _, ...rest } = flow.tables[table] ?? {};
  return { ...flow, tables: { ...flow.tables, [table]: rest } };
};
const refusals = (changed: Flow, states = {}) => problemsOf(changed, surroundings(states));

describe('the table of situations', () => {
  test('knows every municipality and ward, and at least sixty situations', () => {
    expect(flow.situations.length).toBeGreaterThanOrEqual(60);
    const told = new Set(flow.situations.flatMap(({ answers }) => answers['municipality'] ?? []));
    expect(kanagawaPlaces.filter(({ kind, code }) => kind !== 'prefecture' && !told.has(code))).toEqual([]);
  });

  test.each(flow.situations)('$name → $desk', ({ answers, desk, crisis = [] }) => {
    const outcome = outcomeOf(flow, answers, surroundings());
    expect(outcome.desk).toBe(desk);
    expect(outcome.crises).toEqual(expect.arrayContaining([...crisis]));
  });

  test('has residents of all towns and the village at the prefecture, of each city at the city', () => {
    for (const { code, kind, supportAuthority } of kanagawaPlaces) {
      if (kind === 'prefecture') continue;
      const { desk } = outcomeOf(
        flow,
        { worry: ['income'], municipality: [code], place: ['live'] },
        surroundings(),
      );
      expect(desk === 'prefecture-towns-support', code).toBe(supportAuthority === '14000');
    }
  });
});

describe('an edit is refused', () => {
  test('not as it ships', () => {
    expect(problemsOf(flow, surroundings())).toEqual([]);
  });

  test('when a city loses its desk: it is named', () => {
    expect(refusals(without('support', '14201'))[0]).toEqual({
      refusal: 'municipality-without-desk',
      facts: { name: '横須賀市' },
    });
  });

  test('when a ward without its own desk has no city either', () => {
    const [problem] = refusals(without('support', '14130'));
    expect(problem).toMatchObject({ refusal: 'municipality-without-desk', facts: { name: '川崎市' } });
  });

  test.each([
    ['unknown', 'entry-unknown'],
    ['sealed', 'entry-sealed'],
    ['withdrawn', 'entry-withdrawn'],
  ])('when an entry is %s, with the place where it stands', (state, refusal) => {
    const [problem] = refusals(flow, { 'dv-phone': state });
    expect(problem).toMatchObject({ refusal, facts: { code: 'dv-phone' } });
    expect(problem?.facts['where']).toBeTruthy();
  });

  test('when a situation comes to another desk, or misses what cannot wait: it is named', () => {
    const [first, ...rest] = flow.situations;
    if (!first) throw new Error('no situation');
    const elsewhere = { ...flow, situations: [{ ...first, desk: 'zama-support' }, ...rest] };
    expect(refusals(elsewhere)[0]).toMatchObject({
      refusal: 'situation-elsewhere',
      facts: { name: first.name },
    });
    const missed = { ...flow, situations: [{ ...first, crisis: ['food' as const] }] };
    expect(refusals(missed)[0]).toMatchObject({
      refusal: 'situation-crisis-missed',
      facts: { crisis: 'food' },
    });
  });

  test('when a situation answers what nobody asks', () => {
    const situations = [{ name: '変', answers: { worry: ['moon'] }, desk: 'zama-support' }];
    expect(refusals({ ...flow, situations })[0]).toMatchObject({
      refusal: 'answer-unknown',
      facts: { name: '変', answer: 'moon' },
    });
  });

  test.each<[string, Partial<Flow>, string]>([
    ['the worries are not asked', { questions: flow.questions.slice(1) }, 'no-worries-asked'],
    ['the last rule has a condition', { desks: flow.desks.slice(0, 1) }, 'no-last-desk'],
    ['there is no rule', { desks: [] }, 'no-last-desk'],
    ['two topics share a name', { topics: [...flow.topics, ...flow.topics.slice(0, 1)] }, 'twice'],
    [
      'a condition asks for what nobody can answer',
      { beside: [{ when: { contact: ['pigeon'] }, desk: 'dv-phone', why: { ja: '鳩' } }] },
      'condition-unknown',
    ],
    [
      'a condition looks at a question that is not there',
      { beside: [{ when: { colour: ['red'] }, desk: 'dv-phone', why: { ja: '赤' } }] },
      'condition-unknown',
    ],
    ['a table is not there', { tables: { support: flow.tables['support'] ?? {} } }, 'table-unknown'],
  ])('when %s', (_, change, refusal) => {
    expect(refusals({ ...flow, ...change }).map((problem) => problem.refusal)).toContain(refusal);
  });

  test('unless the situations are meant to come out differently: then their table is written anew', () => {
    const moved: Flow = {
      ...flow,
      tables: { ...flow.tables, support: { ...flow.tables['support'], '14201': 'yokosuka-council' } },
    };
    expect(refusals(moved)[0]?.refusal).toBe('situation-elsewhere');
    const accepted = withOutcomes(moved, surroundings());
    expect(problemsOf(accepted, surroundings())).toEqual([]);
    const changed = accepted.situations.filter((each, at) => each.desk !== flow.situations[at]?.desk);
    expect(changed.every(({ desk }) => desk === 'yokosuka-council')).toBe(true);
    expect(changed.length).toBeGreaterThan(0);
  });
});

describe('while it is walked', () => {
  test('an entry that has gone since is passed over for the next that holds', () => {
    const advice = adviseFor(
      flow,
      { words: ['死にたい'], municipality: ['14201'] },
      {
        places: kanagawaPlaces,
        isVisible: (code) => code !== 'mind-phone-24h',
      },
    );
    expect(advice.desk?.code).toBe('yokosuka-support');
    expect(advice.now).not.toContain('mind-phone-24h');
  });

  test('the entries that it names are each named once, tables included', () => {
    const codes = entriesOf(flow);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining(['yokosuka-support', 'line-yorisoi', 'multilingual-centre']),
    );
    expect(codes.some((code) => code.startsWith('@'))).toBe(false);
  });
});
