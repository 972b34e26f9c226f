import type { Problem } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { isTicked, rowCount, textOf } from '#platform/web/typed.ts';
import { readDay } from '../persons/rules.ts';
import type { PlanInput } from './actions.ts';
import { carefulClasses, type OpenPlan } from './read.ts';
import type { PlanRow } from './write.ts';

/** The plan's form is flat: `goal`, `careful.health`, `items.0.what`. */
export type PlanForm = Omit<PlanInput, 'vault' | 'caseId'>;

const most = 4000;

export function readPlanForm(
  typed: Typed,
  dayWrong: string,
): { form: PlanForm; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const text = (name: string) => textOf(typed, name).slice(0, most);
  const day = (name: string) => {
    const said = text(name);
    if (said === '') return null;
    const read = readDay(said);
    if (!read.ok) problems.push({ field: name, message: dayWrong });
    return read.ok ? read.value : null;
  };
  const row = (at: number): PlanRow => {
    const name = (field: string) => `items.${at}.${field}`;
    return {
      id: text(name('id')),
      what: text(name('what')),
      note: text(name('note')),
      bearer: text(name('bearer')),
      related: text(name('related')),
      program: text(name('program')),
      startsOn: day(name('startsOn')),
      endsOn: day(name('endsOn')),
      class: text(name('class')) || 'basic',
      removed: isTicked(typed, name('remove')),
    };
  };
  const rows = Array.from({ length: rowCount(typed, 'items', 0, 0) }, (_, at) => row(at));
  const form: PlanForm = {
    version: Number(text('version')) || 0,
    issues: text('issues'),
    longGoal: text('longGoal'),
    goal: text('goal'),
    remark: text('remark'),
    careful: Object.fromEntries(carefulClasses.map((each) => [each, text(`careful.${each}`)])),
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
    monitorOn: day('monitorOn'),
    isEmploymentTarget: isTicked(typed, 'isEmploymentTarget'),
    rows: rows.filter(isSaid),
  };
  return { form, problems };
}

/** A row in which nothing was written is no row: the form always offers an empty one. */
function isSaid({ id, what, note, bearer }: PlanRow): boolean {
  return id !== '' || what !== '' || note !== '' || bearer !== '';
}

/** A plan as the form would carry it, to lay beside what somebody typed. */
export function formOf({ plan, texts, careful, items }: OpenPlan): PlanForm {
  return {
    version: plan.version,
    ...texts,
    careful,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    monitorOn: plan.monitorOn,
    isEmploymentTarget: plan.isEmploymentTarget,
    rows: items.map((item) => ({
      ...item,
      related: item.related ?? '',
      program: item.program ?? '',
      removed: false,
    })),
  };
}

export interface Difference {
  /** A field of the form, or a row by its number. */
  readonly field:
    | 'issues'
    | 'longGoal'
    | 'goal'
    | 'remark'
    | 'startsOn'
    | 'endsOn'
    | 'monitorOn'
    | 'employment'
    | 'row'
    | 'added'
    | 'careful';
  readonly number: number;
  readonly theirs: string;
  readonly yours: string;
}

const texts = ['issues', 'longGoal', 'goal', 'remark', 'startsOn', 'endsOn', 'monitorOn'] as const;

/** Where two people wrote different things; rows are known by their id. */
export function differences(theirs: PlanForm, yours: PlanForm): readonly Difference[] {
  const fields = texts.map((field) => ({
    field,
    number: 0,
    theirs: theirs[field] ?? '',
    yours: yours[field] ?? '',
  }));
  const careful = carefulClasses.map((each, number) => ({
    field: 'careful' as const,
    number,
    theirs: theirs.careful[each] ?? '',
    yours: yours.careful[each] ?? '',
  }));
  const rows = theirs.rows.map((row, at) => {
    const typed = yours.rows.find(({ id }) => id === row.id);
    const field = typed ? ('row' as const) : ('added' as const);
    return { field, number: at + 1, theirs: said(row), yours: typed && !typed.removed ? said(typed) : '' };
  });
  return [...fields, ...careful, ...rows].filter((each) => each.theirs !== each.yours);
}

function said({ what, note, startsOn, endsOn }: PlanRow): string {
  return [what, note, startsOn, endsOn].filter(Boolean).join(' / ');
}
