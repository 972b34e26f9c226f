import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { withQuery } from '#platform/path.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { qrFile } from '#ui/qr-code.tsx';
import { readHolidays } from '../holidays/store.ts';
import { type Holidays, openingOf, shownUntil, sourcesOf } from '../hours/rules.ts';
import { lineOf } from '../municipalities/rules.ts';
import { listMunicipalities, type Municipality } from '../municipalities/store.ts';
import { findProfile } from '../organisations/store.ts';
import { findPaths } from '../paths.ts';
import { countServices, listServices, type Service } from '../services/store.ts';
import { EntryPage } from './pages/entry.tsx';
import { GonePage } from './pages/gone.tsx';
import { OrganisationPage } from './pages/organisation.tsx';
import { byLikeness, isOpen, needsAlternatives } from './rules.ts';
import { findPublicService, listLike } from './store.ts';
import { structuredData } from './structured.ts';

const mostAlternatives = 3;
const pageSize = 30;

export const entryPageRoutes = new Routes()
  .publicPage(findPaths.service, entryPage)
  .publicPage(findPaths.serviceQr, async ({ db, who, params, view, tools, page }) => {
    const service = await inTransaction(db, who, (tx) => findPublicService(tx, params.id));
    if (!service) return page(<GonePage view={view} />, 404);
    return new Response(qrFile(urlOf(tools.publicUrl, service.id, view.lang)), {
      headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
    });
  })
  .publicPage(findPaths.organisation, organisationPage).list;

async function entryPage(visit: Visit<{ id: string }>): Promise<Response> {
  const { db, who, view, params, now, tools } = visit;
  const found = await inTransaction(db, who, async (tx) => {
    const service = await findPublicService(tx, params.id);
    if (!service) return undefined;
    const holidays = await readHolidays(tx);
    const places = await listMunicipalities(tx);
    const alternatives = await alternativesTo(tx, visit, { service, holidays, places });
    const verifier = service.verifiedBy ? await findOrganisation(tx, service.verifiedBy) : undefined;
    return { service, holidays, places, alternatives, verifier };
  });
  if (!found) return visit.page(<GonePage view={view} />, 404);
  const { service, holidays, places, verifier } = found;
  const url = urlOf(tools.publicUrl, service.id, view.lang);
  const today = tokyoDay(now);
  return visit.page(
    <EntryPage
      view={view}
      now={now}
      url={url}
      {...found}
      verifiedBy={verifier ? contentIn(view.lang, { ja: verifier.nameJa, en: verifier.nameEn }) : ''}
      structured={structuredData({ service, lang: view.lang, url, places, holidays, today })}
    />,
  );
}

function urlOf(publicUrl: string, id: string, lang: string): string {
  return withQuery(`${publicUrl}${findPaths.service.to({ id })}`, { lang: lang === 'ja' ? undefined : lang });
}

/** Others that are open while this one cannot be reached. The page turns when this one or any of them opens or closes. */
async function alternativesTo(
  tx: Tx,
  visit: Visit<{ id: string }>,
  { service, holidays, places }: { service: Service; holidays: Holidays; places: readonly Municipality[] },
): Promise<readonly Service[] | undefined> {
  const opening = openingNow(visit, service, holidays);
  if (!needsAlternatives(service, opening)) return undefined;
  const areas = [...new Set(service.areas.flatMap((code) => lineOf(code, places)))];
  const like = await listLike(tx, { id: service.id, topics: service.topics, areas });
  return like
    .filter((each) => isOpen(openingNow(visit, each, holidays)))
    .filter(({ capacity }) => capacity !== 'full')
    .toSorted(byLikeness(service))
    .slice(0, mostAlternatives);
}

function openingNow(visit: Visit<{ id: string }>, { content }: Service, holidays: Holidays) {
  const opening = openingOf(sourcesOf(content), visit.now, { holidays });
  visit.changesAt(shownUntil(opening, visit.now));
  return opening;
}

async function organisationPage(visit: Visit<{ id: string }>): Promise<Response> {
  const { db, who, view, params, now } = visit;
  const page = Math.max(1, Math.trunc(Number(visit.query('page'))) || 1);
  const found = await inTransaction(db, who, async (tx) => {
    const filter = { organisationId: params.id, published: true, sealed: false };
    const total = await countServices(tx, filter);
    if ((page - 1) * pageSize >= total) return undefined;
    return {
      total,
      services: await listServices(tx, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
      organisation: await findOrganisation(tx, params.id),
      profile: await findProfile(tx, params.id),
      holidays: await readHolidays(tx),
      places: await listMunicipalities(tx),
    };
  });
  if (!found) return visit.page(<GonePage view={view} />, 404);
  for (const service of found.services) openingNow(visit, service, found.holidays);
  return visit.page(<OrganisationPage view={view} now={now} page={page} pageSize={pageSize} {...found} />);
}
