import type { Tx } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Hours, Interval } from '../hours/hours.ts';
import type { ServiceContent } from './content.ts';
import { decidePublished, isSame, type ServiceRefusal } from './rules.ts';
import type { ServiceRow } from './store.ts';
import { checkContent, writeChange } from './write.ts';

/** When one can come to an entry, as whoever runs the place keeps it. */

/** Those of coming there where it has its own, otherwise the entry's. */
export function visitHours({
  channels,
  hours,
}: Pick<ServiceContent, 'channels' | 'hours'>): Hours | undefined {
  return channels.find(({ kind, hours: own }) => kind === 'visit' && own)?.hours ?? hours;
}

function withVisitHours(content: ServiceContent, hours: Hours): ServiceContent {
  const own = content.channels.findIndex((channel) => channel.kind === 'visit' && channel.hours);
  if (own < 0) return { ...content, hours };
  return {
    ...content,
    channels: content.channels.map((each, at) => (at === own ? { ...each, hours } : each)),
  };
}

/** Writes them into an entry that is held, as an edit of the organisation that runs it. */
export async function writeVisitHours(
  tx: Tx,
  held: ServiceRow,
  { hours, note }: { hours: Hours; note: string },
  now: Date,
): Promise<Result<{ version: number }, ServiceRefusal>> {
  const content = withVisitHours(held.content, hours);
  if (isSame(content, held.content)) return ok({ version: held.version });
  const fits = await checkContent(tx, content);
  if (!fits.ok) return fits;
  const published = decidePublished({ ...held, content });
  if (!published.ok) return published;
  return writeChange(tx, held, { content, how: 'edit', note, speaker: held.organisationId }, now);
}

/** The hours with one day as it is said now; exceptions of days before `keptFrom` are over and go. */
export function withDay(
  hours: Hours | undefined,
  said: { day: string; intervals: readonly Interval[]; label: string; keptFrom: string },
): Hours {
  const { day, intervals, label, keptFrom } = said;
  const base: Hours = hours ?? { rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
  const others = base.exceptions.filter(({ date }) => date !== day && date >= keptFrom);
  const exception = { date: day, intervals, ...(label && { label }) };
  return { ...base, exceptions: [...others, exception].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}
