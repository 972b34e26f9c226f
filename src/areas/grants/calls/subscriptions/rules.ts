import { addDays } from '#platform/dates.ts';
import type { Standing } from '../rules.ts';
import type { CallTerms } from '../terms.ts';

/** Mailed once for each window: on its first day, and this long before its last. */
const closingDays = 7;

/** What subscribers of a call are told this morning, by the name under which it is remembered. */
export function tellingsOf(
  { standing, windows }: { standing: Standing; windows: CallTerms['windows'] },
  today: string,
): readonly { readonly what: string; readonly kind: 'opened' | 'closing'; readonly day: string }[] {
  if (standing.is !== 'open') return [];
  const now = windows.find(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
  if (!now) return [];
  const { opensOn, closesOn } = now;
  const closing = closesOn <= addDays(today, closingDays);
  return [
    ...(opensOn === today ? [{ what: `opened:${opensOn}`, kind: 'opened', day: opensOn } as const] : []),
    ...(closing ? [{ what: `closing:${closesOn}`, kind: 'closing', day: closesOn } as const] : []),
  ];
}

/** A request that nobody confirmed is forgotten after this long; one is mailed again at the earliest after the other. */
export const unconfirmedHours = 48;
export const againMinutes = 10;
