import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import { findOwnPage } from '#areas/cases/index.ts';
import { ownPagePaths } from '#areas/cases/paths.ts';
import { ownPaperPaths } from '../../paths.ts';
import { PaperPage, PapersPage } from './pages/papers.tsx';
import { listOwnLetters, readOwnLetter } from './read.ts';

/** Acts for the person on their own page, who has no account. */
const person = system('benefit.own');

export const ownPaperRoutes = new Routes()
  .anonymousPage(ownPaperPaths.list, async (visit) => {
    const page = await findOwnPage(visit);
    if (!page) return visit.go(ownPagePaths.enter.to({}));
    const own = { vault: visit.tools.vault, caseId: page.caseId };
    const letters = await inTransaction(visit.db, person, (tx) => listOwnLetters(tx, own));
    return visit.page(<PapersPage view={visit.view} safe={page.safe} letters={letters} />);
  })
  .anonymousPage(ownPaperPaths.paper, async (visit) => {
    const page = await findOwnPage(visit);
    if (!page) return visit.go(ownPagePaths.enter.to({}));
    const own = { vault: visit.tools.vault, caseId: page.caseId, ...visit.params };
    const { letter } = await inTransaction(visit.db, person, (tx) => readOwnLetter(tx, own));
    return visit.page(<PaperPage view={visit.view} safe={page.safe} content={letter.content} />);
  }).list;
