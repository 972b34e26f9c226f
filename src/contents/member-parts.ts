import type { ReadMemberPart } from '#areas/partnerships/members/part.ts';
import { answersPart } from '#areas/partnerships/members/parts/answers.tsx';
import { grantsPart } from '#areas/partnerships/members/parts/grants.tsx';
import { postsPart } from '#areas/partnerships/members/parts/posts.tsx';
import { resultsPart } from '#areas/partnerships/members/parts/results.tsx';
import { trainingsPart } from '#areas/partnerships/members/parts/trainings.tsx';
import { workplacesPart } from '#areas/partnerships/members/parts/workplaces.tsx';

/** What the page of a member shows besides itself: one line per slice, in the order of the page. */
export const memberParts: readonly ReadMemberPart[] = [
  postsPart,
  answersPart,
  resultsPart,
  trainingsPart,
  workplacesPart,
  grantsPart,
];
