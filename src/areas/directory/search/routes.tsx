import { defaultLang, type Lang } from '#platform/i18n.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findCrises } from '../crisis/rules.ts';
import { readHolidays } from '../holidays/store.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { findPaths } from '../paths.ts';
import { cardHoldsUntil } from '../services/pages/card.tsx';
import { addressOf, readAsked } from './asked.ts';
import { findHelp } from './find-help.ts';
import { FindPage, NoSuchPage } from './pages/find.tsx';

export const findRoutes = new Routes().publicPage(findPaths.find, findPage).list;

/** Who is open changes at such times; an entry of the page that changes at another says so itself. */
const quarterHourMs = 900_000;

async function findPage(visit: Visit): Promise<Response> {
  const { db, who, now } = visit;
  const { places, holidays } = await visit.remember('directory.surroundings', () =>
    inTransaction(db, who, async (tx) => ({
      places: await listMunicipalities(tx),
      holidays: await readHolidays(tx),
    })),
  );
  const asked = readAsked(visit.query, (code) =>
    places.some((place) => place.code === code && place.parentCode !== null),
  );
  // Links to the other language say what was understood, however long the address was.
  const view = {
    ...visit.view,
    inLang: (lang: Lang) =>
      findPaths.find.to({}, { ...addressOf(asked), lang: lang === defaultLang ? undefined : lang }),
  };
  const crises = findCrises(asked.q);
  const openFirst = asked.open ?? (crises.length > 0 ? true : undefined);
  const help = await findHelp(db, who, { ...asked, open: openFirst }, now);
  const props = { view, now, asked, crises, places, holidays, ...help };
  if (help.found.total > 0 && help.found.rows.length === 0)
    return visit.page(<NoSuchPage view={view} asked={asked} />, 404);
  const response = await visit.page(<FindPage {...props} />);
  // What somebody typed is kept nowhere; what was not found is counted each time.
  if (asked.q !== '' || help.found.total === 0) {
    response.headers.set('cache-control', 'no-store');
    return response;
  }
  visit.changesAt(new Date(Math.floor(now.getTime() / quarterHourMs + 1) * quarterHourMs));
  for (const { content } of help.services) visit.changesAt(cardHoldsUntil(content, now, holidays));
  return response;
}
