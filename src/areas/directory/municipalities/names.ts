import type { Lang } from '#platform/i18n.ts';

interface Named {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: string;
  readonly nameJa: string;
  readonly nameEn: string;
}

/** 大浜市東区: a ward bears its city's name, since two cities may have a 緑区. A code that nobody knows stays a code. */
export function placeName(lang: Lang, code: string, all: readonly Named[]): string {
  const place = all.find((each) => each.code === code);
  if (!place) return code;
  const city = place.kind === 'ward' ? all.find((each) => each.code === place.parentCode) : undefined;
  if (lang === 'en') return city ? `${place.nameEn}, ${city.nameEn}` : place.nameEn;
  return `${city?.nameJa ?? ''}${place.nameJa}`;
}
