import type { WordGroup } from '../group.ts';
import { family } from './family.ts';
import { health } from './health.ts';
import { homeAndFood } from './home-and-food.ts';
import { money } from './money.ts';
import { society } from './society.ts';
import { work } from './work.ts';

/** The vocabulary that comes with the product, in Japanese with common English words; staff change it group by group. */
export const shippedGroups: readonly WordGroup[] = [
  ...money,
  ...homeAndFood,
  ...work,
  ...family,
  ...health,
  ...society,
];
