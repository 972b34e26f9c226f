import { groupsOf, type RuleGroup } from './groups.ts';
import type { Hours } from './hours.ts';

const codes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/**
 * Hours in the signs of GIF (利用可能日時の定型形式): `0Mo` every Monday, `13Mo` the first and third, `6Fr` the last, `7Su` every other
 * week, each with its times. Every third week has no sign and is left out; `writeHours` says everything in words.
 */
export function gifHours(hours: Hours, from?: string): string {
  if (hours.alwaysOpen) return `${codes.map((code) => `0${code}`).join('')} 00:00/24:00`;
  return groupsOf(hours.rules, from).flatMap(formulaOf).join(';');
}

function formulaOf({ days, nth, interval, intervals }: RuleGroup): readonly string[] {
  if (interval && interval > 2) return [];
  const repeat = nth ? nth.map((each) => (each === -1 ? '6' : each)).join('') : interval ? '7' : '0';
  const times = intervals.map(({ opens, closes }) => `${opens}/${closes}`).join(',');
  return [`${days.map((day) => `${repeat}${codes[day - 1]}`).join('')} ${times}`];
}
