import { organisationsWith, type Who } from '#platform/access.ts';
import { concierge, memberAgent } from '../access.ts';
import type { Side } from './rules.ts';
import type { Match } from './store.ts';

export function organisationOf(match: Pick<Match, 'giverId' | 'receiverId'>, side: Side): string {
  return side === 'giver' ? match.giverId : match.receiverId;
}

/** A member's agents act for it; for needs that the office has drafted the office's own people do. */
export function ownOrganisations(who: Who): readonly string[] {
  return [...new Set([...organisationsWith(who, memberAgent), ...organisationsWith(who, concierge)])];
}

/** The side for which somebody acts; who acts for both, for the one whose turn it is. */
export function sideOf(
  match: Pick<Match, 'giverId' | 'receiverId' | 'waitsFor'>,
  who: Who,
): Side | undefined {
  const own = ownOrganisations(who);
  const sides = (['giver', 'receiver'] as const).filter((side) => own.includes(organisationOf(match, side)));
  return sides.find((side) => side === match.waitsFor) ?? sides[0];
}

/** What the asker answered, and whom it belongs to. */
export function askedOf(match: Pick<Match, 'needId' | 'offerId' | 'asker'>): string {
  return (match.asker === 'giver' ? match.needId : match.offerId) ?? '';
}
