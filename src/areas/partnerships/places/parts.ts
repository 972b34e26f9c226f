import type { Tx } from '#platform/database/database.ts';
import { fiscalYearOf } from '#platform/dates.ts';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import type { Who } from '#platform/access.ts';
import type { Service } from '#areas/directory/index.ts';
import { placeStaffPaths } from '../paths.ts';
import type { PartLink } from './pages/place.tsx';
import { standingOf } from './papers/rules.ts';
import { listPapers } from './papers/store.ts';
import { words as paperWords } from './papers/words.ts';
import { listPhotos } from './photos/store.ts';
import { words as photoWords } from './photos/words.ts';
import { listCounted, sumVisitors } from './visitors/actions.ts';
import { words as visitorWords } from './visitors/words.ts';
import { countWaiting, listOpenWishes } from './wishes/store.ts';
import { words as wishWords } from './wishes/words.ts';

/** What else there is to do at a place, with what each of it waits for. */
export async function partsOf(
  tx: Tx,
  who: Who,
  { id: serviceId }: Service,
  asked: { lang: Lang; today: string; now: Date },
): Promise<readonly PartLink[]> {
  const params = { serviceId };
  return [
    await visitorsPart(tx, who, serviceId, asked),
    await wishesPart(tx, serviceId, asked),
    {
      title: photoWords[asked.lang].title,
      href: placeStaffPaths.photos.to(params),
      said: photoWords[asked.lang].count((await listPhotos(tx, serviceId)).length),
    },
    await papersPart(tx, serviceId, asked),
  ];
}

async function visitorsPart(
  tx: Tx,
  who: Who,
  serviceId: string,
  { lang, today, now }: { lang: Lang; today: string; now: Date },
): Promise<PartLink> {
  const t = visitorWords[lang];
  const waiting = (await listCounted(tx, who, serviceId, now)).filter(({ count }) => !count).length;
  const { visitors, sessions } = await sumVisitors(tx, { fiscalYear: fiscalYearOf(today), serviceId });
  const year = t.yearLine(formatNumber(lang, visitors), sessions);
  const said = waiting > 0 ? t.waiting(waiting) : t.allCounted;
  return {
    title: t.title,
    href: placeStaffPaths.visitors.to({ serviceId }),
    said: `${year} ${said}`,
    warn: waiting > 0,
  };
}

async function wishesPart(
  tx: Tx,
  serviceId: string,
  { lang, today }: { lang: Lang; today: string },
): Promise<PartLink> {
  const t = wishWords[lang];
  const open = await listOpenWishes(tx, { serviceIds: [serviceId], today });
  const waiting = await countWaiting(tx, serviceId);
  const said = [
    open.length > 0 ? t.openCount(open.length) : t.noneOpen,
    ...(waiting > 0 ? [t.waiting(waiting)] : []),
  ];
  const href = placeStaffPaths.wishes.to({ serviceId });
  return { title: t.staffTitle, href, said: said.join(' '), warn: waiting > 0 };
}

async function papersPart(
  tx: Tx,
  serviceId: string,
  { lang, today }: { lang: Lang; today: string },
): Promise<PartLink> {
  const t = paperWords[lang];
  const standings = (await listPapers(tx, { serviceId })).map(({ expiresOn }) =>
    standingOf(expiresOn, today),
  );
  const over = standings.filter((standing) => standing === 'over').length;
  const soon = standings.filter((standing) => standing === 'week' || standing === 'month').length;
  const said = over > 0 ? t.overCount(over) : soon > 0 ? t.soonCount(soon) : t.count(standings.length);
  return { title: t.title, href: placeStaffPaths.papers.to({ serviceId }), said, warn: over + soon > 0 };
}
