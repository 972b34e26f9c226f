import { anonymous, everyone } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import type { EditionKind } from '../editions/content.ts';
import { findEdition, listEditionPrograms } from '../editions/store.ts';
import { findEdits } from '../manuscripts/store.ts';
import { manuscriptOf } from '../manuscripts/manuscript-of.ts';
import { titleOf } from '../manuscripts/head-sections.ts';
import { reportPaths, staffReportPaths } from '../paths.ts';
import { findPublished, mustExist } from '../publication/store.ts';
import { dispositionOf, type Format, formatOf, mediaTypes } from './formats.ts';
import { makeOutputs } from './make.ts';
import { readOutput } from './store.ts';

type FileVisit = Visit<{ year: string; file: string; number?: string }>;

/** Files of published editions, and the same of a draft for those who work on it. */
export const outputRoutes = new Routes()
  .get(reportPaths.output, everyone, (visit) => published(visit, 'results'))
  .get(reportPaths.editionOutput, everyone, (visit) => published(visit, 'results'))
  .get(reportPaths.planOutput, everyone, (visit) => published(visit, 'plan'))
  .get(reportPaths.planEditionOutput, everyone, (visit) => published(visit, 'plan'))
  .get(staffReportPaths.draftFile, can.readEditions, draft).list;

/** A numbered edition never changes and its files are kept for good; the year's own address leads to the newest. */
async function published(visit: FileVisit, kind: EditionKind): Promise<Response> {
  const { year, file, number } = visit.params;
  const format = formatOf(file);
  if (!format) throw new NotFound('file');
  const lang: Lang = format === 'csv' || format === 'json' || visit.query('lang') !== 'en' ? 'ja' : 'en';
  const wanted = {
    fiscalYear: Number(year),
    kind,
    number: number === undefined ? undefined : Number(number),
  };
  const { edition, output } = await inTransaction(visit.db, anonymous, async (tx) => {
    const found = mustExist(await findPublished(tx, wanted));
    return { edition: found, output: await readOutput(tx, { editionId: found.id, lang, format }) };
  });
  const title = `${contentIn(lang, edition.content.operator)} ${titleOf(edition.content, { lang })}`;
  return answer(output.content, {
    format,
    disposition: dispositionOf(edition, { lang, format, title }),
    cacheControl: number === undefined ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
    etag: `"${output.sha256}"`,
  });
}

/** What would be published now, in one format: never kept. */
async function draft(visit: Visit<{ id: string; format: string }>): Promise<Response> {
  const format = visit.params.format as Format;
  const { lang } = visit;
  const made = await inTransaction(visit.db, visit.who, async (tx) => {
    const edition = await findEdition(tx, visit.params.id);
    const content = { head: edition.content, programs: await listEditionPrograms(tx, edition.id) };
    const printing = { number: edition.number, publishedOn: null };
    const manuscript = manuscriptOf(content, (await findEdits(tx, edition.id)).edits, lang, printing);
    const [output] = await makeOutputs(tx, [manuscript], visit.tools, [format]);
    return { edition, manuscript, output };
  });
  if (!made.output) throw new NotFound('file');
  const disposition = dispositionOf(made.edition, { lang, format, title: made.manuscript.title });
  return answer(made.output.bytes, { format, disposition, cacheControl: 'no-store' });
}

function answer(
  bytes: Uint8Array,
  told: { format: Format; disposition: string; cacheControl: string; etag?: string },
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[told.format],
      'content-disposition': told.disposition,
      'cache-control': told.cacheControl,
      ...(told.etag && { etag: told.etag }),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
