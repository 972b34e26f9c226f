import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, isCounted, worksAt } from '../access.ts';
import { findDesk } from '../desks/store.ts';
import { deskPaths } from '../paths.ts';
import { countsCsv, countsWorkbook } from './files.ts';
import { CountsPage } from './pages/counts.tsx';
import { readCounts } from './read.ts';
import { words } from './words.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const countRoutes = new Routes()
  .get(deskPaths.counts, can.readCounts, (visit) => countsOf(visit, visit.params.deskId))
  .get(deskPaths.allCounts, can.readAllCounts, (visit) => countsOf(visit, undefined)).list;

/** A page, or with `?format=csv|xlsx` the same counts as a file. A desk's own people and the secretariat. */
async function countsOf(visit: Visit, deskId: string | undefined): Promise<Response> {
  const { who, lang, now } = visit;
  if (!isCounted(who) && !(deskId && worksAt(who, deskId))) throw new NotFound('desk');
  const thisYear = fiscalYearOf(tokyoDay(now));
  const asked = Number(visit.query('year'));
  const fiscalYear = asked >= 2000 && asked <= thisYear ? Math.floor(asked) : thisYear;
  const shown = await inTransaction(visit.db, who, async (tx) => ({
    desk: deskId ? await findDesk(tx, deskId) : undefined,
    counted: await readCounts(tx, { deskId, months: monthsOfFiscalYear(fiscalYear) }),
    municipalities: await listMunicipalities(tx),
  }));
  const { desk, counted, municipalities } = shown;
  const name = desk ? contentIn(lang, { ja: desk.nameJa, en: desk.nameEn }) : words[lang].all;
  const format = visit.query('format');
  if (format === 'csv')
    return file(countsCsv(lang, counted), {
      type: 'text/csv; charset=utf-8',
      name: `counts-${fiscalYear}.csv`,
    });
  if (format === 'xlsx') {
    const book = await countsWorkbook(lang, { counted, desk: name, fiscalYear });
    return file(book, { type: workbookType, name: `counts-${fiscalYear}.xlsx` });
  }
  const hrefOf = (query: Record<string, string | number>) =>
    visit.view.href(deskId ? deskPaths.counts.to({ deskId }, query) : deskPaths.allCounts.to({}, query));
  return visit.page(
    <CountsPage
      view={visit.view}
      desk={desk && { id: desk.id, name }}
      fiscalYear={fiscalYear}
      years={[thisYear, thisYear - 1, thisYear - 2, thisYear - 3].map((year) => ({
        year,
        href: hrefOf({ year }),
      }))}
      counted={counted}
      municipalities={municipalities}
      files={{
        csv: hrefOf({ year: fiscalYear, format: 'csv' }),
        workbook: hrefOf({ year: fiscalYear, format: 'xlsx' }),
      }}
    />,
  );
}

function file(body: string | Uint8Array, { type, name }: { type: string; name: string }): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
