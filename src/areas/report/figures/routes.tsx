import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { searchWords } from '#platform/search-text.ts';
import { Routes } from '#platform/web/routes.ts';
import { listPersonNames } from '#platform/people/organisations.ts';
import { can } from '../access.ts';
import { ExpectedFigurePage, StaffExpectedFigurePage } from '../expectations/pages/figure.tsx';
import { readExpectedFigure } from '../expectations/read.ts';
import { findLiveValue } from '../live-measures/store.ts';
import { reportPaths, staffReportPaths } from '../paths.ts';
import { measuresCsv } from './measures-csv.ts';
import { listPublishedOf } from '../publication/store.ts';
import { FigurePathPage } from './pages/path.tsx';
import { StaffPathPage } from './pages/staff-path.tsx';
import { measureFigure } from './named.ts';
import type { FigurePath } from './path.ts';
import { findTrail, listPaths } from './paths/store.ts';
import { FigureSearchPage } from './pages/search.tsx';
import { FigureThreadPage } from './pages/thread.tsx';
import { readPaths } from './read-path.ts';
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
  .publicPage(reportPaths.figurePath, async (visit) => {
    const { db, who, view, params } = visit;
    const { expected, printed } = await inTransaction(db, who, (tx) => readEither(tx, params.id));
    if (expected) return visit.page(<ExpectedFigurePage view={view} expected={expected} />);
    return visit.page(<FigurePathPage view={view} {...printed} />);
  })
  .get(staffReportPaths.figurePath, can.readEditions, async (visit) => {
    const { id } = visit.params;
    const { view } = visit;
    return inTransaction(visit.db, visit.who, async (tx) => {
      const { expected, printed } = await readEither(tx, id);
      if (expected) {
        const keptBy = (await listPersonNames(tx, [expected.keptBy])).get(expected.keptBy);
        return visit.page(<StaffExpectedFigurePage view={view} expected={expected} keptBy={keptBy} />);
      }
      const [{ editionId, path }] = printed.shown;
      const of = path.measureId ? { measureId: path.measureId, period: path.period } : undefined;
      const trail = await findTrail(tx, { editionId, figureId: id });
      const now = of && (await findLiveValue(tx, of));
      return visit.page(<StaffPathPage view={view} {...printed} trail={trail} now={now} />);
    });
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

/** A number that was kept before the results, or one that an edition prints; NotFound when neither knows it. */
async function readEither(tx: Tx, id: string) {
  const expected = await readExpectedFigure(tx, id);
  return expected
    ? ({ expected, printed: undefined } as const)
    : ({ expected: undefined, printed: await readShown(tx, id) } as const);
}

async function readShown(tx: Tx, id: string) {
  const shown = await readPaths(tx, id);
  const [{ fiscalYear, kind, path }] = shown;
  const editions = (await listPublishedOf(tx, fiscalYear)).filter((edition) => edition.kind === kind);
  return { shown, newest: editions[0]?.number ?? 0, previous: await findPrevious(tx, path) };
}

/** The name of last year's number, where it was published itself. */
async function findPrevious(
  tx: Tx,
  { fiscalYear, subject, previousValue }: FigurePath,
): Promise<string | undefined> {
  if (subject.of !== 'measure' || previousValue === null) return undefined;
  const id = measureFigure(fiscalYear - 1, subject.thread);
  return (await listPaths(tx, id)).length > 0 ? id : undefined;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
