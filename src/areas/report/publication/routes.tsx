import { anonymous, everyone } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { readStoredFile } from '#platform/files/store.ts';
import { Routes } from '#platform/web/routes.ts';
import type { View } from '#platform/web/view.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { EditionKind } from '../editions/content.ts';
import { findEditionProgram } from '../editions/store.ts';
import { listCorrected } from '../errata/corrected.ts';
import { listCorrections, type PublishedErratum } from '../errata/store.ts';
import { listExpectedPrograms } from '../expectations/store.ts';
import { hasManuscript } from '../manuscripts/store.ts';
import { fileNames, type Format } from '../outputs/formats.ts';
import { listOutputs } from '../outputs/store.ts';
import { reportPaths } from '../paths.ts';
import { linksOf, newestOf, urlOf } from './links.ts';
import { fileResponse } from './pictures.ts';
import { ProgramPage, ReportsPage, YearPage } from './pages/public.tsx';
import { erratumLine } from './shown.ts';
import {
  type EditionLine,
  findPublished,
  listNewest,
  listPublishedOf,
  listYearsOfProgram,
  mustExist,
} from './store.ts';
import { words } from './words.ts';

type YearVisit = Visit<{ year: string; number?: string }>;

export const routes = new Routes()
  .publicPage(reportPaths.reports, async (visit) => {
    const editions = await inTransaction(visit.db, visit.who, listNewest);
    return visit.page(<ReportsPage view={visit.view} editions={editions} />);
  })
  .publicPage(reportPaths.year, (visit) => yearPage(visit, undefined))
  .publicPage(reportPaths.edition, (visit) => yearPage(visit, 'results'))
  .publicPage(reportPaths.plan, (visit) => yearPage(visit, 'plan'))
  .publicPage(reportPaths.planEdition, (visit) => yearPage(visit, 'plan'))
  .publicPage(reportPaths.program, (visit) => programPage(visit))
  .publicPage(reportPaths.editionProgram, (visit) => programPage(visit))
  .get(reportPaths.file, everyone, async ({ db, tools, params }) => {
    const file = await inTransaction(db, anonymous, (tx) => readStoredFile(tx, tools.files, params.id));
    return fileResponse(file, { cacheControl: 'public, max-age=31536000, immutable' });
  }).list;

/** Without a kind: the results, or the plan while there are none. */
async function yearPage(visit: YearVisit, kind: EditionKind | undefined): Promise<Response> {
  const fiscalYear = Number(visit.params.year);
  const number = visit.params.number === undefined ? undefined : Number(visit.params.number);
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const lines = await listPublishedOf(tx, fiscalYear);
    const wanted = kind ?? (lines.some((line) => line.kind === 'results') ? 'results' : 'plan');
    const edition = mustExist(await findPublished(tx, { fiscalYear, kind: wanted, number }));
    const hasDocument = await hasManuscript(tx, edition.id);
    const files = await listOutputs(tx, { editionId: edition.id, lang: visit.lang });
    const expected = wanted === 'plan' ? await listExpectedPrograms(tx, fiscalYear) : [];
    return { lines, edition, expected, files, hasDocument, errata: await listCorrected(tx, edition.id) };
  });
  const { edition, lines } = shown;
  const newest = newestOf(lines, edition.kind);
  return visit.page(
    <YearPage
      view={visit.view}
      head={edition.content}
      edition={edition}
      newest={newest}
      newestHref={visit.view.href(urlOf({ ...edition, number: newest }, newest, lines))}
      links={{
        ...linksOf(visit.view, edition, newest, lines),
        ...(shown.hasDocument ? { document: visit.view.href(documentUrl(edition, newest)) } : {}),
      }}
      files={shown.files.map(({ format, size }) => ({
        format,
        size,
        href: fileUrl(visit.view, edition, format),
      }))}
      others={lines
        .filter((line) => line.kind === edition.kind && line.number !== edition.number)
        .map((line) => ({
          href: visit.view.href(urlOf(line, newest, lines)),
          label: words[visit.lang].edition(line.number),
        }))}
      expected={shown.expected}
      errata={shown.errata.map(({ program, correction }) => erratumLine(visit.lang, program, correction))}
      tabs={tabsOf(visit.view, edition, lines)}
      canonical={urlOf(edition, newest, lines)}
    />,
  );
}

/** Under the number of the edition: such a file never changes. */
function fileUrl(view: View, { fiscalYear, kind, number }: EditionLine, format: Format): string {
  const path = kind === 'results' ? reportPaths.editionOutput : reportPaths.planEditionOutput;
  return view.href(path.to({ year: String(fiscalYear), number: String(number), file: fileNames[format] }));
}

async function programPage(visit: Visit<{ year: string; number?: string; slug: string }>): Promise<Response> {
  const { slug } = visit.params;
  const fiscalYear = Number(visit.params.year);
  const number = visit.params.number === undefined ? undefined : Number(visit.params.number);
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const lines = (await listPublishedOf(tx, fiscalYear)).filter(({ kind }) => kind === 'results');
    const edition = mustExist(lines.find((each) => number === undefined || each.number === number));
    const program = await findEditionProgram(tx, { editionId: edition.id, slug });
    const corrections: readonly PublishedErratum[] = await listCorrections(tx, {
      editionId: edition.id,
      slug,
    });
    const years = await listYearsOfProgram(tx, program.thread);
    return { lines, edition, program, corrections, years };
  });
  const { edition, lines, program } = shown;
  const { view } = visit;
  const newest = newestOf(lines, 'results');
  const links = linksOf(view, edition, newest, lines);
  const newestUrl = reportPaths.program.to({ year: String(fiscalYear), slug });
  return visit.page(
    <ProgramPage
      view={view}
      program={program}
      corrections={shown.corrections}
      edition={edition}
      links={links}
      newest={newest}
      newestHref={view.href(newestUrl)}
      canonical={newestUrl}
      otherYears={shown.years
        .filter((each) => each.fiscalYear !== fiscalYear)
        .map((each) => ({
          fiscalYear: each.fiscalYear,
          href: view.href(reportPaths.program.to({ year: String(each.fiscalYear), slug: each.slug })),
        }))}
    />,
  );
}

function documentUrl({ fiscalYear, kind, number }: EditionLine, newest: number): string {
  const year = String(fiscalYear);
  const at = { year, number: String(number) };
  if (kind === 'results')
    return number === newest ? reportPaths.document.to({ year }) : reportPaths.editionDocument.to(at);
  return number === newest ? reportPaths.planDocument.to({ year }) : reportPaths.planEditionDocument.to(at);
}

/** Results and plan of the same year, when both were published. */
function tabsOf(view: View, shown: EditionLine, lines: readonly EditionLine[]) {
  const text = words[view.lang];
  const labels = { results: text.resultsShort, plan: text.planShort };
  return (['results', 'plan'] as const).flatMap((kind) => {
    const newest = lines.find((line) => line.kind === kind);
    if (!newest) return [];
    const href = view.href(urlOf(newest, newest.number, lines));
    return [{ href, label: labels[kind], current: kind === shown.kind }];
  });
}
