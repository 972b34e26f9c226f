import type { CaseFilter } from './store.ts';

export const ranges = ['mine', 'unassigned', 'all', 'ended'] as const;
export type Range = (typeof ranges)[number];

/** What was asked for in an address, otherwise one's own. */
export function rangeOf(asked: string): Range {
  return ranges.find((each) => each === asked) ?? 'mine';
}

export function filterOf(
  range: Range,
  { organisationIds, personId }: { organisationIds: readonly string[]; personId: string },
): CaseFilter {
  const filters: Record<Range, CaseFilter> = {
    mine: { organisationIds, assignedTo: personId, open: true },
    unassigned: { organisationIds, assignedTo: null, open: true },
    all: { organisationIds, open: true },
    ended: { organisationIds, open: false },
  };
  return filters[range];
}
