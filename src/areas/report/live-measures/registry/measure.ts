import type { Text } from '#platform/i18n.ts';

/** What narrows a live measure: the code of a desk, a way of contact, a domain of いまの様子, a part of the site. */
export type Parameter = 'desk' | 'door' | 'domain' | 'section';

/** A number that the product counts itself. Its version is raised when it would count the same work otherwise. */
export interface LiveMeasure {
  readonly code: string;
  readonly name: Text;
  readonly definition: Text;
  /** In words. */
  readonly formula: Text;
  readonly unit: Text;
  readonly counting: 'total' | 'distinct' | null;
  readonly version: number;
  readonly parameters: readonly Parameter[];
}

const cases = { ja: '件', en: 'cases' };
export const people = { ja: '人', en: 'people' };
export const yen = { ja: '円', en: 'yen' };

export function live(
  code: string,
  name: Text,
  rest: Partial<Pick<LiveMeasure, 'unit' | 'counting' | 'parameters' | 'version'>> & {
    definition: Text;
    formula: Text;
  },
): LiveMeasure {
  return { code, name, version: 1, unit: cases, counting: null, parameters: [], ...rest };
}
