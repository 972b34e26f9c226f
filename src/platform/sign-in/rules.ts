import { ok, refuse, type Result } from '../result.ts';

const maxFailedTries = 5;
const lockMs = 15 * 60 * 1000;

export interface TryFacts {
  readonly failedTries: number;
  readonly lockedUntil: Date | null;
}

/**
 * A try at a password or a code is counted before it is looked at, so that tries sent at once count like tries in a row.
 * The fifth one locks for 15 minutes unless it turns out right; a lock that is over starts the count anew.
 */
export function decideTry(person: TryFacts, now: Date): Result<TryFacts, 'locked'> {
  if (person.lockedUntil && person.lockedUntil > now) return refuse('locked');
  const failedTries = (person.lockedUntil ? 0 : person.failedTries) + 1;
  const lockedUntil = failedTries >= maxFailedTries ? new Date(now.getTime() + lockMs) : null;
  return ok({ failedTries, lockedUntil });
}

/** The page to show after signing in: a path of ours, whatever the link said; otherwise the one given as home. */
export function ownPath(next: unknown, home: string): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return home;
  return /^\/sign-(in|out)(?![\w-])/.test(next) ? home : next;
}

/** Amr and acr values by which providers say that more than one factor was asked (RFC 8176, REFEDS, PAPE, OpenID EAP). */
const multiFactorAcr = [
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'phr',
  'phrh',
  'mfa',
];

/** Whether a single sign-on provider says that a second factor was asked. */
export function isMultiFactor({ amr, acr }: { amr?: unknown; acr?: unknown }): boolean {
  return (
    (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && multiFactorAcr.includes(acr))
  );
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Browser and system in words, empty when unknown: «Chrome, Windows». Nothing finer is kept. */
export function deviceOf(userAgent: string | undefined): string {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(', ');
}

/** A second factor is set up freely by who has none; whoever has one has to have given it in this session. */
export function mayChangeSecondFactor(facts: { sessionHasIt: boolean; personHasOne: boolean }): boolean {
  return facts.sessionHasIt || !facts.personHasOne;
}
