import { reading } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { navigatorPaths } from '../paths.ts';
import { answer, start } from './converse.tsx';
import { NotSetPage } from './pages/not-set.tsx';
import { mostBytes, readPosted } from './posted.ts';
import { readGuide } from './read.ts';

export const navigatorRoutes = new Routes()
  .publicPage(navigatorPaths.start, async (visit) => {
    const guide = await guideOf(visit);
    return guide ? start({ visit, guide }) : visit.page(<NotSetPage view={visit.view} />);
  })
  .anonymousPost(
    navigatorPaths.start,
    async (visit) => {
      const posted = await readPosted(visit);
      const guide = await guideOf(visit);
      if (!guide) return visit.page(<NotSetPage view={visit.view} />);
      return reading(visit.db, visit.who, (tx) => answer({ visit, guide }, tx, posted));
    },
    { maxBody: mostBytes },
  ).list;

/** Read once until something public changes: it is large, and the same in every answer. */
function guideOf(visit: Visit) {
  return visit.remember('navigator.guide', () => reading(visit.db, visit.who, (tx) => readGuide(tx)));
}
