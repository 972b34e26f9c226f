import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities, placeName, type Service } from '#areas/directory/index.ts';
import { placePaths } from '../paths.ts';
import { whereOf } from './feeds/feed.ts';
import { PublicPlacePage } from './pages/public.tsx';
import { PhotoSection } from './photos/pages/photos.tsx';
import { listPhotos } from './photos/store.ts';
import { findPlace, readCalendar } from './read.ts';
import { endOf, minutesOf, type Session, todayState } from './rules.ts';
import { ahead } from './say.ts';
import { findDay } from './store.ts';
import { WishSection } from './wishes/pages/wishes.tsx';
import { listOpenWishes } from './wishes/store.ts';

export const publicPlaceRoutes = new Routes().publicPage(placePaths.place, placePage).list;

/** As far ahead as somebody plans a visit. */
const shownDays = 60;

async function placePage(visit: Visit<{ serviceId: string }>): Promise<Response> {
  const { db, who, params } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const service = await findPlace(tx, params.serviceId);
    const areas = await listMunicipalities(tx);
    const where = whereOf(service, (code) => placeName(visit.lang, code, areas));
    const { view } = visit;
    const wishes = await listOpenWishes(tx, { serviceIds: [service.id], today: tokyoDay(visit.now) });
    const photos = await listPhotos(tx, service.id);
    return (
      <PublicPlacePage view={view} service={service} where={where} {...(await todayOf(tx, visit, service))}>
        <WishSection view={view} wishes={wishes} />
        <PhotoSection view={view} photos={photos} />
      </PublicPlacePage>
    );
  });
  return visit.page(page);
}

async function todayOf(tx: Tx, visit: Visit, service: Service) {
  const { now } = visit;
  const [today, minute] = [tokyoDay(now), tokyoMinute(now).slice(11)];
  const sessions = await readCalendar(tx, service, { from: today, to: addDays(today, shownDays) });
  const ofToday = sessions.filter(({ day }) => day === today);
  changesWith(visit, ofToday, today);
  return {
    today: todayState({ minute, sessions: ofToday }),
    said: await findDay(tx, { serviceId: service.id, day: today }),
    sessions: ahead(sessions, { day: today, minute }),
  };
}

/** The page turns when a session begins or ends, and at midnight. */
function changesWith({ now, changesAt }: Visit, sessions: readonly Session[], today: string): void {
  const begins = Date.parse(`${today}T00:00:00+09:00`);
  for (const session of sessions)
    for (const minutes of [minutesOf(session.opens), endOf(session)]) {
      const moment = new Date(begins + minutes * 60_000);
      if (moment > now) changesAt(moment);
    }
  changesAt(endOfTokyoDay(today));
}
