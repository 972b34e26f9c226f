import { ok, type Result } from '#platform/result.ts';
import { isMunicipalityCode, sixDigits } from '../../municipalities/rules.ts';
import type { ServiceContent, ServiceLocation } from '../../services/content.ts';
import { type CellContext, type CellProblem, type Codec, type Place, splitList, wrong } from './codec.ts';

/** Columns about where an entry is speak of its first place; further ones stay as they are. */
export const placeCodecs = {
  municipalityCode: {
    write: ({ locations: [place] }) => (place ? sixDigits(place.municipality) : ''),
    read: (content, text, context) => {
      if (text === '') return ok(content);
      const code = readCode(text, context);
      return code.ok ? ok(move(content, { municipality: code.value }, context)) : code;
    },
  },
  municipality: {
    write: ({ locations: [place] }, { places }) => (place ? fullName(place.municipality, places) : ''),
    read: (content, text, context) => {
      if (text === '') return ok(content);
      const code = codeByName(text, context.places);
      return code ? ok(move(content, { municipality: code }, context)) : wrong('unknown-place', { text });
    },
  },
  address: {
    write: ({ locations: [place] }, { places }) =>
      place
        ? `${prefectureName(places)}${fullName(place.municipality, places)}${place.town}${place.line}`
        : '',
    read: (content, text, context) => {
      if (text === '') return ok({ ...content, locations: content.locations.slice(1) });
      const address = splitAddress(text, context.places, content.locations[0]?.municipality);
      return address ? ok(move(content, address, context)) : wrong('unknown-place', { text });
    },
  },
  town: part('town'),
  line: part('line'),
  building: part('building'),
  transportation: part('transportation'),
  postalCode: part('postalCode', (text) => text.normalize('NFKC').replace(/[〒\s-]/g, '')),
  latitude: coordinate('latitude'),
  longitude: coordinate('longitude'),
  areas: {
    write: ({ areas }, { places }) => areas.map((code) => fullName(code, places)).join(';'),
    read: (content, text, context) => {
      const codes = splitList(text.replaceAll(',', ';')).map(
        (word) => [word, areaOf(word, context)] as const,
      );
      const unknown = codes.find(([, code]) => code === undefined);
      if (unknown) return wrong('unknown-place', { text: unknown[0] });
      const everywhere = context.places.find(({ kind }) => kind === 'prefecture')?.code;
      const areas = codes.flatMap(([, code]) => (code === undefined || code === everywhere ? [] : [code]));
      return ok({ ...content, areas: [...new Set(areas)] });
    },
  },
} satisfies Record<string, Codec>;

function part(
  key: 'town' | 'line' | 'building' | 'transportation' | 'postalCode',
  fold = (text: string) => text,
): Codec {
  return {
    write: ({ locations: [place] }) => place?.[key] ?? '',
    read: (content, text, context) => {
      if (text === '' && content.locations.length === 0) return ok(content);
      if (content.locations.length === 0) return wrong('place-missing');
      return ok(move(content, { [key]: fold(text) }, context));
    },
  };
}

function coordinate(key: 'latitude' | 'longitude'): Codec {
  return {
    write: ({ locations: [place] }) =>
      place?.[key] === null || place === undefined ? '' : String(place[key]),
    read: (content, text, context) => {
      if (text === '' && content.locations.length === 0) return ok(content);
      const folded = text.normalize('NFKC');
      if (text !== '' && !/^\d{1,3}(\.\d{1,12})?$/.test(folded)) return wrong('not-a-number', { text });
      if (content.locations.length === 0) return wrong('place-missing');
      return ok(move(content, { [key]: text === '' ? null : Number(folded) }, context));
    },
  };
}

function move(
  content: ServiceContent,
  change: Partial<ServiceLocation>,
  { newId }: CellContext,
): ServiceContent {
  const [place, ...others] = content.locations;
  const known: ServiceLocation = place ?? {
    id: newId(),
    serviceAtLocationId: newId(),
    name: '',
    municipality: '',
    precision: 'exact',
    postalCode: '',
    town: '',
    line: '',
    building: '',
    latitude: null,
    longitude: null,
    transportation: '',
  };
  return { ...content, locations: [{ ...known, ...change }, ...others] };
}

/** Five digits, or six with the check digit. */
function readCode(text: string, { places }: CellContext): Result<string, CellProblem> {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  if (digits.length === 6 && !isMunicipalityCode(digits)) return wrong('bad-check-digit', { text });
  const code = digits.slice(0, 5);
  const known =
    /^\d{5,6}$/.test(digits) && places.some((place) => place.code === code && place.kind !== 'prefecture');
  return known ? ok(code) : wrong('unknown-place', { text });
}

function areaOf(word: string, context: CellContext): string | undefined {
  const prefecture = context.places.find(({ kind }) => kind === 'prefecture');
  const folded = word.normalize('NFKC');
  if (
    prefecture &&
    [prefecture.nameJa, prefecture.code, sixDigits(prefecture.code), '全域', '県内全域'].includes(folded)
  )
    return prefecture.code;
  const code = readCode(folded, context);
  return code.ok ? code.value : codeByName(word, context.places);
}

/** 大みほん市東区, 見本郡小みほん町, みほん市. */
function fullName(code: string, places: readonly Place[]): string {
  const place = places.find((each) => each.code === code);
  if (!place) return code;
  return `${place.county ?? ''}${cityOf(place, places)}${place.nameJa}`;
}

function cityOf(place: Place, places: readonly Place[]): string {
  return place.kind === 'ward' ? (places.find(({ code }) => code === place.parentCode)?.nameJa ?? '') : '';
}

function prefectureName(places: readonly Place[]): string {
  return places.find(({ kind }) => kind === 'prefecture')?.nameJa ?? '';
}

/** With or without the prefecture and the county; a ward without its city only where no other is called so. */
function codeByName(text: string, places: readonly Place[]): string | undefined {
  const wanted = withoutPrefecture(text, places);
  const named = places.filter(
    (place) => place.kind !== 'prefecture' && namesOf(place, places).includes(wanted),
  );
  if (named.length === 1) return named[0]?.code;
  const wards = places.filter(({ kind, nameJa }) => kind === 'ward' && nameJa === wanted);
  return wards.length === 1 ? wards[0]?.code : undefined;
}

function namesOf(place: Place, places: readonly Place[]): readonly string[] {
  if (place.kind === 'ward') return [`${cityOf(place, places)}${place.nameJa}`];
  return place.county ? [`${place.county}${place.nameJa}`, place.nameJa] : [place.nameJa];
}

function withoutPrefecture(text: string, places: readonly Place[]): string {
  const folded = text.normalize('NFKC').replace(/\s/g, '');
  const prefecture = prefectureName(places);
  return prefecture && folded.startsWith(prefecture) ? folded.slice(prefecture.length) : folded;
}

/** 「青海県灯市浜町11」 → municipality, town, line. Without a municipality it is the one that is known already. */
export function splitAddress(
  text: string,
  places: readonly Place[],
  known?: string,
): Pick<ServiceLocation, 'municipality' | 'town' | 'line'> | undefined {
  const rest = withoutPrefecture(text, places);
  const [longest] = places
    .filter(({ kind }) => kind !== 'prefecture')
    .flatMap((place) => namesOf(place, places).map((name) => ({ code: place.code, name })))
    .filter(({ name }) => rest.startsWith(name))
    .toSorted((a, b) => b.name.length - a.name.length);
  const municipality = longest?.code ?? known;
  if (!municipality) return undefined;
  const [, town = '', line = ''] =
    /^(\D*(?:\d+丁目)?)(.*)$/.exec(rest.slice(longest?.name.length ?? 0)) ?? [];
  return { municipality, town, line };
}
