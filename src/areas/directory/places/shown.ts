import type { Lang } from '#platform/i18n.ts';
import { placeName } from '../municipalities/names.ts';
import type { Municipality } from '../municipalities/store.ts';
import { knownCodes, termName } from '../taxonomy/terms.ts';
import type { FilterGroup } from './pages/filters.tsx';
import { everybody, fits, type PlaceFacts, type PlaceFilter } from './rules.ts';
import { words } from './words.ts';

type Context = Parameters<typeof fits>[2];

/** What somebody asked in the URL; what is no answer is as if it had not been asked. */
export function filterOf(query: (name: string) => string, areas: readonly Municipality[]): PlaceFilter {
  const given = (name: string, known: (value: string) => boolean) => {
    const value = query(name);
    return known(value) ? value : undefined;
  };
  return {
    day: given('day', (value) => /^(today|[1-7])$/.test(value)),
    type: given('type', (value) => knownCodes.placeTypes.has(value)),
    welcomes: given('welcomes', (value) => value === everybody || knownCodes.beneficiaries.has(value)),
    municipality: given('municipality', (value) => areas.some(({ code }) => code === value)),
  };
}

/** The questions with their answers, each with how many places there would be. */
export function groupsOf(
  lang: Lang,
  places: readonly PlaceFacts[],
  filter: PlaceFilter,
  context: Context,
): readonly FilterGroup[] {
  const t = words[lang];
  const rest = (name: 'day' | 'type' | 'welcomes') =>
    places.filter((place) => fits(place, filter, context, name));
  const counted = (name: 'day' | 'type' | 'welcomes', among: readonly PlaceFacts[], value: string) =>
    among.filter((place) => fits(place, { [name]: value }, context)).length;
  const [forDay, forType, forWhom] = [rest('day'), rest('type'), rest('welcomes')];
  const types = [...knownCodes.placeTypes].filter((code) =>
    places.some(({ placeTypes }) => placeTypes.includes(code)),
  );
  const whom = [...knownCodes.beneficiaries].filter((code) =>
    places.some(({ beneficiaries }) => beneficiaries.includes(code)),
  );
  return [
    {
      name: 'day',
      label: t.day,
      options: (['today', '1', '2', '3', '4', '5', '6', '7'] as const).map((value) => ({
        value,
        label: t.days[value],
        count: counted('day', forDay, value),
      })),
    },
    {
      name: 'type',
      label: t.type,
      options: types.map((value) => ({
        value,
        label: termName(lang, 'place-type', value),
        count: counted('type', forType, value),
      })),
    },
    {
      name: 'welcomes',
      label: t.welcomes,
      options: [everybody, ...whom].map((value) => ({
        value,
        label: value === everybody ? t.everybody : termName(lang, 'beneficiary', value),
        count: counted('welcomes', forWhom, value),
      })),
    },
  ];
}

/** Municipalities without a tile that have places (a city whose ward is not known), and places that are online. */
export function besideTiles(
  lang: Lang,
  {
    places,
    areas,
    counts,
  }: { places: readonly PlaceFacts[]; areas: readonly Municipality[]; counts: ReadonlyMap<string, number> },
): readonly { code: string; name: string; count: number }[] {
  const online = places.filter(({ municipalities }) => municipalities.length === 0).length;
  const cities = areas
    .filter(({ code, tileColumn }) => tileColumn === null && counts.has(code))
    .map(({ code }) => ({ code, name: placeName(lang, code, areas), count: counts.get(code) ?? 0 }));
  return online > 0 ? [...cities, { code: '', name: words[lang].online, count: online }] : cities;
}
