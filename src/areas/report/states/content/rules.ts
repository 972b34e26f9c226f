import type { Text } from '#platform/i18n.ts';

/** The five stages in three bands: coarser tables tell more of people's ways than finer ones full of holes. */
export const bands = [1, 2, 3] as const;

const pairs = bands.flatMap((from) => bands.map((to) => `${from}-${to}` as const));
const sides = bands.flatMap((band) => [`from-${band}`, `to-${band}`] as const);

/** Every number of a flow: how many were asked twice, which way they went, and from which band to which. */
export const stateKeys = ['all', 'better', 'same', 'worse', ...pairs, ...sides] as const;
export type StateKey = (typeof stateKeys)[number];

/** Null: withheld. */
export type StateCounts = Readonly<Record<StateKey, number | null>>;

export interface StateProgram {
  readonly slug: string;
  readonly thread: string;
  readonly name: Text;
  /** Whose records it is counted from. */
  readonly desks: readonly { readonly code: string; readonly name: Text }[];
}

/** People of one domain, of a program or (null) of all of them. */
export interface StateFlow {
  readonly program: StateProgram | null;
  readonly domain: string;
  readonly counts: StateCounts;
}

export interface StatesContent {
  /** Their words at the time: five stages, 1 is the hardest. */
  readonly domains: readonly {
    readonly code: string;
    readonly name: Text;
    readonly stages: readonly Text[];
  }[];
  /** By program, all together first, and in the order of the domains. */
  readonly flows: readonly StateFlow[];
}
