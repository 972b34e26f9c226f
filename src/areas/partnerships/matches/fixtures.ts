import type { PersonWho } from '#platform/access.ts';
import type { Db } from '#platform/database/database.ts';
import { askMatch } from './requests/actions.ts';
import type { FirstRequest } from './tables.ts';

export const exampleRequest: FirstRequest = {
  what: '米を30kg、お願いします',
  when: '12月の第2土曜の午前',
  where: '倉庫まで受け取りにうかがいます',
  whoComes: '職員1人とボランティア2人',
  why: '月末に食べものが足りない家庭に、お弁当を届けています',
};

/** A first request of an agent's organisation about a published need or offer. */
export async function makeRequest(
  db: Db,
  who: PersonWho,
  about: {
    postId: string;
    organisationId: string;
    request?: Partial<FirstRequest>;
    quantity?: number | null;
  },
  now = new Date(),
): Promise<string> {
  const { postId, organisationId, quantity = 30 } = about;
  const request = { ...exampleRequest, ...about.request };
  const asked = await askMatch(db, who, { postId, organisationId, quantity, request }, now);
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.matchId;
}
