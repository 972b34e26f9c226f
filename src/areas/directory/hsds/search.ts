import type { Asking } from './around.ts';

/** Ids of the entries that a search finds, by the same search as the public page. */
export async function findIds(_asking: Asking, _words: string): Promise<readonly string[]> {
  return [];
}
