import { searchServices } from '../search/actions.ts';
import type { Asking } from './around.ts';

/** Words that fit more entries than this say too little to go through them all. */
const most = 10_000;

/** Ids of the entries that the search of the public page finds; what cannot be typed cannot be searched for. */
export async function findIds({ db, who, now }: Asking, words: string): Promise<readonly string[]> {
  const q = words.replace(/\p{Cc}/gu, ' ').trim();
  if (q === '') return [];
  const found = await searchServices(db, who, { q, everything: true, pageSize: most }, now);
  const { whole, needs, places, topics } = found.understood;
  // Signs and pictures alone: the page shows everything then, a filter that nothing fits finds nothing.
  if ([whole, needs, places, topics].every((each) => each.length === 0)) return [];
  return found.rows.map(({ id }) => id);
}
