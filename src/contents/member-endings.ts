import { endPosts } from '#areas/partnerships/exchange/endings.ts';
import { closeMatchesOf } from '#areas/partnerships/matches/endings.ts';
import type { MemberEnding } from '#areas/partnerships/members/endings.ts';

/** What ends with a member: one line per slice. */
export const memberEndings: readonly MemberEnding[] = [closeMatchesOf, endPosts];
