import { ok, type Result, refuse } from '#platform/result.ts';

/** How a member stands to the person; as told, or not said. */
export const householdRelations = [
  'spouse',
  'partner',
  'child',
  'parent',
  'sibling',
  'grandparent',
  'grandchild',
  'relative',
  'friend',
  'other',
] as const;
export type HouseholdRelation = (typeof householdRelations)[number];

export const livings = ['together', 'apart'] as const;
export type Living = (typeof livings)[number];

export type HouseholdRefusal =
  | 'member-empty'
  | 'member-self'
  | 'member-unknown'
  | 'member-protected'
  | 'days-crossed'
  | 'code-unknown'
  | 'changed-meanwhile'
  | 'person-erased';

export interface MemberFacts {
  readonly relation: string;
  readonly living: string;
  /** YYYY-MM-DD, or ''. */
  readonly fromOn: string;
  readonly untilOn: string;
  readonly name: string;
  readonly words: string;
}

/** A member is somebody: a word is enough. Whom another one looks for is linked to nobody. */
export function decideMember({
  member,
  personId,
  other,
}: {
  member: MemberFacts;
  personId: string;
  /** The member as a person of their own: undefined where none was named. */
  other: { readonly personId: string | null; readonly isProtected: boolean } | undefined;
}): Result<'keep', HouseholdRefusal> {
  const { relation, living, fromOn, untilOn, name, words } = member;
  if (relation !== '' && !householdRelations.includes(relation as HouseholdRelation))
    return refuse('code-unknown');
  if (!livings.includes(living as Living)) return refuse('code-unknown');
  if (fromOn && untilOn && untilOn < fromOn) return refuse('days-crossed');
  if (other?.personId === null) return refuse('member-unknown');
  if (other?.personId === personId) return refuse('member-self');
  if (other?.isProtected) return refuse('member-protected');
  return name || words || relation || other ? ok('keep') : refuse('member-empty');
}

/** Whether a member lives with the person on a day. */
export function livesTogether(
  { living, fromOn, untilOn }: { living: string; fromOn: string | null; untilOn: string | null },
  day: string,
): boolean {
  return living === 'together' && (fromOn ?? '') <= day && (untilOn ?? '9999') >= day;
}
