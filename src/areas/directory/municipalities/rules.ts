import { ok, type Result, refuse } from '#platform/result.ts';

export const municipalityKinds = [
  'prefecture',
  'designated-city',
  'core-city',
  'city',
  'town',
  'village',
  'ward',
] as const;
export type MunicipalityKind = (typeof municipalityKinds)[number];

/** What the rules need to know of a municipality. */
export interface Place {
  /** Five digits of 全国地方公共団体コード. */
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: string;
}

/** The sixth digit of 全国地方公共団体コード: weights 6 to 2, modulus 11. */
export function checkDigitOf(code: string): string {
  const sum = [...code].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return String((11 - (sum % 11)) % 10);
}

export function sixDigits(code: string): string {
  return `${code}${checkDigitOf(code)}`;
}

/** Six digits whose last is right. */
export function isMunicipalityCode(code6: string): boolean {
  return /^\d{6}$/.test(code6) && checkDigitOf(code6.slice(0, 5)) === code6.slice(5);
}

/** A place and what it lies in, the smallest first: ward, city, prefecture. */
export function lineOf(code: string, all: readonly Place[]): readonly string[] {
  const line: string[] = [];
  for (let next: string | null = code; next !== null && !line.includes(next); ) {
    const place: Place | undefined = all.find((each) => each.code === next);
    if (!place) break;
    line.push(place.code);
    next = place.parentCode;
  }
  return line;
}

export function wardsOf<P extends Place>(code: string, all: readonly P[]): readonly P[] {
  return all.filter((place) => place.parentCode === code && place.kind === 'ward');
}

/**
 * Who runs 自立相談支援 for its residents (生活困窮者自立支援法 第3条): a city itself, for a ward its city, for towns and
 * villages the prefecture.
 */
export function supportAuthorityOf(code: string, all: readonly Place[]): string {
  const place = all.find((each) => each.code === code);
  const country = place?.kind === 'town' || place?.kind === 'village';
  return (place?.kind === 'ward' || country) && place.parentCode !== null ? place.parentCode : code;
}

/** An entry for a city serves its wards too; one without areas serves everybody. */
export function covers(areas: readonly string[], code: string, all: readonly Place[]): boolean {
  return areas.length === 0 || lineOf(code, all).some((each) => areas.includes(each));
}

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const earthKm = 6371;

/** Along a great circle, in kilometres. */
export function distanceKm(from: Position, to: Position): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((to.latitude - from.latitude) * rad) / 2) ** 2 +
    Math.cos(from.latitude * rad) *
      Math.cos(to.latitude * rad) *
      Math.sin(((to.longitude - from.longitude) * rad) / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

export type MunicipalityRefusal = 'code-malformed' | 'parent-unknown' | 'authority-unknown';

/** Each has a code of five digits, lies in one of the list (the prefecture in none) and has an authority of the list. */
export function decideMunicipalities(
  all: readonly (Place & { readonly supportAuthority: string })[],
): Result<'save', MunicipalityRefusal> {
  const codes = new Set(all.map(({ code }) => code));
  for (const { code, parentCode, supportAuthority } of all) {
    if (!/^\d{5}$/.test(code)) return refuse('code-malformed', { code });
    if (parentCode !== null && !codes.has(parentCode)) return refuse('parent-unknown', { code });
    if (!codes.has(supportAuthority)) return refuse('authority-unknown', { code });
  }
  return ok('save');
}
