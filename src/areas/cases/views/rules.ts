import { addDays, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { fadeDays } from '../relations/rules.ts';

/** One look, as the rules of unusual reading ask it: who, which case, when, by what they stood to it. No word of anybody. */
export interface Look {
  readonly personId: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly at: Date;
  readonly as: string;
  readonly closedOn: string | null;
  /** The reader's own full name is the name of the person of the case: found by blind index, so that no name is opened. */
  readonly ownName: boolean;
}

export const viewRules = ['many', 'others', 'again', 'night', 'after-end', 'glass', 'own-name'] as const;
export type ViewRule = (typeof viewRules)[number];

/** From how much on reading is unusual. Hours are of Tokyo. */
export const usual = {
  casesInAnHour: 20,
  othersInADay: 15,
  sameInADay: 25,
  nightFrom: 22,
  nightUntil: 5,
  atNight: 3,
  glassInADay: 2,
} as const;

export interface Unusual {
  readonly rule: ViewRule;
  readonly personId: string;
  readonly organisationId: string;
  /** Only when it is about one case. */
  readonly caseId: string | null;
  readonly day: string;
  readonly count: number;
}

/** What of these looks is not as usual, by reader, organisation and day. Being unusual is no fault: somebody looks into it. */
export function unusualOf(looks: readonly Look[]): readonly Unusual[] {
  const groups = Map.groupBy(
    looks,
    ({ personId, organisationId, at }) => `${personId} ${organisationId} ${tokyoDay(at)}`,
  );
  return [...groups.values()].flatMap(ofOneDay);
}

function ofOneDay(looks: readonly Look[]): readonly Unusual[] {
  const [first] = looks;
  if (!first) return [];
  const { personId, organisationId, at } = first;
  const common = { personId, organisationId, day: tokyoDay(at) };
  const whole: readonly (readonly [ViewRule, number, number])[] = [
    ['many', mostInAnHour(looks), usual.casesInAnHour],
    ['others', casesOf(looks.filter(({ as }) => as === 'worker')), usual.othersInADay],
    ['night', looks.filter((look) => isNight(look.at)).length, usual.atNight],
    ['glass', casesOf(looks.filter(({ as }) => as === 'urgent')), usual.glassInADay],
  ];
  const found: Unusual[] = whole
    .filter(([, count, from]) => count >= from)
    .map(([rule, count]) => ({ ...common, rule, caseId: null, count }));
  for (const [caseId, same] of Map.groupBy(looks, (look) => look.caseId))
    for (const [rule, count] of ofOneCase(same)) found.push({ ...common, rule, caseId, count });
  return found;
}

function ofOneCase(looks: readonly Look[]): readonly (readonly [ViewRule, number])[] {
  const others = looks.filter(({ as }) => as !== 'assigned');
  const late = looks.filter(({ closedOn, at }) => closedOn && addDays(closedOn, fadeDays) < tokyoDay(at));
  const own = looks.filter(({ ownName }) => ownName);
  const all: readonly (readonly [ViewRule, number, number])[] = [
    ['again', others.length, usual.sameInADay],
    ['after-end', late.length, 1],
    ['own-name', own.length, 1],
  ];
  return all.filter(([, count, from]) => count >= from).map(([rule, count]) => [rule, count]);
}

function casesOf(looks: readonly Look[]): number {
  return new Set(looks.map(({ caseId }) => caseId)).size;
}

/** Most different cases in any sixty minutes. */
function mostInAnHour(looks: readonly Look[]): number {
  const inOrder = looks.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const open = new Map<string, number>();
  let [from, most] = [0, 0];
  for (const { caseId, at } of inOrder) {
    open.set(caseId, (open.get(caseId) ?? 0) + 1);
    for (
      let left = inOrder[from];
      left && at.getTime() - left.at.getTime() >= 3_600_000;
      left = inOrder[from]
    ) {
      const count = (open.get(left.caseId) ?? 1) - 1;
      if (count === 0) open.delete(left.caseId);
      else open.set(left.caseId, count);
      from += 1;
    }
    most = Math.max(most, open.size);
  }
  return most;
}

function isNight(at: Date): boolean {
  const hour = Number(tokyoMinute(at).slice(11, 13));
  return hour >= usual.nightFrom || hour < usual.nightUntil;
}

/** What came of looking into it. */
export const alertResults = ['explained', 'talked', 'reported', 'mistaken'] as const;

export const periods = { day: 1, week: 7, month: 30, quarter: 90 } as const;
export type Period = keyof typeof periods;
