import type { View } from '#platform/web/view.ts';
import { opensAtEnd, type Tile } from '../tiles.ts';
import { words } from '../words.ts';

/** Side of a tile in units of the picture, and what is left between two. */
const side = 52;
const gap = 4;

interface TileMapProps {
  readonly view: View;
  readonly tiles: readonly Tile[];
  /** The municipality that is chosen. */
  readonly chosen: string | undefined;
  readonly hrefOf: (code: string) => string;
}

/** The prefecture as tiles, each a link. The list says the same; nobody needs to see the picture. */
export function TileMap({ view, tiles, chosen, hrefOf }: TileMapProps) {
  const t = words[view.lang];
  const [left, top] = [
    Math.min(...tiles.map(({ column }) => column)),
    Math.min(...tiles.map(({ row }) => row)),
  ];
  const columns = Math.max(...tiles.map(({ column }) => column)) - left + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) - top + 1;
  return (
    <div
      class={opensAtEnd(tiles, chosen) ? 'scroll tile-map at-end' : 'scroll tile-map'}
      role="region"
      tabindex={0}
      aria-label={t.map}
    >
      <svg viewBox={`0 0 ${columns * side} ${rows * side}`} role="group" aria-label={t.map}>
        {tiles.map((tile) => (
          <a
            href={hrefOf(tile.code)}
            aria-current={tile.code === chosen ? 'true' : undefined}
            class={`tile d${tile.depth}`}
            transform={`translate(${(tile.column - left) * side + gap / 2} ${(tile.row - top) * side + gap / 2})`}
          >
            <title>{t.tile(tile.name, tile.count)}</title>
            <rect width={side - gap} height={side - gap} rx="6" />
            {tile.city && (
              <text x={(side - gap) / 2} y="10.5" class="tile-city">
                {tile.city}
              </text>
            )}
            <TileName lines={tile.short} />
            <text x={(side - gap) / 2} y="43" class="tile-count">
              {tile.count}
            </text>
          </a>
        ))}
      </svg>
    </div>
  );
}

function TileName({ lines }: { lines: readonly string[] }) {
  const small = lines.length > 1 || [...(lines[0] ?? '')].length > 3;
  return (
    <>
      {lines.map((line, index) => (
        <text
          x={(side - gap) / 2}
          y={lines.length > 1 ? 17 + index * 9.5 : 25}
          class={small ? 'tile-name small' : 'tile-name'}
        >
          {line}
        </text>
      ))}
    </>
  );
}
