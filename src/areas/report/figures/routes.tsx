import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { searchWords } from '#platform/search-text.ts';
import { Routes } from '#platform/web/routes.ts';
import { reportPaths } from '../paths.ts';
import { measuresCsv } from './measures-csv.ts';
import { FigureSearchPage } from './pages/search.tsx';
import { FigureThreadPage } from './pages/thread.tsx';
import { listCurrentEditions, listFigures, listThread, searchFigures } from './store.ts';

const pageSize = 50;

export const routes = new Routes()
  .publicPage(reportPaths.figures, async (visit) => {
    const asked = {
      q: visit.query('q').slice(0, 200),
      year: visit.query('year'),
      unit: visit.query('unit'),
      category: visit.query('category'),
    };
    const page = Math.min(Math.max(Math.trunc(Number(visit.query('page'))) || 1, 1), 100_000);
    const found = await inTransaction(visit.db, visit.who, async (tx) => {
      const editions = await listCurrentEditions(tx);
      const chosen = editions.filter(
        ({ fiscalYear }) => asked.year === '' || String(fiscalYear) === asked.year,
      );
      const query = { ...asked, words: searchWords(asked.q), editions: chosen };
      return {
        years: editions.map(({ fiscalYear }) => fiscalYear),
        units: distinct(editions.flatMap(({ units }) => units)),
        categories: distinct(editions.flatMap(({ categories }) => categories.map(({ name }) => name.ja))),
        ...(await searchFigures(tx, query, { limit: pageSize, offset: (page - 1) * pageSize })),
      };
    });
    return visit.page(
      <FigureSearchPage view={visit.view} asked={asked} page={page} pageSize={pageSize} {...found} />,
    );
  })
  .publicPage(reportPaths.figure, async (visit) => {
    const figures = await inTransaction(visit.db, visit.who, async (tx) => {
      const editions = await listCurrentEditions(tx);
      return listThread(tx, visit.params.thread, editions);
    });
    const newest = figures.at(-1);
    if (!newest) throw new NotFound('figure');
    return visit.page(<FigureThreadPage view={visit.view} figures={figures} newest={newest} />);
  })
  .publicPage(reportPaths.csv, async (visit) => {
    const fiscalYear = Number(visit.params.year);
    const figures = await inTransaction(visit.db, visit.who, async (tx) => {
      const edition = (await listCurrentEditions(tx)).find((each) => each.fiscalYear === fiscalYear);
      if (!edition) throw new NotFound('edition');
      return listFigures(tx, edition);
    });
    return new Response(measuresCsv(figures), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="measures-${fiscalYear}.csv"`,
      },
    });
  }).list;

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
