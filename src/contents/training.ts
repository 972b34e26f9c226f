import type { Role } from '#platform/access.ts';
import type { Route } from '#platform/web/routes.ts';
import { certificateRoutes } from '#areas/training/certificates/routes.tsx';
import { courseRoutes } from '#areas/training/courses/routes.tsx';
import { ownTrainingRoutes, trainingPublicRoutes } from '#areas/training/entries/routes.tsx';
import { figureRoutes } from '#areas/training/figures/routes.tsx';
import { requirementRoutes } from '#areas/training/requirements/routes.tsx';
import { sessionRoutes } from '#areas/training/sessions/routes.tsx';

/** The contents of training: one line per slice. */
export const trainingRoutes = (roles: readonly Role[]): readonly Route[] => [
  ...trainingPublicRoutes,
  ...ownTrainingRoutes(roles),
  ...courseRoutes,
  ...sessionRoutes,
  ...certificateRoutes,
  ...requirementRoutes(roles),
  ...figureRoutes,
];
