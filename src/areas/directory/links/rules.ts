/** How an address answered. */
export const linkOutcomes = [
  'ok',
  'gone',
  'server-error',
  'timeout',
  'unreachable',
  'certificate',
  'redirects',
  'not-public',
] as const;
export type LinkOutcome = (typeof linkOutcomes)[number];

export interface LinkAnswer {
  readonly outcome: LinkOutcome;
  readonly status?: number;
}

/** On so many different nights in a row an address has to fail before it is called broken: servers rest, too. */
export const brokenAfterNights = 3;

/** Where somebody answers at all, the link leads somewhere: also behind a password, and where robots are not welcome. */
export function outcomeOfStatus(status: number): LinkOutcome {
  if (status === 404 || status === 410) return 'gone';
  if (status >= 500) return 'server-error';
  return 'ok';
}

export interface LinkState {
  readonly failedNights: number;
  readonly lastFailedOn: string | null;
  readonly brokenSince: string | null;
}

/** What a night's answer makes of an address. Asked twice in one night it fails once; a single good answer forgives all. */
export function afterAnswer(
  before: LinkState | undefined,
  { outcome }: LinkAnswer,
  today: string,
): LinkState {
  if (outcome === 'ok') return { failedNights: 0, lastFailedOn: null, brokenSince: null };
  const known = before ?? { failedNights: 0, lastFailedOn: null, brokenSince: null };
  const failedNights = known.failedNights + (known.lastFailedOn === today ? 0 : 1);
  const broken = failedNights >= brokenAfterNights;
  return { failedNights, lastFailedOn: today, brokenSince: known.brokenSince ?? (broken ? today : null) };
}
