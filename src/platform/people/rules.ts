import type { OrganisationKind, Role } from '../access.ts';
import { ok, refuse, type Result } from '../result.ts';

export type MembershipRefusal = 'role-unknown' | 'role-unfit' | 'organisation-closed';

/** A role is one that the product knows, at an open organisation of a kind it is meant for. */
export function decideMembership({
  role,
  organisation,
  roles,
}: {
  role: string;
  organisation: { readonly kind: string; readonly closedAt: Date | null };
  roles: readonly Role[];
}): Result<'hold', MembershipRefusal> {
  const known = roles.find((each) => each.name === role);
  if (!known) return refuse('role-unknown');
  if (!known.at.includes(organisation.kind as OrganisationKind)) return refuse('role-unfit');
  if (organisation.closedAt) return refuse('organisation-closed');
  return ok('hold');
}

/** The product always keeps somebody who runs it: `others` counts the active administrators besides the one to go. */
export function decideAdministratorLeaves({
  others,
}: {
  others: number;
}): Result<'leave', 'last-administrator'> {
  return others > 0 ? ok('leave') : refuse('last-administrator');
}
