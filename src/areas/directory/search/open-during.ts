import type { ServiceContent } from '../services/content.ts';
import { type Holidays, openingsAhead, sourcesOf } from '../hours/rules.ts';

/** How many days ahead the search knows who is open; a night job moves them on. */
const daysAhead = 10;

/** When somebody can be reached in the coming days, as PostgreSQL writes several ranges; null: not a matter of hours, or unknown. */
export function openDuring(
  content: Pick<ServiceContent, 'hours' | 'channels' | 'status'>,
  now: Date,
  holidays: Holidays,
): string | null {
  const sources = sourcesOf(content);
  if (sources.length === 0) return null;
  if (content.status !== 'active') return '{}';
  if (sources.some(({ hours }) => hours.alwaysOpen)) return '{(,)}';
  const spans = openingsAhead(sources, now, { holidays, days: daysAhead });
  return `{${spans.map(({ from, to }) => `[${from.toISOString()},${to.toISOString()})`).join(',')}}`;
}
