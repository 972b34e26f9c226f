import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearName, fiscalYearOf, monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, isCounted, worksAt } from '../access.ts';
import { findDesk } from '../desks/store.ts';
import { deskPaths } from '../paths.ts';
import { countsCsv, countsWorkbook, type Filed } from './files.ts';
import { CountsPage } from './pages/counts.tsx';
import { MonthPage } from './pages/month.tsx';
import { readCounts, readDoors, readMonth, readYear } from './read.ts';
import { monthsBetween } from './rules.ts';
import { findCountedSpan } from './store.ts';
import { words } from './words.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const aMonth = /^20\d{2}-(0[1-9]|1[0-2])$/;
const yearsShown = 6;

export const countRoutes = new Routes()
  .get(deskPaths.counts, can.readCounts, (visit) => countsOf(visit, visit.params.deskId))
  .get(deskPaths.month, can.readCounts, monthOf)
  .get(deskPaths.allCounts, can.readAllCounts, (visit) => countsOf(visit, undefined)).list;

/** A desk's own people see its numbers as they are, the secretariat with care. */
function mustSee({ who }: Visit, deskId: string | undefined): { own: boolean; guarded: boolean } {
  const own = deskId !== undefined && worksAt(who, deskId);
  if (!own && !isCounted(who)) throw new NotFound('desk');
  return { own, guarded: !own };
}

/** A page, or with `?format=csv|xlsx` the same counts as a file. Without a year: the latest of which there are any. */
async function countsOf(visit: Visit, deskId: string | undefined): Promise<Response> {
  const { who, lang, now } = visit;
  const seen = mustSee(visit, deskId);
  const thisMonth = tokyoDay(now).slice(0, 7);
  const shown = await inTransaction(visit.db, who, async (tx) => {
    const span = await findCountedSpan(tx, deskId);
    const fiscalYear = yearAsked(visit, span?.last ?? thisMonth);
    const since = aMonth.test(visit.query('since')) ? visit.query('since') : (span?.first ?? thisMonth);
    return {
      fiscalYear,
      since,
      desk: deskId ? await findDesk(tx, deskId) : undefined,
      counted:
        visit.query('format') === 'csv'
          ? await readCounts(tx, { deskId, months: monthsOfFiscalYear(fiscalYear) })
          : await readYear(tx, { deskId, fiscalYear }),
      course: await readDoors(tx, { deskId, months: span ? monthsBetween(since, span.last) : [] }),
      municipalities: await listMunicipalities(tx),
    };
  });
  const { desk, fiscalYear, since } = shown;
  const name = desk ? contentIn(lang, { ja: desk.nameJa, en: desk.nameEn }) : words[lang].all;
  const title = words[lang].year(fiscalYearName(lang, fiscalYear));
  const filed = { counted: shown.counted, desk: name, title, guarded: seen.guarded };
  const asked = await fileOf(visit, filed, String(fiscalYear));
  if (asked) return asked;
  const hrefOf = (query: Record<string, string | number>) =>
    visit.view.href(deskId ? deskPaths.counts.to({ deskId }, query) : deskPaths.allCounts.to({}, query));
  const latest = fiscalYearOf(`${thisMonth}-01`);
  return visit.page(
    <CountsPage
      view={visit.view}
      {...seen}
      desk={desk && { id: desk.id, name }}
      fiscalYear={fiscalYear}
      years={Array.from({ length: yearsShown }, (_, at) => latest - at).map((year) => ({
        year,
        href: hrefOf({ year }),
      }))}
      counted={shown.counted}
      course={{ since, counted: shown.course, action: hrefOf({}) }}
      municipalities={shown.municipalities}
      files={{
        csv: hrefOf({ year: fiscalYear, format: 'csv' }),
        workbook: hrefOf({ year: fiscalYear, format: 'xlsx' }),
      }}
    />,
  );
}

function yearAsked(visit: Visit, last: string): number {
  const asked = Number(visit.query('year'));
  const latest = fiscalYearOf(tokyoDay(visit.now));
  return asked >= 2000 && asked <= latest ? Math.floor(asked) : fiscalYearOf(`${last}-01`);
}

async function monthOf(visit: Visit<{ deskId: string; month: string }>): Promise<Response> {
  const { deskId, month } = visit.params;
  const { who, lang } = visit;
  const seen = mustSee(visit, deskId);
  if (!aMonth.test(month)) throw new NotFound('month');
  const shown = await inTransaction(visit.db, who, async (tx) => ({
    desk: await findDesk(tx, deskId),
    counted: await readMonth(tx, { deskId, month }),
    municipalities: await listMunicipalities(tx),
  }));
  const { desk, counted } = shown;
  const name = contentIn(lang, { ja: desk.nameJa, en: desk.nameEn });
  const filed = { counted, desk: name, title: words[lang].monthOf(month), guarded: seen.guarded, month };
  const asked = await fileOf(visit, filed, month);
  if (asked) return asked;
  const hrefOf = (format: string) => visit.view.href(deskPaths.month.to({ deskId, month }, { format }));
  return visit.page(
    <MonthPage
      view={visit.view}
      {...seen}
      {...shown}
      desk={{ id: desk.id, name }}
      month={month}
      files={{ csv: hrefOf('csv'), workbook: hrefOf('xlsx') }}
    />,
  );
}

/** `?format=csv|xlsx`: the same counts as a file; undefined: a page is wanted. */
async function fileOf(visit: Visit, filed: Filed, span: string): Promise<Response | undefined> {
  const { lang } = visit;
  const format = visit.query('format');
  if (format === 'csv')
    return file(countsCsv(lang, filed), { type: 'text/csv; charset=utf-8', name: `counts-${span}.csv` });
  if (format !== 'xlsx') return undefined;
  return file(await countsWorkbook(lang, filed), { type: workbookType, name: `counts-${span}.xlsx` });
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
