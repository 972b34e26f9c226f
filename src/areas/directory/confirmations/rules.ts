import { ok, type Result, refuse } from '#platform/result.ts';

const lifetimeDays = 30;

export function linkExpiry(sentAt: Date): Date {
  return new Date(sentAt.getTime() + lifetimeDays * 86_400_000);
}

/** Why a link does nothing: it is nobody's, too old, taken back, of an owner who is none any more, or of an entry that is not shown. */
export type DeadLink = 'unknown' | 'expired' | 'withdrawn' | 'handed-over' | 'not-shown';

export interface LinkFacts {
  readonly organisationId: string;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface LinkedEntry {
  readonly organisationId: string;
  readonly publishedAt: Date | null;
  readonly sealed: boolean;
}

/**
 * A link works until it expires, as often as it is pressed: people open a mail twice. It mends an entry that everybody sees,
 * for the owner to whom it was sent. Of a sealed entry it says no more than of one that was withdrawn.
 */
export function decideLink(
  link: LinkFacts | undefined,
  entry: LinkedEntry | undefined,
  now: Date,
): Result<'open', DeadLink> {
  if (!link || !entry) return refuse('unknown');
  if (link.withdrawnAt) return refuse('withdrawn');
  if (link.expiresAt <= now) return refuse('expired');
  if (entry.publishedAt === null || entry.sealed) return refuse('not-shown');
  return link.organisationId === entry.organisationId ? ok('open') : refuse('handed-over');
}
