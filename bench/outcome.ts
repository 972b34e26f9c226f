/** One line of the table that a run prints. */
export interface Outcome {
  readonly what: string;
  readonly figure: string;
  /** What was promised; nothing where a figure is only told. */
  readonly goal?: string;
  readonly met?: boolean;
}

/** Prints the table; false when a goal was missed. */
export function printOutcomes(outcomes: readonly Outcome[]): boolean {
  const rows = outcomes.map(({ what, figure, goal = '', met }) => [
    what,
    figure,
    goal,
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const head = ['what', 'figure', 'goal', ''];
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows])
    console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return outcomes.every(({ met }) => met !== false);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
