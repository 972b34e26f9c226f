/** A municipality or ward as people name it. */
export interface Place {
  readonly code: string;
  readonly parentCode: string | null;
  /** prefecture, designated-city, core-city, city, town, village, ward */
  readonly kind: string;
  readonly nameJa: string;
  readonly nameKana: string;
  readonly nameEn: string;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Names by which it is found in what somebody types: 美本市, 美本, みほんし, みほん, Mihon. Without its 市, 区, 町 or 村 a
 * name must be long enough not to be a part of other words; a prefecture is no place to narrow a search to.
 */
export function namesOf({ kind, nameJa, nameKana, nameEn }: Place): readonly string[] {
  if (kind === 'prefecture') return [];
  const bare = nameJa.replace(/[市区町村]$/, '');
  const kana = nameKana.normalize('NFKC').replace(/(し|シ|く|ク|ちょう|チョウ|まち|マチ|むら|ムラ)$/, '');
  const english = nameEn.replace(/[ -](city|ward|town|village|ku|shi|machi|cho|mura)$/i, '');
  return [
    nameJa,
    nameKana,
    ...(bare.length >= 2 ? [bare] : []),
    ...(kana.length >= 3 ? [kana] : []),
    ...(english.length >= 4 ? [english] : []),
  ].filter(Boolean);
}
