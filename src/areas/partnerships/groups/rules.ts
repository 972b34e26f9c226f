import { ok, refuse, type Result } from '#platform/result.ts';

export type GroupRefusal = 'not-a-member' | 'group-closed' | 'chair-not-in-group' | 'held-in-future';

/** Active members of the platform join; leaving is always possible. */
export function decideJoinGroup({
  isMember,
  closedAt,
}: {
  isMember: boolean;
  closedAt: Date | null;
}): Result<'join', GroupRefusal> {
  if (closedAt) return refuse('group-closed');
  return isMember ? ok('join') : refuse('not-a-member');
}

/** 部会長 is one of the group, or nobody. */
export function decideChair({
  chairId,
  memberIds,
}: {
  chairId: string | null;
  memberIds: readonly string[];
}): Result<'chair', GroupRefusal> {
  return chairId === null || memberIds.includes(chairId) ? ok('chair') : refuse('chair-not-in-group');
}

/** What is written down was said already. */
export function decideNote({
  heldOn,
  today,
}: {
  heldOn: string;
  today: string;
}): Result<'note', GroupRefusal> {
  return heldOn <= today ? ok('note') : refuse('held-in-future');
}
