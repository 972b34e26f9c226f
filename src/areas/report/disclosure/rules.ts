import { isFew, type Table, type Why } from '#platform/disclosure/cells.ts';
import { withhold } from '#platform/disclosure/withhold.ts';
import type { EditionContent, MeasureContent, MonthValue, ProgramContent } from '../editions/content.ts';
import { controlStates, type StateFacts } from '../states/rules.ts';
import type { StatesContent } from '../states/content/rules.ts';
import { besideEarlier, newLeaks } from './earlier/rules.ts';
import {
  beforeOf,
  cellOf,
  countsPeople,
  type MeasureFacts,
  monthsOf,
  programTable,
} from './measures/rules.ts';

/** A withheld number and the truth of it: known to the staff alone. */
export interface WithheldCell {
  readonly cell: string;
  readonly value: number;
  readonly why: Why;
}

/** An earlier edition of the same year as it was printed, what errata say instead, and what it withheld. */
export interface EarlierEdition {
  readonly number: number;
  readonly programs: readonly ProgramContent[];
  readonly states?: StatesContent | undefined;
  readonly corrected: ReadonlyMap<string, number>;
  readonly withheld: ReadonlyMap<string, number>;
}

export interface ControlFacts extends MeasureFacts {
  readonly earlier: readonly EarlierEdition[];
}

export interface Controlled {
  readonly content: EditionContent;
  readonly withheld: readonly WithheldCell[];
}

/** The content without what may not be told. Pure: the same facts withhold the same numbers. */
export function control(content: EditionContent, facts: ControlFacts): Controlled {
  const withheld: WithheldCell[] = [];
  const programs = content.programs.map((program) => {
    const { table } = tableOf(program, facts);
    const { cells } = withhold(table, facts.fewest);
    const values = new Map(table.cells.map(({ id, value }) => [id, value]));
    for (const [cell, why] of cells) withheld.push({ cell, value: values.get(cell) ?? 0, why });
    return without(program, new Set(cells.keys()), facts.fewest);
  });
  const head = { ...content.head, fewest: facts.fewest };
  if (!head.states) return { content: { head, programs }, withheld };
  const { states, withheld: ofStates } = controlStates(head.states, stateFacts(facts));
  const told = new Set(states.flows.map(({ program }) => program?.slug));
  const marked = programs.map((program) =>
    told.has(program.slug) ? { ...program, hasStates: true as const } : program,
  );
  return { content: { head: { ...head, states }, programs: marked }, withheld: [...withheld, ...ofStates] };
}

/** What decides on the state of people: exceptions are for figures of the work, never for these. */
export function stateFacts({ fewest, earlier }: ControlFacts): StateFacts {
  return {
    fewest,
    earlier: earlier.flatMap(({ number, states, withheld }) =>
      states ? [{ number, states, withheld }] : [],
    ),
  };
}

/** Withheld figures that a reader of this and of earlier editions could work out; what earlier ones gave away themselves is not its fault. */
export function recoverable(
  programs: readonly ProgramContent[],
  withheld: ReadonlyMap<string, number>,
  facts: ControlFacts,
): readonly {
  readonly program: ProgramContent;
  readonly measure: MeasureContent;
  readonly period: string;
}[] {
  return programs.flatMap((program) => {
    const { table, earlier } = tableOf(restored(program, withheld), facts);
    const named = newLeaks({ table, earlier, withheld: new Set(withheld.keys()) }, facts.fewest);
    return program.measures.flatMap((measure) =>
      periodsOf(measure.id, named).map((period) => ({
        program,
        measure,
        period: period === 'before' ? String(program.fiscalYear - 1) : period,
      })),
    );
  });
}

/** In which periods a number of the measure, or one that it tells, is among those of these names. */
function periodsOf(id: string, names: ReadonlySet<string>): readonly string[] {
  const parts = [...names].map((name) => name.split(' '));
  return [...new Set(parts.flatMap(([measureId, period]) => (measureId === id && period ? [period] : [])))];
}

/** The true numbers of a program in this edition and in every earlier one, and how they hang together. */
function tableOf(program: ProgramContent, facts: ControlFacts): { table: Table; earlier: Table } {
  const printed = facts.earlier.flatMap(({ number, programs, corrected, withheld }) => {
    const before = programs.find(({ id }) => id === program.id);
    if (!before) return [];
    return [{ number, corrected, withheld, table: programTable(restored(before, withheld), facts) }];
  });
  return besideEarlier(programTable(program, facts), printed);
}

/** The program with nothing in the place of what is withheld. */
function without(program: ProgramContent, withheld: ReadonlySet<string>, fewest: number): ProgramContent {
  const measures = program.measures.map((measure): MeasureContent => {
    const { id, months } = measure;
    const hides = (cell: string) => withheld.has(cell);
    const month = (each: MonthValue): MonthValue =>
      hides(cellOf(id, each.period)) ? { period: each.period, value: null, withheld: true } : each;
    return {
      ...measure,
      ...(hides(cellOf(id, program.fiscalYear)) ? { value: null, withheld: true } : {}),
      ...(hides(beforeOf(id)) ? { previousValue: null, previousWithheld: true } : {}),
      months: months.map(month),
    };
  });
  const isBlank = measures.some(
    (each) => each.withheld || each.previousWithheld || each.months.some((month) => month.withheld),
  );
  return { ...program, measures, ...(isBlank ? { fewest } : {}) };
}

/** The program with the truth in its places again. */
export function restored(program: ProgramContent, withheld: ReadonlyMap<string, number>): ProgramContent {
  return {
    ...program,
    measures: program.measures.map((measure) => ({
      ...measure,
      value: measure.value ?? withheld.get(cellOf(measure.id, program.fiscalYear)) ?? null,
      previousValue: measure.previousValue ?? withheld.get(beforeOf(measure.id)) ?? null,
      months: measure.months.map(({ period, value }) => ({
        period,
        value: value ?? withheld.get(cellOf(measure.id, period)) ?? null,
      })),
    })),
  };
}

interface Figure {
  readonly program: ProgramContent;
  readonly measure: MeasureContent;
  readonly period: string;
  readonly value: number;
}

/** What an exception can be asked for: figures of people that are few, and what an edition would withhold beside them. */
export function fewFigures(
  programs: readonly ProgramContent[],
  facts: Omit<ControlFacts, 'earlier'>,
): readonly Figure[] {
  return programs.flatMap((program) => {
    const withheld = withhold(programTable(program, facts), facts.fewest).cells;
    return program.measures.flatMap((measure) => {
      const year =
        measure.value === null ? [] : [{ period: String(program.fiscalYear), value: measure.value }];
      const isFewPeople = (value: number) =>
        countsPeople(measure) && isFew({ id: '', value, people: true }, facts.fewest);
      return [...year, ...monthsOf(measure)]
        .filter(({ value, period }) => isFewPeople(value) || withheld.has(cellOf(measure.id, period)))
        .map(({ period, value }) => ({ program, measure, period, value }));
    });
  });
}
