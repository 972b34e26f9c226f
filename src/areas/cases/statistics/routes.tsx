import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearName, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation, listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { protectedCount } from '#areas/consultations/index.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, mayKeepTargets, organisationsOf, supervises } from '../access.ts';
import { formSetFor } from '../forms/read.ts';
import { statisticsPaths } from '../paths.ts';
import { saveArea, saveTargets } from './actions.ts';
import { statisticsCsv, statisticsWorkbook, type Filed } from './files.ts';
import { AreaPage } from './pages/area.tsx';
import { RowsPage } from './pages/rows.tsx';
import { TargetsPage } from './pages/targets.tsx';
import { YearPage } from './pages/year.tsx';
import { daysOf, daysOfMonth, readTargets, readYear } from './read.ts';
import { type TargetFigure, targetFigures } from './rules.ts';
import { listAreas, listFacts } from './store.ts';
import { words } from './words.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const rowsShown = 50;
const yearsShown = 6;
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const statisticsRoutes = new Routes()
  .get(statisticsPaths.year, can.readStatistics, yearPage)
  .get(statisticsPaths.rows, can.readCases, rowsPage)
  .get(statisticsPaths.area, can.keepArea, (visit) => areaPage(visit, emptyForm))
  .post(statisticsPaths.area, can.keepArea, async (visit) => {
    const form = await visit.form(z.object({ municipalities: field.choices() }));
    if (!form.ok) return areaPage(visit, form.state);
    const known = await inTransaction(visit.db, visit.who, listMunicipalities);
    const chosen = form.values.municipalities.filter((each) => known.some(({ code }) => code === each));
    const { organisationId } = visit.params;
    await saveArea(visit.db, visit.who, { organisationId, municipalities: chosen }, visit.now);
    const back = statisticsPaths.year.to({}, { organisation: organisationId });
    return visit.go(back, words[visit.lang].saved);
  })
  .get(statisticsPaths.targets, can.keepTargets, (visit) => targetsPage(visit, emptyForm))
  .post(statisticsPaths.targets, can.keepTargets, writeTargets).list;

/** Whose figures somebody sees: those of their own organisations exactly, of others as numbers only. */
function reachOf(visit: Visit, asked: string): { organisationId: string | undefined; own: boolean } {
  const own = organisationsOf(visit.who);
  const everywhere = mayKeepTargets(visit.who);
  if (asked === 'all' || asked === '') {
    if (everywhere) return { organisationId: undefined, own: false };
    const [first] = own;
    return { organisationId: first, own: true };
  }
  if (!uuid.test(asked) || !(everywhere || own.includes(asked))) throw new NotFound('organisation');
  return { organisationId: asked, own: own.includes(asked) };
}

function yearAsked(visit: Visit): number {
  const latest = fiscalYearOf(tokyoDay(visit.now));
  const asked = Number(visit.query('year'));
  return asked >= 2000 && asked <= latest ? Math.floor(asked) : latest;
}

/** A page, or with `?format=csv|xlsx` the same figures as a file. */
async function yearPage(visit: Visit): Promise<Response> {
  const { lang, view } = visit;
  const { organisationId, own } = reachOf(visit, visit.query('organisation'));
  const fiscalYear = yearAsked(visit);
  const shown = await inTransaction(visit.db, visit.who, async (tx) => ({
    counted: await readYear(tx, { fiscalYear, organisationId, today: tokyoDay(visit.now) }),
    set: await formSetFor(tx, daysOf(fiscalYear).first),
    organisations: await listOrganisations(tx),
  }));
  const nameOfOrganisation = (id: string) => nameIn(visit, shown.organisations, id);
  const organisation = organisationId ? nameOfOrganisation(organisationId) : words[lang].all;
  const told = own ? (n: number) => n : protectedCount;
  const title = words[lang].year(fiscalYearName(lang, fiscalYear));
  const filed: Filed = { ...shown, title, organisation, nameOfOrganisation, told };
  const format = visit.query('format');
  if (format === 'csv')
    return file(statisticsCsv(lang, filed), 'text/csv; charset=utf-8', `${fiscalYear}.csv`);
  if (format === 'xlsx')
    return file(await statisticsWorkbook(lang, filed), workbookType, `${fiscalYear}.xlsx`);
  const hrefOf = (query: Record<string, string>) =>
    view.href(
      statisticsPaths.year.to(
        {},
        { year: String(fiscalYear), organisation: organisationId ?? 'all', ...query },
      ),
    );
  const latest = fiscalYearOf(tokyoDay(visit.now));
  return visit.page(
    <YearPage
      view={view}
      {...filed}
      own={own}
      organisationId={organisationId}
      mayKeepArea={
        organisationId !== undefined && (mayKeepTargets(visit.who) || supervises(visit.who, organisationId))
      }
      mayKeepTargets={mayKeepTargets(visit.who)}
      years={Array.from({ length: yearsShown }, (_, at) => latest - at).map((year) => ({
        label: fiscalYearName(lang, year),
        href: hrefOf({ year: String(year) }),
        current: year === fiscalYear,
      }))}
      choices={choicesOf(visit, shown.organisations, shown.counted.organisations).map(({ id, name }) => ({
        label: name,
        href: hrefOf({ organisation: id }),
        current: id === (organisationId ?? 'all'),
      }))}
      files={{ csv: hrefOf({ format: 'csv' }), workbook: hrefOf({ format: 'xlsx' }) }}
    />,
  );
}

/** The organisations that the reader may choose between; the headquarters sees those of which anything is counted. */
function choicesOf(
  visit: Visit,
  organisations: readonly Organisation[],
  counted: readonly { organisationId: string }[],
): readonly { id: string; name: string }[] {
  const own = organisationsOf(visit.who);
  const everywhere = mayKeepTargets(visit.who);
  const known = new Set([...own, ...(everywhere ? counted.map(({ organisationId }) => organisationId) : [])]);
  const each = organisations
    .filter(({ id }) => known.has(id))
    .map(({ id }) => ({ id, name: nameIn(visit, organisations, id) }));
  return everywhere ? [{ id: 'all', name: words[visit.lang].all }, ...each] : each;
}

function nameIn({ lang }: Visit, organisations: readonly Organisation[], id: string): string {
  const found = organisations.find((each) => each.id === id);
  return found ? contentIn(lang, { ja: found.nameJa, en: found.nameEn }) : id;
}

/** The rows behind a figure: row-level security shows those of the reader's own organisation, and of no other. */
async function rowsPage(visit: Visit<{ organisationId: string }>): Promise<Response> {
  const { view, lang } = visit;
  const { organisationId } = visit.params;
  if (!organisationsOf(visit.who).includes(organisationId)) throw new NotFound('organisation');
  const fiscalYear = yearAsked(visit);
  const [figure, code, month] = ['figure', 'code', 'month'].map((name) => visit.query(name));
  const shownFigure = figure || 'received';
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(visit.query('page'))) || 1));
  const days = /^20\d{2}-(0[1-9]|1[0-2])$/.test(month ?? '') ? daysOfMonth(month ?? '') : daysOf(fiscalYear);
  const asked = { ...days, organisationId, figure: shownFigure, code: code || undefined };
  const shown = await inTransaction(visit.db, visit.who, async (tx) => ({
    found: await listFacts(tx, asked, { limit: rowsShown, offset: (page - 1) * rowsShown }),
    set: await formSetFor(tx, days.first),
    organisation: await findOrganisation(tx, organisationId),
  }));
  const { organisation, found, set } = shown;
  const query = { year: String(fiscalYear), figure: shownFigure, code: code ?? '', month: month ?? '' };
  return visit.page(
    <RowsPage
      view={view}
      organisation={contentIn(lang, { ja: organisation.nameJa, en: organisation.nameEn })}
      asked={asked}
      set={set}
      found={found}
      page={page}
      pageSize={rowsShown}
      back={view.href(
        statisticsPaths.year.to({}, { year: String(fiscalYear), organisation: organisationId }),
      )}
      hrefOf={(number) =>
        view.href(statisticsPaths.rows.to({ organisationId }, { ...query, page: String(number) }))
      }
    />,
  );
}

async function areaPage(visit: Visit<{ organisationId: string }>, state: FormState): Promise<Response> {
  const { organisationId } = visit.params;
  if (!mayKeepTargets(visit.who) && !supervises(visit.who, organisationId))
    throw new NotFound('organisation');
  const [organisation, municipalities, areas] = await inTransaction(visit.db, visit.who, async (tx) => [
    await findOrganisation(tx, organisationId),
    await listMunicipalities(tx),
    await listAreas(tx),
  ]);
  return visit.page(
    <AreaPage
      view={visit.view}
      state={state}
      organisation={organisation}
      municipalities={municipalities.filter(({ kind }) => kind !== 'prefecture')}
      chosen={areas.find((area) => area.organisationId === organisationId)?.municipalities ?? []}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function targetsPage(visit: Visit<{ year: string }>, state: FormState): Promise<Response> {
  const fiscalYear = Number(visit.params.year);
  const targets = await inTransaction(visit.db, visit.who, (tx) => readTargets(tx, fiscalYear));
  return visit.page(
    <TargetsPage view={visit.view} state={state} fiscalYear={fiscalYear} targets={targets} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function writeTargets(visit: Visit<{ year: string }>): Promise<Response> {
  const fields = Object.fromEntries(targetFigures.map((figure) => [figure, field.numberOrNull()]));
  const form = await visit.form(z.object({ ...fields, source: field.optionalText(300) }));
  if (!form.ok) return targetsPage(visit, form.state);
  const { source, ...values } = form.values as { source: string } & Record<TargetFigure, number | null>;
  const fiscalYear = Number(visit.params.year);
  await saveTargets(visit.db, visit.who, { fiscalYear, values, source }, visit.now);
  return visit.go(statisticsPaths.year.to({}, { year: visit.params.year }), words[visit.lang].saved);
}

function file(body: string | Uint8Array, type: string, name: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="support-${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
