import { contentIn, type Lang } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { type Holidays, openingOf, sourcesOf } from '../hours/rules.ts';
import { openingText } from '../hours/text.ts';
import { placeName } from '../municipalities/names.ts';
import type { Municipality } from '../municipalities/store.ts';
import { findPaths } from '../paths.ts';
import type { Service } from '../services/store.ts';
import { words } from './words.ts';

/** More markers than this help nobody: whoever wants the others chooses a municipality. */
export const mostOnMap = 2000;

interface Shown {
  readonly name: string;
  readonly url: string;
  readonly where: string;
  readonly when: string;
}

export interface MapData {
  readonly places: (Shown & { readonly latitude: number; readonly longitude: number })[];
  readonly rough: {
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly places: Shown[];
  }[];
  readonly middle: readonly [number, number];
}

interface Facts {
  readonly view: View;
  readonly services: readonly Service[];
  readonly areas: readonly Municipality[];
  readonly holidays: Holidays;
  readonly now: Date;
}

/** A place that may not be known exactly stands, with all others of its municipality, in the middle of it. */
export function mapData({ view, services, areas, holidays, now }: Facts): MapData {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const rough = new Map<string, Shown[]>();
  const places: MapData['places'] = [];
  for (const service of services)
    for (const location of service.content.locations) {
      const shown = shownOf(view, service, { holidays, now, areas, code: location.municipality });
      const { precision, latitude, longitude, municipality } = location;
      if (precision === 'exact' && latitude !== null && longitude !== null)
        places.push({ ...shown, latitude, longitude });
      else rough.set(municipality, [...(rough.get(municipality) ?? []), shown]);
    }
  const prefecture = areas.find(({ parentCode }) => parentCode === null);
  return {
    places,
    rough: [...rough].flatMap(([code, listed]) => {
      const area = byCode.get(code);
      if (!area) return [];
      const name = words[view.lang].page.roughAt(placeName(view.lang, code, areas));
      return [{ name, latitude: area.latitude, longitude: area.longitude, places: listed }];
    }),
    middle: prefecture ? [prefecture.latitude, prefecture.longitude] : [35.68, 139.77],
  };
}

function shownOf(
  view: View,
  { id, content }: Service,
  { holidays, now, areas, code }: Pick<Facts, 'holidays' | 'now' | 'areas'> & { code: string },
): Shown {
  const lang: Lang = view.lang;
  const opening = openingOf(sourcesOf(content), now, { holidays });
  return {
    name: contentIn(lang, content.name),
    url: view.href(findPaths.service.to({ id })),
    where: placeName(lang, code, areas),
    when: content.status === 'active' ? openingText(lang, opening, now) : '',
  };
}
