/** A desk says so many minutes before that it closes. */
export const warnMinutes = 15;

/** How the hours stand for a conversation that goes on. Nothing is cut off when they end. */
export type Closing =
  | { readonly state: 'open' }
  | { readonly state: 'soon'; readonly minutes: number; readonly closesAt: Date }
  | { readonly state: 'closed'; readonly opensAt: Date | undefined };

export function closingOf({
  opening,
  now,
}: {
  opening: { readonly state: string; readonly until?: Date; readonly opensAt?: Date };
  now: Date;
}): Closing {
  if (opening.state === 'closed') return { state: 'closed', opensAt: opening.opensAt };
  if (opening.state !== 'open' || !opening.until) return { state: 'open' };
  const minutes = Math.ceil((opening.until.getTime() - now.getTime()) / 60_000);
  return minutes > warnMinutes ? { state: 'open' } : { state: 'soon', minutes, closesAt: opening.until };
}
