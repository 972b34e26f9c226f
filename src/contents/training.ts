import type { Route } from '#platform/web/routes.ts';

/** The contents of training: one line per slice. */
export const trainingRoutes: readonly Route[] = [];
