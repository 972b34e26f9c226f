import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Details, Field } from './fields.ts';

export const states = ['draft', 'published', 'paused', 'closed'] as const;
export type State = (typeof states)[number];

/** What can be done with a post: from which states, and where it leads. */
export const steps = {
  edit: { from: ['draft', 'published', 'paused'], to: null },
  publish: { from: ['draft'], to: 'published' },
  pause: { from: ['published'], to: 'paused' },
  resume: { from: ['paused'], to: 'published' },
  close: { from: ['published', 'paused'], to: 'closed' },
  discard: { from: ['draft'], to: null },
} as const satisfies Record<string, { from: readonly State[]; to: State | null }>;
export type Step = keyof typeof steps;

export function stepsFrom(state: string): readonly Step[] {
  return (Object.keys(steps) as Step[]).filter((step) => isOpenTo(step, state));
}

export function isOpenTo(step: Step, state: string): boolean {
  return (steps[step].from as readonly string[]).includes(state);
}

/** Why something ended, as a person may say it; the product says expired, used-up and member-ended. */
export const endings = ['done', 'withdrawn', 'by-office'] as const;
export type Ending = (typeof endings)[number];

export type PostRefusal =
  | 'step-not-now'
  | 'not-a-member'
  | 'end-before-start'
  | 'end-too-far'
  | 'end-over'
  | 'use-by-over'
  | 'unit-missing'
  | 'cap-missing'
  | 'less-than-used'
  | 'field-missing'
  | 'field-wrong'
  | 'place-unknown'
  | 'changed-meanwhile';

/** Longer than a year nobody promises anything that still holds. */
const longestDays = 366;
export const mostTopics = 5;

/** The end, or the use-by day where that comes first. */
export function lastDayOf({ endsOn, details }: { endsOn: string; details: Details }): string {
  const useBy = details['useBy'];
  return typeof useBy === 'string' && useBy !== '' && useBy < endsOn ? useBy : endsOn;
}

export interface PostFacts {
  readonly side: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly quantity: number | null;
  readonly usedQuantity: number;
  readonly unit: string;
  readonly monthlyCap: number | null;
  readonly details: Details;
  readonly fields: readonly Field[];
  readonly units: readonly string[];
  readonly municipalities: readonly string[];
  readonly knownMunicipalities: readonly string[];
  readonly today: string;
}

/** Whether what was written may stand, in public too. */
export function decidePost(facts: PostFacts): Result<'save', PostRefusal> {
  const { startsOn, endsOn, quantity, unit, today } = facts;
  if (endsOn < startsOn) return refuse('end-before-start');
  if (endsOn < today) return refuse('end-over');
  if (endsOn > addDays(today, longestDays)) return refuse('end-too-far', { days: longestDays });
  if (quantity !== null && !facts.units.includes(unit)) return refuse('unit-missing');
  if (quantity !== null && quantity < facts.usedQuantity)
    return refuse('less-than-used', { used: facts.usedQuantity });
  if (facts.side === 'offer' && facts.monthlyCap === null) return refuse('cap-missing');
  if (!facts.municipalities.every((code) => facts.knownMunicipalities.includes(code)))
    return refuse('place-unknown');
  const details = decideDetails(facts);
  if (!details.ok) return details;
  const last = lastDayOf(facts);
  return last < today || last < startsOn ? refuse('use-by-over') : ok('save');
}

/** What the kind asks for: there where it is needed, and of its type. The field is named, so that its form can show it. */
function decideDetails({ details, fields }: PostFacts): Result<'save', PostRefusal> {
  for (const field of fields) {
    const value = details[field.code];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty && field.required?.(details)) return refuse('field-missing', { field: field.code });
    if (!isEmpty && !fits(field, value)) return refuse('field-wrong', { field: field.code });
  }
  return ok('save');
}

function fits(field: Field, value: Details[string] | undefined): boolean {
  switch (field.type) {
    case 'line':
      return typeof value === 'string' && value.length <= field.max;
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'number':
      return typeof value === 'number' && value >= 0 && value <= field.max;
    case 'choice':
      return field.options.some((option) => option.value === value);
    case 'choices':
      return (
        Array.isArray(value) && value.every((each) => field.options.some((option) => option.value === each))
      );
  }
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(text);
}

/** A step is taken from the states that allow it; only a member is in public, and only while there is time left. */
export function decideStep(facts: {
  readonly step: Step;
  readonly state: string;
  readonly isMember: boolean;
  readonly lastOn: string;
  readonly today: string;
  readonly left: number | null;
}): Result<State | null, PostRefusal> {
  const { step } = facts;
  if (!isOpenTo(step, facts.state)) return refuse('step-not-now');
  if (step === 'publish' || step === 'resume') {
    if (!facts.isMember) return refuse('not-a-member');
    if (facts.lastOn < facts.today) return refuse('end-over');
    if (facts.left !== null && facts.left <= 0) return refuse('less-than-used', { used: 0 });
  }
  return ok(steps[step].to);
}
