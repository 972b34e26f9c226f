import type { ReadMemberPart } from '#areas/partnerships/members/parts.ts';

/** What the page of a member shows besides itself: one line per slice. */
export const memberParts: readonly ReadMemberPart[] = [];
