import type { Child } from 'hono/jsx';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { withQuery } from '#platform/path.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { View } from '#platform/web/view.ts';
import type { Visit } from '#platform/web/visit.ts';
import { qrFile } from '#ui/qr-code.tsx';
import { readHolidays } from '../holidays/store.ts';
import { type Holidays, openingOf, shownUntil, sourcesOf } from '../hours/rules.ts';
import { listMunicipalities, type Municipality } from '../municipalities/store.ts';
import { findProfile } from '../organisations/store.ts';
import { findPaths } from '../paths.ts';
import { countServices, listServices, type Service } from '../services/store.ts';
import { EntryPage } from './pages/entry.tsx';
import { GonePage } from './pages/gone.tsx';
import { OrganisationPage } from './pages/organisation.tsx';
import { findOpenLike } from './open-like.ts';
import { needsAlternatives } from './rules.ts';
import { findPublicService } from './store.ts';
import { structuredData } from './structured.ts';

const pageSize = 30;

/** What an area that comes later says beside an entry: of a place its sessions, and what it looks for. */
export type Beside = (
  tx: Tx,
  entry: { readonly view: View; readonly service: Service; readonly now: Date },
) => Promise<Child>;

export const entryPageRoutes = (beside: Beside): readonly Route[] =>
  new Routes()
    .publicPage(findPaths.service, (visit) => entryPage(visit, beside))
    .publicPage(findPaths.serviceQr, async ({ db, who, params, view, tools, page }) => {
      const service = await inTransaction(db, who, (tx) => findPublicService(tx, params.id));
      if (!service) return page(<GonePage view={view} />, 404);
      return new Response(qrFile(urlOf(tools.publicUrl, service.id, view.lang)), {
        headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
      });
    })
    .publicPage(findPaths.organisation, organisationPage).list;

async function entryPage(visit: Visit<{ id: string }>, beside: Beside): Promise<Response> {
  const { db, who, view, params, now, tools } = visit;
  const { holidays, places } = await surroundings(visit);
  const found = await inTransaction(db, who, async (tx) => {
    const service = await findPublicService(tx, params.id);
    if (!service) return undefined;
    const verifier = service.verifiedBy ? await findOrganisation(tx, service.verifiedBy) : undefined;
    return { service, verifier, more: await beside(tx, { view, service, now }) };
  });
  if (!found) return visit.page(<GonePage view={view} />, 404);
  const { service, verifier, more } = found;
  const opening = openingOf(sourcesOf(service.content), now, { holidays });
  visit.changesAt(shownUntil(opening, now));
  const like = needsAlternatives(service, opening)
    ? await findOpenLike(db, who, { service, holidays, places, now })
    : undefined;
  if (like) visit.changesAt(like.until);
  const url = urlOf(tools.publicUrl, service.id, view.lang);
  const today = tokyoDay(now);
  return visit.page(
    <EntryPage
      view={view}
      now={now}
      url={url}
      service={service}
      holidays={holidays}
      places={places}
      alternatives={like?.services}
      beside={more}
      verifiedBy={verifier ? contentIn(view.lang, { ja: verifier.nameJa, en: verifier.nameEn }) : ''}
      structured={structuredData({ service, lang: view.lang, url, places, holidays, today })}
    />,
  );
}

/** What every page of entries looks at besides the entry itself. */
function surroundings(visit: Visit<{ id: string }>): Promise<{ holidays: Holidays; places: Municipality[] }> {
  return visit.remember('directory.surroundings', () =>
    inTransaction(visit.db, visit.who, async (tx) => ({
      places: await listMunicipalities(tx),
      holidays: await readHolidays(tx),
    })),
  );
}

function urlOf(publicUrl: string, id: string, lang: string): string {
  return withQuery(`${publicUrl}${findPaths.service.to({ id })}`, { lang: lang === 'ja' ? undefined : lang });
}

async function organisationPage(visit: Visit<{ id: string }>): Promise<Response> {
  const { db, who, view, params, now } = visit;
  const { holidays, places } = await surroundings(visit);
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
    };
  });
  if (!found) return visit.page(<GonePage view={view} />, 404);
  for (const { content } of found.services)
    visit.changesAt(shownUntil(openingOf(sourcesOf(content), now, { holidays }), now));
  const shown = { ...found, view, now, page, pageSize, holidays, places };
  return visit.page(<OrganisationPage {...shown} />);
}
