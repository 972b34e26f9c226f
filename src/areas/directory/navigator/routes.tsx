import { inTransaction } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import { navigatorPaths } from '../paths.ts';
import { answer, start } from './converse.tsx';
import { NotSetPage } from './pages/not-set.tsx';
import { mostBytes, readPosted } from './posted.ts';
import { readGuide } from './read.ts';

export const navigatorRoutes = new Routes()
  .publicPage(navigatorPaths.start, (visit) =>
    inTransaction(visit.db, visit.who, async (tx) => {
      const guide = await readGuide(tx);
      return guide ? start({ visit, guide }) : visit.page(<NotSetPage view={visit.view} />);
    }),
  )
  .anonymousPost(
    navigatorPaths.start,
    async (visit) => {
      const posted = await readPosted(visit);
      return inTransaction(visit.db, visit.who, async (tx) => {
        const guide = await readGuide(tx);
        return guide ? answer({ visit, guide }, tx, posted) : visit.page(<NotSetPage view={visit.view} />);
      });
    },
    { maxBody: mostBytes },
  ).list;
