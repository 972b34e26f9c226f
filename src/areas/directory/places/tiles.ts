import type { Lang } from '#platform/i18n.ts';
import { placeName } from '../municipalities/names.ts';
import type { MapTile } from '#ui/charts/tile-map.tsx';
import type { Municipality } from '../municipalities/store.ts';

/** Of a ward the city is said too, since two cities may have a 緑区. */
export interface Tile extends MapTile {
  /** As it is said: 大浜市東区. */
  readonly name: string;
  readonly count: number;
}

/** Letters that fit beside each other in a tile. */
const widest = { ja: 4, en: 9 } as const;

export function tilesOf(
  lang: Lang,
  areas: readonly Municipality[],
  counts: ReadonlyMap<string, number>,
): readonly Tile[] {
  const most = Math.max(1, ...counts.values());
  return areas.flatMap((area) => {
    if (area.tileColumn === null || area.tileRow === null) return [];
    const count = counts.get(area.code) ?? 0;
    const city = areas.find(({ code }) => area.kind === 'ward' && code === area.parentCode);
    return {
      code: area.code,
      name: placeName(lang, area.code, areas),
      short: linesOf(lang, shortName(lang, area)),
      city: city ? shortName(lang, city) : '',
      column: area.tileColumn,
      row: area.tileRow,
      count,
      depth: count === 0 ? 0 : Math.ceil((count / most) * 4),
    };
  });
}

/** A narrow screen shows one side of the map first: that of the municipality that was chosen, else that of most places. */
export function opensAtEnd(tiles: readonly Tile[], chosen: string | undefined): boolean {
  const columns = tiles.map(({ column }) => column);
  const middle = (Math.min(...columns) + Math.max(...columns)) / 2;
  const looked = tiles.filter(({ code }) => code === chosen);
  const weight = (looked.length > 0 ? looked : tiles).reduce(
    (sum, { column, count }) => sum + (column - middle) * (looked.length > 0 ? 1 : count),
    0,
  );
  return weight > 0;
}

/** みほん市 → みほん, Mihon City → Mihon; a name of one letter keeps its kind. */
function shortName(lang: Lang, { nameJa, nameEn }: Municipality): string {
  if (lang === 'ja') return nameJa.replace(/(?<=..)[市区町村]$/, '');
  return nameEn.replace(/ (City|Ward|Town|Village)$/, '');
}

function linesOf(lang: Lang, name: string): readonly string[] {
  const letters = [...name];
  const most = widest[lang];
  if (letters.length <= most) return [name];
  const half = Math.ceil(letters.length / 2);
  return [letters.slice(0, half).join(''), letters.slice(half).join('')];
}
