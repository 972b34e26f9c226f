import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { reportPaths } from '../paths.ts';
import { linksOf, newestOf } from '../publication/links.ts';
import { findPublished, listPublishedOf, mustExist } from '../publication/store.ts';
import { StatesPage } from './pages/states.tsx';

type StatesVisit = Visit<{ year: string; number?: string }>;

/** How people stood before and after, as an edition tells it. */
export const routes = new Routes()
  .publicPage(reportPaths.states, (visit) => statesPage(visit))
  .publicPage(reportPaths.editionStates, (visit) => statesPage(visit)).list;

async function statesPage(visit: StatesVisit): Promise<Response> {
  const { params, view } = visit;
  const fiscalYear = Number(params.year);
  const number = params.number === undefined ? undefined : Number(params.number);
  const { lines, edition } = await inTransaction(visit.db, visit.who, async (tx) => ({
    lines: await listPublishedOf(tx, fiscalYear),
    edition: mustExist(await findPublished(tx, { fiscalYear, kind: 'results', number })),
  }));
  const { states, fewest } = edition.content;
  if (!states) throw new NotFound('states');
  const newest = newestOf(lines, 'results');
  const url = reportPaths.states.to({ year: params.year });
  const own = reportPaths.editionStates.to({ year: params.year, number: String(edition.number) });
  return visit.page(
    <StatesPage
      view={view}
      fiscalYear={fiscalYear}
      states={states}
      fewest={fewest}
      edition={edition}
      newest={newest}
      newestHref={view.href(url)}
      links={linksOf(view, edition, newest, lines)}
      canonical={edition.number === newest ? url : own}
    />,
  );
}
