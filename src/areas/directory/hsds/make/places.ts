import type { Municipality } from '../../municipalities/store.ts';

/** The municipalities as an address needs them. */
export interface Places {
  /** 青海県; empty as long as nobody has said which prefecture it is. */
  readonly prefecture: string;
  readonly prefectureCode: string;
  readonly byCode: ReadonlyMap<string, Municipality>;
}

export function placesOf(municipalities: readonly Municipality[]): Places {
  const prefecture = municipalities.find(({ parentCode }) => parentCode === null);
  return {
    prefecture: prefecture?.nameJa ?? '',
    prefectureCode: prefecture?.code6 ?? '',
    byCode: new Map(municipalities.map((each) => [each.code, each])),
  };
}

/** As an address says it: 大浜市東区, 外海郡渚町. */
export function cityOf(places: Places, code: string): string {
  const place = places.byCode.get(code);
  if (!place) return '';
  const parent = place.kind === 'ward' && place.parentCode ? places.byCode.get(place.parentCode) : undefined;
  return `${parent?.nameJa ?? place.county ?? ''}${place.nameJa}`;
}
