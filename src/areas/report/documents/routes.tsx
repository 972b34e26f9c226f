import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { EditionKind } from '../editions/content.ts';
import { listCorrected } from '../errata/corrected.ts';
import { correctionsByPlace } from '../manuscripts/corrected.ts';
import { findManuscript } from '../manuscripts/store.ts';
import { reportPaths } from '../paths.ts';
import { findPublished, mustExist } from '../publication/store.ts';
import { DocumentPage } from './pages/document.tsx';

type DocumentVisit = Visit<{ year: string; number?: string }>;

/** The whole manuscript of a published edition on one page. */
export const routes = new Routes()
  .publicPage(reportPaths.document, (visit) => documentPage(visit, 'results'))
  .publicPage(reportPaths.editionDocument, (visit) => documentPage(visit, 'results'))
  .publicPage(reportPaths.planDocument, (visit) => documentPage(visit, 'plan'))
  .publicPage(reportPaths.planEditionDocument, (visit) => documentPage(visit, 'plan')).list;

async function documentPage(visit: DocumentVisit, kind: EditionKind): Promise<Response> {
  const { params, lang, view } = visit;
  const fiscalYear = Number(params.year);
  const number = params.number === undefined ? undefined : Number(params.number);
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const edition = mustExist(await findPublished(tx, { fiscalYear, kind, number }));
    const kept = await findManuscript(tx, { editionId: edition.id, lang });
    if (!kept) throw new NotFound('manuscript');
    return { edition, kept, errata: await listCorrected(tx, edition.id) };
  });
  return visit.page(
    <DocumentPage
      view={view}
      manuscript={shown.kept.manuscript}
      sha256={shown.kept.sha256}
      corrections={correctionsByPlace(shown.errata)}
      canonical={documentUrl({ fiscalYear, kind, number })}
      overview={view.href(
        kind === 'results'
          ? reportPaths.edition.to({ year: params.year, number: String(shown.edition.number) })
          : reportPaths.planEdition.to({ year: params.year, number: String(shown.edition.number) }),
      )}
    />,
  );
}

function documentUrl({
  fiscalYear,
  kind,
  number,
}: {
  fiscalYear: number;
  kind: EditionKind;
  number: number | undefined;
}): string {
  const year = String(fiscalYear);
  if (number === undefined)
    return (kind === 'results' ? reportPaths.document : reportPaths.planDocument).to({ year });
  const path = kind === 'results' ? reportPaths.editionDocument : reportPaths.planEditionDocument;
  return path.to({ year, number: String(number) });
}
