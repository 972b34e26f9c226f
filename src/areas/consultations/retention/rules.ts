const dayMs = 86_400_000;

/** A counsellor's own note is kept this long (days). */
export const debriefDays = 90;

/** What ended before this moment has stayed as many days as were promised. */
export function erasedBefore(days: number, now: Date): Date {
  return new Date(now.getTime() - days * dayMs);
}

/** When the nightly run comes next: 03:30 in Tokyo. */
export function nextRun(now: Date): Date {
  const today = new Date(now.getTime());
  today.setUTCHours(18, 30, 0, 0);
  return today > now ? today : new Date(today.getTime() + dayMs);
}
