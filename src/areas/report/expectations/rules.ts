import type { Text } from '#platform/i18n.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import type { YearContent } from '#areas/programs/index.ts';
import type { Counting, ProgramContent } from '../editions/content.ts';

type SourceProgram = YearContent['programs'][number];

/** A program as it was meant before its year: copied in, so that it reads the same when everything else was renamed. */
export interface Expectation {
  readonly name: Text;
  /** Who answers for it; absent where it was not kept yet. */
  readonly bureau?: Text;
  readonly continuity: string;
  readonly purpose: string;
  readonly targetPeople: string;
  readonly logic: ProgramContent['logic'];
  /** Yen of the first budget; null where it was not stated. */
  readonly budget: number | null;
  readonly targets: readonly Target[];
}

export interface Target {
  /** Follows the measure over the years. */
  readonly thread: string;
  readonly label: Text;
  readonly unit: Text;
  /** Null: it is counted, and nobody said how much it should be. */
  readonly target: number | null;
  /** What is counted, and how people are; absent where they were not kept yet. */
  readonly definition?: string;
  readonly counting?: Counting | null;
}

export function expectationOf(program: SourceProgram): Expectation {
  const { name, bureau, continuity, purpose, targetPeople, logic, budget, measures } = program;
  return {
    name,
    bureau: bureau.name,
    continuity,
    purpose,
    targetPeople,
    logic,
    budget: budget.initial,
    targets: measures.map(({ thread, label, unitName, target, definition, counting }) => ({
      thread,
      label,
      unit: unitName,
      target,
      definition,
      counting,
    })),
  };
}

export type FreezeRefusal = 'results-published' | 'no-programs' | 'all-frozen';

/** Only what is not frozen yet, and only while the results of the year are not out: an expectation afterwards is none. */
export function decideFreeze(facts: {
  readonly programs: readonly SourceProgram[];
  readonly frozen: ReadonlySet<string>;
  readonly resultsPublished: boolean;
}): Result<readonly SourceProgram[], FreezeRefusal> {
  if (facts.resultsPublished) return refuse('results-published');
  if (facts.programs.length === 0) return refuse('no-programs');
  const open = facts.programs.filter(({ id }) => !facts.frozen.has(id));
  return open.length === 0 ? refuse('all-frozen') : ok(open);
}

export type ChangedPart = 'purpose' | 'targetPeople' | 'logic' | 'budget' | 'targets';

/** Which parts are said otherwise now than when they were frozen. A measure that came later is no change of what was expected. */
export function changedSince(frozen: Expectation, now: Expectation): readonly ChangedPart[] {
  const targetNow = new Map(now.targets.map(({ thread, target }) => [thread, target]));
  const steps = ['inputs', 'activities', 'outputs', 'outcomes'] as const;
  const changed: Record<ChangedPart, boolean> = {
    purpose: frozen.purpose !== now.purpose,
    targetPeople: frozen.targetPeople !== now.targetPeople,
    logic: steps.some((step) => frozen.logic[step] !== now.logic[step]),
    budget: frozen.budget !== now.budget,
    targets: frozen.targets.some(({ thread, target }) => (targetNow.get(thread) ?? null) !== target),
  };
  return (Object.keys(changed) as ChangedPart[]).filter((part) => changed[part]);
}

export interface YearOfStory {
  readonly fiscalYear: number;
  readonly name: Text;
  readonly expected: (Expectation & { readonly frozenOn: string }) | null;
  /** As the newest edition prints it, corrections included; null while the results are not out. */
  readonly result: ProgramContent | null;
  readonly measures: readonly ComparedMeasure[];
  readonly decision: Decision | null;
}

export interface ComparedMeasure {
  readonly thread: string;
  readonly label: Text;
  readonly unit: Text;
  /** What was frozen. */
  readonly target: number | null;
  /** What the report calls the target, where that is another number than the frozen one. */
  readonly targetSaidLater: number | null;
  readonly value: number | null;
  readonly withheld: boolean;
  /** The report has it, be it blank. */
  readonly isPrinted: boolean;
}

/** What a year's evaluation led to: how the program goes on in the next year, and with how much money. Yen. */
export interface Decision {
  readonly fiscalYear: number;
  /** new, continued, expanded or ended, as the next year says; `not-there` where it has the year but not the program. */
  readonly continuity: string;
  readonly before: YearMoney | null;
  readonly after: YearMoney | null;
}

/** A first budget in yen, and what tells it: the year's report once it is out, until then what was kept. */
export interface YearMoney {
  readonly fiscalYear: number;
  readonly amount: number;
  readonly of: 'results' | 'expectation';
}

export interface StoryFacts {
  readonly expected: readonly {
    readonly fiscalYear: number;
    readonly frozenOn: string;
    readonly content: Expectation;
  }[];
  readonly results: readonly ProgramContent[];
  /** Years of which anything is known of any program: a program that is missing there did not go on. */
  readonly years: ReadonlySet<number>;
}

/** A program over its years, the oldest first. */
export function storyOf({ expected, results, years }: StoryFacts): readonly YearOfStory[] {
  const told = new Set([...expected, ...results].map(({ fiscalYear }) => fiscalYear));
  const expectedIn = new Map(expected.map((each) => [each.fiscalYear, each]));
  const resultOf = new Map(results.map((each) => [each.fiscalYear, each]));
  return [...told]
    .sort((a, b) => a - b)
    .map((fiscalYear) => {
      const frozen = expectedIn.get(fiscalYear);
      const result = resultOf.get(fiscalYear) ?? null;
      return {
        fiscalYear,
        name: result?.name ?? (frozen?.content.name as Text),
        expected: frozen ? { ...frozen.content, frozenOn: frozen.frozenOn } : null,
        result,
        measures: compared(frozen?.content, result),
        decision: decisionAfter(fiscalYear),
      };
    });

  function decisionAfter(fiscalYear: number): Decision | null {
    const next = fiscalYear + 1;
    const result = resultOf.get(next);
    const frozen = expectedIn.get(next)?.content;
    const before = moneyOf(fiscalYear);
    if (result || frozen) {
      const continuity = result?.continuity ?? frozen?.continuity ?? '';
      return { fiscalYear: next, continuity, before, after: moneyOf(next) };
    }
    return years.has(next) ? { fiscalYear: next, continuity: 'not-there', before, after: null } : null;
  }

  function moneyOf(fiscalYear: number): YearMoney | null {
    const printed = resultOf.get(fiscalYear)?.budget.initial ?? null;
    if (printed !== null) return { fiscalYear, amount: printed, of: 'results' };
    const kept = expectedIn.get(fiscalYear)?.content.budget ?? null;
    return kept === null ? null : { fiscalYear, amount: kept, of: 'expectation' };
  }
}

function compared(
  expected: Expectation | undefined,
  result: ProgramContent | null,
): readonly ComparedMeasure[] {
  const frozen = new Map(expected?.targets.map((target) => [target.thread, target]));
  const printed = (result?.measures ?? []).map(({ thread, label, unit, target, value, withheld }) => {
    const before = frozen.get(thread);
    return {
      thread,
      label,
      unit,
      target: before ? before.target : null,
      targetSaidLater: target !== null && target !== (before?.target ?? null) ? target : null,
      value,
      withheld: withheld !== undefined,
      isPrinted: true,
    };
  });
  const reported = new Set(printed.map(({ thread }) => thread));
  const unreported = [...frozen.values()]
    .filter(({ thread, target }) => target !== null && !reported.has(thread))
    .map(({ thread, label, unit, target }) => ({
      thread,
      label,
      unit,
      target,
      targetSaidLater: null,
      value: null,
      withheld: false,
      isPrinted: false,
    }));
  return [...printed, ...unreported];
}
