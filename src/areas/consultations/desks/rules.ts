import { ok, type Result, refuse } from '#platform/result.ts';
import type { DeskSettings, Door, Way } from './settings.ts';

export type DeskRefusal = 'readers-missing' | 'desk-changed' | 'desk-there' | 'code-taken' | 'code-kept';

/** Days that words stay where a desk has said nothing else. */
const unsaidDays = 90;

/** The days that whoever comes this way today is promised. */
export function promisedDays(settings: DeskSettings, way: Way): number {
  return way === 'notice' ? unsaidDays : (settings.doors[way]?.retentionDays ?? unsaidDays);
}

/** Whether a desk takes what comes this way; what somebody noticed of another person is taken by each. */
export function takes(settings: DeskSettings, way: Way): boolean {
  return way === 'notice' || settings.doors[way]?.open === true;
}

const text: readonly Door[] = ['line', 'mail', 'chat'];

/** Nobody writes to a desk before they are told who reads it, in both languages of the page. */
export function decideSettings(settings: DeskSettings): Result<'settle', DeskRefusal> {
  const written = text.some((door) => settings.doors[door]?.open);
  if (written && !(settings.readers.ja && settings.readers.en)) return refuse('readers-missing');
  return ok('settle');
}

/** Doors at which words will stay for another number of days than they were promised until now. */
export function changedPromises(
  before: DeskSettings,
  after: DeskSettings,
): readonly { readonly door: Door; readonly from: number; readonly to: number }[] {
  return (Object.keys({ ...before.doors, ...after.doors }) as Door[])
    .map((door) => ({ door, from: promisedDays(before, door), to: promisedDays(after, door) }))
    .filter(({ from, to }) => from !== to);
}

/** Addresses below /talk that are pages of their own. */
const kept = ['here', 'return', 'leave', 'promises', 'line'];

/** One desk for an organisation, under a code that no other desk and no page has. */
export function decideDesk(facts: {
  code: string;
  hasDesk: boolean;
  codeTaken: boolean;
}): Result<'open', DeskRefusal> {
  if (facts.hasDesk) return refuse('desk-there');
  if (kept.includes(facts.code)) return refuse('code-kept');
  return facts.codeTaken ? refuse('code-taken') : ok('open');
}
