import type { WordGroup } from './group.ts';

/** The vocabulary that comes with the product; staff change it group by group. */
export const shippedGroups: readonly WordGroup[] = [
  {
    code: 'rent',
    topics: ['rent_loan', 'housing'],
    words: ['家賃', '住居確保給付金', '住居確保', 'rent'],
    phrases: ['家賃が払えない'],
  },
];
