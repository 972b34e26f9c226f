import { inTransaction } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { NotFound } from '#platform/errors.ts';
import { etagOf, isKnown } from '#platform/web/etag.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities, listPublicPlaces } from '#areas/directory/index.ts';
import { placePaths } from '../../paths.ts';
import { findPlace } from '../read.ts';
import { words } from '../words.ts';
import { feedOf } from './feed.ts';

/** A place: a month back, half a year ahead. All of them: six weeks. */
const [ofOne, ofAll] = [
  { back: 31, ahead: 184 },
  { back: 1, ahead: 42 },
];

/** Calendars that programs fetch again and again: kept until something changes, or the day ends. */
export const feedRoutes = new Routes()
  .publicPage(placePaths.allFeed, async (visit) => {
    const municipality = visit.query('municipality');
    const { today, lang, publicUrl } = askedBy(visit);
    const text = await inTransaction(visit.db, visit.who, async (tx) => {
      if (municipality && !(await listMunicipalities(tx)).some(({ code }) => code === municipality))
        throw new NotFound('municipality');
      const services = await listPublicPlaces(tx, municipality || undefined);
      return feedOf(tx, services, { ...ofAll, lang, today, publicUrl, name: words[lang].calendarName });
    });
    return calendar(visit, text);
  })
  .publicPage(placePaths.feed, async (visit) => {
    const { today, lang, publicUrl } = askedBy(visit);
    const text = await inTransaction(visit.db, visit.who, async (tx) => {
      const service = await findPlace(tx, visit.params.serviceId);
      const name = contentIn(lang, service.content.name);
      return feedOf(tx, [service], { ...ofOne, lang, today, publicUrl, name });
    });
    return calendar(visit, text);
  }).list;

function askedBy({ now, lang, tools }: Visit) {
  return { today: tokyoDay(now), lang, publicUrl: tools.publicUrl };
}

function calendar({ c, now, changesAt }: Visit, text: string): Response {
  changesAt(endOfTokyoDay(tokyoDay(now)));
  const etag = etagOf(text);
  const headers = { etag, 'content-type': 'text/calendar; charset=utf-8' };
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  return c.body(text, 200, headers);
}
