import { crisisKinds } from '../../crisis/rules.ts';
import { lineOf, type Place } from '../../municipalities/rules.ts';
import { adviseFor, entryOf, keyOf } from '../advice/rules.ts';
import { placeValues } from '../conversation/rules.ts';
import type { Answers, Condition, Flow, Situation } from '../flow.ts';

export type EntryState = 'visible' | 'sealed' | 'withdrawn' | 'unknown';

export type FlowRefusal =
  | 'no-worries-asked'
  | 'twice'
  | 'condition-unknown'
  | 'table-unknown'
  | 'no-last-desk'
  | 'entry-unknown'
  | 'entry-sealed'
  | 'entry-withdrawn'
  | 'municipality-without-desk'
  | 'answer-unknown'
  | 'situation-without-desk'
  | 'situation-elsewhere'
  | 'situation-crisis-missed';

/** What is wrong, and where, in words that the page puts into a sentence. */
export interface FlowProblem {
  readonly refusal: FlowRefusal;
  readonly facts: Readonly<Record<string, string>>;
}

export interface CheckedWith {
  readonly places: readonly (Place & { readonly name: string; readonly supportAuthority: string })[];
  readonly stateOf: (code: string) => EntryState;
}

/**
 * Everything that keeps a flow from being kept: names that lead nowhere, entries that cannot be shown, a municipality without
 * a desk, and each situation of the table that no longer comes to its desk.
 */
export function problemsOf(flow: Flow, surroundings: CheckedWith): readonly FlowProblem[] {
  const structure = [...problemsOfNames(flow), ...problemsOfEntries(flow, surroundings)];
  if (structure.length > 0) return structure;
  return [
    ...problemsOfPlaces(flow, surroundings),
    ...flow.situations.flatMap((situation) => problemsOfSituation(flow, situation, surroundings)),
  ];
}

function problemsOfNames(flow: Flow): readonly FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (!flow.questions.some(({ kind }) => kind === 'worries'))
    problems.push({ refusal: 'no-worries-asked', facts: {} });
  for (const name of twice(flow.questions.map(({ id }) => id)))
    problems.push({ refusal: 'twice', facts: { name } });
  for (const name of twice(flow.topics.map(({ value }) => value)))
    problems.push({ refusal: 'twice', facts: { name } });
  for (const name of twice(flow.situations.map((each) => each.name)))
    problems.push({ refusal: 'twice', facts: { name } });
  const last = flow.desks.at(-1);
  if (!last || last.when) problems.push({ refusal: 'no-last-desk', facts: {} });
  const conditions = [
    ...flow.questions.map(({ when }) => when),
    ...flow.topics.map(({ crisis }) => crisis?.when),
    ...[...flow.desks, ...flow.beside].map(({ when }) => when),
  ];
  for (const condition of conditions)
    for (const name of unknownIn(flow, condition))
      problems.push({ refusal: 'condition-unknown', facts: { name } });
  return problems;
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** Facts and values of a condition that can never hold. */
function unknownIn(flow: Flow, condition: Condition | undefined): readonly string[] {
  return Object.entries(condition ?? {}).flatMap(([name, values]) => {
    const allowed = valuesOf(flow, name);
    if (!allowed) return [name];
    return allowed === 'any' ? [] : values.filter((value) => !allowed.includes(value));
  });
}

function valuesOf(flow: Flow, name: string): readonly string[] | 'any' | undefined {
  if (name === 'area') return 'any';
  if (name === 'crisis') return crisisKinds;
  if (name === 'worry' || name === 'pressing') return flow.topics.map(({ value }) => value);
  const question = flow.questions.find(({ id }) => id === name);
  if (question?.kind === 'place') return placeValues;
  if (question?.kind === 'language') return 'any';
  return question?.options?.map(({ value }) => value);
}

function problemsOfEntries(flow: Flow, { stateOf }: CheckedWith): readonly FlowProblem[] {
  const references = [
    ...flow.topics.flatMap(({ now, label }) => now.map((code) => ({ code, where: label.ja }))),
    ...[...flow.desks, ...flow.beside].map(({ desk, why }) => ({ code: desk, where: why.ja })),
  ];
  const tables = references.filter(({ code }) => code.startsWith('@') && !flow.tables[code.slice(1)]);
  const inTables = Object.entries(flow.tables).flatMap(([name, table]) =>
    Object.entries(table).map(([place, code]) => ({ code, where: `${name} ${place}` })),
  );
  const named = [...references.filter(({ code }) => !code.startsWith('@')), ...inTables];
  return [
    ...tables.map(({ code, where }) => ({ refusal: 'table-unknown' as const, facts: { code, where } })),
    ...named.flatMap(({ code, where }): FlowProblem[] => {
      const state = stateOf(code);
      return state === 'visible' ? [] : [{ refusal: `entry-${state}`, facts: { code, where } }];
    }),
  ];
}

/** 生活困窮者自立支援法: residents of a city go to the city, those of towns and villages to the prefecture, never further up. */
function problemsOfPlaces(flow: Flow, { places }: CheckedWith): readonly FlowProblem[] {
  const table = flow.tables['support'];
  if (!table) return [];
  return places.flatMap((place): FlowProblem[] => {
    const line = lineOf(place.code, places);
    const above = line.slice(line.indexOf(place.supportAuthority) + 1);
    const key = keyOf(table, line);
    return key === 'other' || above.includes(key)
      ? [{ refusal: 'municipality-without-desk', facts: { name: place.name } }]
      : [];
  });
}

function problemsOfSituation(
  flow: Flow,
  situation: Situation,
  surroundings: CheckedWith,
): readonly FlowProblem[] {
  const { name } = situation;
  const wrong = unknownAnswers(flow, situation.answers, surroundings);
  if (wrong.length > 0) return [{ refusal: 'answer-unknown', facts: { name, answer: wrong.join(', ') } }];
  const { desk, crises } = outcomeOf(flow, situation.answers, surroundings);
  if (!desk) return [{ refusal: 'situation-without-desk', facts: { name } }];
  if (desk !== situation.desk)
    return [{ refusal: 'situation-elsewhere', facts: { name, expected: situation.desk, found: desk } }];
  const missed = (situation.crisis ?? []).filter((kind) => !crises.includes(kind));
  return missed.length > 0
    ? [{ refusal: 'situation-crisis-missed', facts: { name, crisis: missed.join(', ') } }]
    : [];
}

/** What comes out for some answers: for the table of situations, and to write the table anew. */
export function outcomeOf(flow: Flow, answers: Answers, { places, stateOf }: CheckedWith) {
  const advice = adviseFor(flow, answers, { places, isVisible: (code) => stateOf(code) === 'visible' });
  return { desk: advice.desk?.code, crises: advice.crises };
}

function unknownAnswers(flow: Flow, answers: Answers, { places }: CheckedWith): readonly string[] {
  return Object.entries(answers).flatMap(([name, values]) => {
    if (name === 'words') return [];
    if (name === 'municipality') return values.filter((value) => !places.some(({ code }) => code === value));
    const allowed = valuesOf(flow, name);
    if (!allowed) return [name];
    return allowed === 'any' ? [] : values.filter((value) => !allowed.includes(value));
  });
}

/** The same flow with the outcome of each situation written down as it is now: for an edit that means to change them. */
export function withOutcomes(flow: Flow, surroundings: CheckedWith): Flow {
  const situations = flow.situations.map((situation) => {
    const { desk } = outcomeOf(flow, situation.answers, surroundings);
    return desk ? { ...situation, desk } : situation;
  });
  return { ...flow, situations };
}

/** Codes of entries that a flow names, each once. */
export function entriesOf(flow: Flow): readonly string[] {
  const rules = [...flow.desks, ...flow.beside];
  const references = [...flow.topics.flatMap(({ now }) => now), ...rules.map(({ desk }) => desk)];
  const codes = references.flatMap((reference) =>
    reference.startsWith('@') ? [] : (entryOf(flow, reference, []) ?? []),
  );
  return [...new Set([...codes, ...Object.values(flow.tables).flatMap((table) => Object.values(table))])];
}
