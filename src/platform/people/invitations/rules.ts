import { ok, refuse, type Result } from '../../result.ts';

const lifetimeMs = 2 * 24 * 60 * 60 * 1000;

export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + lifetimeMs);
}

export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked';

export interface InvitationFacts {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Where an invitation stands; what was done with it goes before its age. */
export function stateOf({ expiresAt, acceptedAt, revokedAt }: InvitationFacts, now: Date): InvitationState {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return expiresAt > now ? 'open' : 'expired';
}

/** One is invited who has no sign-in yet and no open invitation: that one is sent again instead. */
export function decideInvitation(facts: {
  personExists: boolean;
  openInvitation: boolean;
}): Result<'send', 'person-exists' | 'already-invited'> {
  if (facts.personExists) return refuse('person-exists');
  return facts.openInvitation ? refuse('already-invited') : ok('send');
}
