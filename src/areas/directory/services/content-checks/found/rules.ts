import type { Translated } from '../../../hours/hours.ts';
import type { ContentProblem, ContentProblemName } from '../problem.ts';

export type Found = readonly ContentProblem[];

/** The problem, when there is one. */
export function when(wrong: boolean, field: string, problem: ContentProblemName, limit?: number): Found {
  if (!wrong) return [];
  return [limit === undefined ? { field, problem } : { field, problem, limit }];
}

/** Other languages need more letters for the same thing. */
export function translated(field: string, text: Translated, most: number): Found {
  return Object.entries(text).flatMap(([lang, said = '']) => {
    const limit = lang === 'ja' ? most : most * 3;
    return when(said.length > limit, `${field}.${lang}`, 'too-long', limit);
  });
}
