import { answeringRoutes } from '#areas/partnerships/field-surveys/answering-routes.tsx';
import { fieldSurveyRoutes } from '#areas/partnerships/field-surveys/routes.tsx';
import type { Route } from '#platform/web/routes.ts';
import { publicExchangeRoutes } from '#areas/partnerships/exchange/public-routes.tsx';
import { exchangeRoutes } from '#areas/partnerships/exchange/routes.tsx';
import { unmetExchangeRoutes } from '#areas/partnerships/exchange/unmet/routes.tsx';
import { matchLinkRoutes } from '#areas/partnerships/matches/link-routes.tsx';
import { matchOfficeRoutes } from '#areas/partnerships/matches/office/routes.tsx';
import { requestRoutes } from '#areas/partnerships/matches/requests/routes.tsx';
import { matchRoutes } from '#areas/partnerships/matches/routes.tsx';
import { workTrainingMoveRoutes } from '#areas/partnerships/work-trainings/move-routes.tsx';
import { ownWorkRoutes } from '#areas/partnerships/work-trainings/own-routes.tsx';
import { workTrainingRoutes } from '#areas/partnerships/work-trainings/routes.tsx';
import { workplaceMoveRoutes } from '#areas/partnerships/workplaces/move-routes.tsx';
import { workplaceRoutes } from '#areas/partnerships/workplaces/routes.tsx';

/** The contents of partnerships: one line per slice. */
export const partnershipRoutes: readonly Route[] = [
  ...unmetExchangeRoutes,
  ...exchangeRoutes,
  ...publicExchangeRoutes,
  ...requestRoutes,
  ...matchRoutes,
  ...matchLinkRoutes,
  ...answeringRoutes,
  ...fieldSurveyRoutes,
  ...workplaceRoutes,
  ...workplaceMoveRoutes,
  ...workTrainingRoutes,
  ...workTrainingMoveRoutes,
  ...ownWorkRoutes,
  ...matchOfficeRoutes,
];
