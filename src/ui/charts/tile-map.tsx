/** Side of a tile in units of the picture, and what is left between two. */
const side = 52;
const gap = 4;

export interface MapTile {
  readonly code: string;
  /** As it fits: 東, in one line or two. */
  readonly short: readonly string[];
  /** What it is a part of, above its name; empty: nothing. */
  readonly city: string;
  readonly column: number;
  readonly row: number;
  /** 0 none, 1 … 4 the more the deeper. */
  readonly depth: number;
}

interface TileMapProps<Tile extends MapTile> {
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly tiles: readonly Tile[];
  readonly chosen: string | undefined;
  /** A narrow screen shows the right end first. */
  readonly atEnd: boolean;
  readonly hrefOf: (code: string) => string;
  /** Name and number in words. */
  readonly titleOf: (tile: Tile) => string;
  /** The number in the tile. */
  readonly numberOf: (tile: Tile) => string | number;
}

/** An area as tiles, each a link. A list beside it says the same; nobody needs to see the picture. */
export function TileMap<Tile extends MapTile>(props: TileMapProps<Tile>) {
  const { label, tiles, chosen, atEnd } = props;
  const [left, top] = [
    Math.min(...tiles.map(({ column }) => column)),
    Math.min(...tiles.map(({ row }) => row)),
  ];
  const columns = Math.max(...tiles.map(({ column }) => column)) - left + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) - top + 1;
  return (
    <div
      class={atEnd ? 'scroll tile-map at-end' : 'scroll tile-map'}
      role="region"
      tabindex={0}
      aria-label={label}
    >
      <svg viewBox={`0 0 ${columns * side} ${rows * side}`} role="group" aria-label={label}>
        {tiles.map((tile) => (
          <a
            href={props.hrefOf(tile.code)}
            aria-current={tile.code === chosen ? 'true' : undefined}
            class={`tile d${tile.depth}`}
            transform={`translate(${(tile.column - left) * side + gap / 2} ${(tile.row - top) * side + gap / 2})`}
          >
            <title>{props.titleOf(tile)}</title>
            <rect width={side - gap} height={side - gap} rx="6" />
            {tile.city && (
              <text x={(side - gap) / 2} y="10.5" class="tile-city">
                {tile.city}
              </text>
            )}
            <TileName lines={tile.short} />
            <text x={(side - gap) / 2} y="43" class="tile-count">
              {props.numberOf(tile)}
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
