/** Of three parts for what a request needs: more would lie around for longer, and save little work. */
const youngMb = 16;

/** With what Node runs the product: a small nursery, and what nobody needs any more can be collected at a quiet moment. */
export const leanFlags = [`--max-semi-space-size=${youngMb}`, '--expose-gc'] as const;

/** Otherwise each of a process's threads keeps what it gave back for itself, and large pieces come to lie between small ones. */
export const leanEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
} as const;
