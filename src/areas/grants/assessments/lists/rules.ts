/** nobody: no reviewer is asked · conflict: one could not read · waiting: one has not answered · done: all have. */
export const reviewing = ['nobody', 'conflict', 'waiting', 'done'] as const;
export type Reviewing = (typeof reviewing)[number];
