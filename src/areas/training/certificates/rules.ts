import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export type CertificateRefusal = 'already-revoked' | 'reason-missing' | 'day-to-come' | 'day-too-early';

const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `T25-7Q4K-92MX`: the fiscal year, and eight signs that nobody guesses. */
export function numberOf(fiscalYear: number, random: Uint8Array): string {
  const drawn = Array.from(random.slice(0, 8), (byte) => signs[byte % signs.length]).join('');
  return `T${String(fiscalYear).slice(2)}-${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

/** A number as people type it. */
export function readNumber(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return /^T\d{2}[0-9A-Z]{8}$/.test(plain)
    ? `${plain.slice(0, 3)}-${plain.slice(3, 7)}-${plain.slice(7)}`
    : '';
}

/** Months later, on the same day or the last of a shorter month; valid to the end of that day. */
export function validUntilOf(issuedAt: Date, months: number | null): Date | null {
  if (months === null) return null;
  const [year, month, day] = tokyoDay(issuedAt).split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [thatYear, thatMonth] = [Math.floor(index / 12), index % 12];
  const last = new Date(Date.UTC(thatYear, thatMonth + 1, 0)).getUTCDate();
  const until = new Date(Date.UTC(thatYear, thatMonth, Math.min(day, last)));
  return endOfTokyoDay(until.toISOString().slice(0, 10));
}

/** The last day on which it is valid. */
export function lastDayOf(validUntil: Date): string {
  return tokyoDay(new Date(validUntil.getTime() - 1));
}

/** Days after the end of a certificate until its holder’s name is gone, at the latest: that it was given stays. */
export const keptDays = 1826;

export type CertificateStanding = 'valid' | 'expired' | 'revoked';

export function standingOf(
  certificate: { readonly validUntil: Date | null; readonly revokedAt: Date | null },
  now: Date,
): CertificateStanding {
  if (certificate.revokedAt) return 'revoked';
  return certificate.validUntil && certificate.validUntil <= now ? 'expired' : 'valid';
}

export function decideRevoke(facts: {
  revokedAt: Date | null;
  reason: string;
}): Result<'revoke', CertificateRefusal> {
  if (facts.revokedAt) return refuse('already-revoked');
  return facts.reason.trim() ? ok('revoke') : refuse('reason-missing');
}

/** By hand: for what was taken on a day that has been, not longer ago than ten years. */
export function decideGive(facts: { on: string }, today: string): Result<'give', CertificateRefusal> {
  if (facts.on > today) return refuse('day-to-come');
  return facts.on < `${Number(today.slice(0, 4)) - 10}${today.slice(4)}`
    ? refuse('day-too-early')
    : ok('give');
}

/** What the public check tells of a name. */
export function initialOf(name: string): string {
  return Array.from(name.trim())[0] ?? '';
}
