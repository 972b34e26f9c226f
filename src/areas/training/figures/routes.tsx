import { csvFile } from '#platform/csv.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import type { Audience } from '../courses/rules.ts';
import { staffTrainingPaths } from '../paths.ts';
import { areaWords } from '../words.ts';
import { FiguresPage } from './pages/figures.tsx';
import { readFigures } from './read.ts';
import { words } from './words.ts';

/** Numbers over all who keep trainings: no person stands behind them. */
export const figureRoutes: readonly Route[] = new Routes()
  .get(staffTrainingPaths.figures, can.readFigures, async (visit) => {
    const { year, thisYear } = yearOf(visit);
    const figures = await readFigures(visit.db, { fiscalYear: year, now: visit.now });
    return visit.page(<FiguresPage view={visit.view} year={year} thisYear={thisYear} figures={figures} />);
  })
  .get(staffTrainingPaths.figuresFile, can.readFigures, async (visit) => {
    const { year } = yearOf(visit);
    const figures = await readFigures(visit.db, { fiscalYear: year, now: visit.now });
    const t = words[visit.lang];
    const { audiences } = areaWords[visit.lang];
    const rows = figures.byAudience.map(({ audience, total, distinct }) => [
      year,
      audiences[audience as Audience],
      total,
      distinct,
    ]);
    const file = csvFile(
      [t.year, t.audience, t.total, t.distinct],
      [...rows, [year, t.sum, figures.total, figures.distinct]],
    );
    return visit.c.body(file, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="training-${year}.csv"`,
    });
  }).list;

function yearOf(visit: Visit): { year: number; thisYear: number } {
  const thisYear = fiscalYearOf(tokyoDay(visit.now));
  const asked = Number(visit.query('year'));
  return { thisYear, year: Number.isInteger(asked) && asked > 2000 && asked <= thisYear ? asked : thisYear };
}
