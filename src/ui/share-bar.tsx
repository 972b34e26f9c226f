export interface Share {
  readonly label: string;
  readonly value: number;
  /** A fill of the charts: f0 … f5, or `rest` for what is still open. */
  readonly fill: 'f0' | 'f1' | 'f2' | 'f3' | 'f4' | 'f5' | 'rest';
}

const width = 140;
const height = 12;

/** Parts of a whole in one thin bar, for a table that says the numbers as well. */
export function ShareBar({ label, shares }: { label: string; shares: readonly Share[] }) {
  const total = shares.reduce((sum, { value }) => sum + value, 0);
  let from = 0;
  const parts = shares
    .filter(({ value }) => value > 0)
    .map((share) => {
      const part = { ...share, x: from, width: (share.value / total) * width };
      from += part.width;
      return part;
    });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <rect
        x="0"
        y="0"
        width={width}
        height={height}
        fill="none"
        stroke="currentColor"
        stroke-opacity="0.3"
      />
      {parts.map((part) =>
        part.fill === 'rest' ? null : (
          <rect class={part.fill} x={part.x} y="0" width={part.width} height={height}>
            <title>{`${part.label} ${part.value}`}</title>
          </rect>
        ),
      )}
    </svg>
  );
}
