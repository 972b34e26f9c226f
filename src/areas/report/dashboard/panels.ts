export interface PanelSeries {
  readonly label: string;
  /** In the order of the labels; null: nothing to say. */
  readonly values: readonly (number | null)[];
}

/** One table of the page, and its picture where it has one; page and CSV are made of the same numbers. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  /** What is counted, by whom, until when. */
  readonly definition: string;
  /** 件, 円: of all numbers, or of each row. */
  readonly unit: string;
  readonly units?: readonly string[];
  readonly labels: readonly string[];
  readonly series: readonly PanelSeries[];
  readonly picture: 'grouped' | 'stacked' | 'none';
  /** The page behind the numbers, if the reader may open it. */
  readonly source?: string | undefined;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  /** What has to be looked at first. */
  readonly warning?: string | undefined;
}

/** Every number of the page, one a row: part, table, row, column, value, unit. */
export function csvRowsOf(groups: readonly Group[]): readonly (readonly (string | number | null)[])[] {
  return groups.flatMap((group) =>
    group.panels.flatMap((panel) =>
      panel.labels.flatMap((label, at) =>
        panel.series.map((series) => [
          group.title,
          panel.title,
          label,
          series.label,
          series.values[at] ?? null,
          panel.units?.[at] ?? panel.unit,
        ]),
      ),
    ),
  );
}
