import type { Text } from './i18n.ts';

export const organisationKinds = ['prefecture', 'bureau', 'municipality', 'desk', 'npo', 'company'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A role that a membership can carry. Areas declare theirs; `app.tsx` lists them all. */
export interface Role {
  readonly name: string;
  readonly words: Text;
  /** Organisations whose members may hold it. */
  readonly at: readonly OrganisationKind[];
  /** Holders must sign in with a second factor. */
  readonly secondFactor?: boolean;
}

export interface Membership {
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationName: string;
  readonly role: string;
}

/** Who acts. Always the second argument, after `db`. */
export type Who =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly name: string;
      readonly sessionId: string;
      readonly memberships: readonly Membership[];
    }
  /** The product itself: jobs, migrations of content, sign-in before a person is known. Named for the audit ledger. */
  | { readonly kind: 'system'; readonly name: string };

export type PersonWho = Extract<Who, { kind: 'person' }>;

export const anonymous: Who = { kind: 'anonymous' };
export function system(name: string): Who {
  return { kind: 'system', name };
}

export function hasRole(who: Who, role: Role): boolean {
  return who.kind === 'person' && who.memberships.some((membership) => membership.role === role.name);
}

/** The organisations at which somebody holds a role (ids). */
export function organisationsWith(who: Who, role: Role): readonly string[] {
  if (who.kind !== 'person') return [];
  return who.memberships.filter((held) => held.role === role.name).map((held) => held.organisationId);
}

/** Whether nothing that somebody held then is gone by now: what stays open was opened with all of it. */
export function stillHolds(now: Who, then: PersonWho): boolean {
  return (
    now.kind === 'person' &&
    then.memberships.every(({ role, organisationId }) =>
      now.memberships.some((held) => held.role === role && held.organisationId === organisationId),
    )
  );
}

/** What a route asks for, named `noun.verb` like the audit event of the same act. */
export interface Permission {
  readonly name: string;
  readonly allows: (who: Who) => boolean;
}

/** Anybody at all, signed in or not. The page may be cached and shared, so it never depends on who looks. */
export const everyone: Permission = { name: 'everyone', allows: () => true };
/** Any signed-in person, whatever their roles: their own account. */
export const signedIn: Permission = { name: 'signed-in', allows: (who) => who.kind === 'person' };

/** `permission('referral.send', caseWorker, supervisor)`: the holders of any of these roles; the system never goes through a route. */
export function permission(name: `${string}.${string}`, ...roles: readonly [Role, ...Role[]]): Permission {
  return { name, allows: (who) => roles.some((role) => hasRole(who, role)) };
}

/** Runs the platform itself: people, organisations, invitations, settings. */
export const administrator: Role = {
  name: 'administrator',
  words: { ja: 'システム管理者', en: 'Administrator' },
  at: ['prefecture'],
  secondFactor: true,
};
