import type { Route } from '#platform/web/routes.ts';

/** The contents of partnerships: one line per slice. */
export const partnershipRoutes: readonly Route[] = [];
