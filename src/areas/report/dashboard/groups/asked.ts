import { dayName } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { PanelSeries } from '../panels.ts';
import type { DashboardFacts } from '../read.ts';
import type { Links } from '../sources.ts';

export interface Asked {
  readonly lang: Lang;
  readonly facts: DashboardFacts;
  readonly links: Links;
}

/** 2024-04 → 令和6年4月 / April 2024 */
export function nameMonth(lang: Lang, month: string): string {
  return dayName(lang, `${month}-01`).replace(/1日$|^1 /, '');
}

/** The month, and the same one of the year before. */
export function bothMonths(
  { lang, facts }: Asked,
  here: readonly (number | null)[],
  before: readonly (number | null)[],
): readonly PanelSeries[] {
  return [
    { label: nameMonth(lang, facts.month), values: here },
    { label: nameMonth(lang, facts.lastYear), values: before },
  ];
}
