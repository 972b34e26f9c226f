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
import { applicationOfficeRoutes } from '#areas/partnerships/applications/office-routes.tsx';
import { applicationRoutes } from '#areas/partnerships/applications/routes.tsx';
import { groupRoutes } from '#areas/partnerships/groups/routes.tsx';
import { partnershipHomeRoutes } from '#areas/partnerships/home/routes.tsx';
import { memberRoutes } from '#areas/partnerships/members/routes.tsx';
import { memberStaffRoutes } from '#areas/partnerships/members/staff-routes.tsx';
import { meetingRoutes } from '#areas/partnerships/meetings/routes.tsx';
import { meetingStaffRoutes } from '#areas/partnerships/meetings/staff-routes.tsx';
import { partnershipRetentionRoutes } from '#areas/partnerships/retention/routes.tsx';
import { memberEndings } from './member-endings.ts';
import { memberParts } from './member-parts.ts';
import { feedRoutes as placeFeedRoutes } from '#areas/partnerships/places/feeds/routes.ts';
import { paperRoutes as placePaperRoutes } from '#areas/partnerships/places/papers/routes.tsx';
import { photoRoutes as placePhotoRoutes } from '#areas/partnerships/places/photos/routes.tsx';
import { publicPlaceRoutes } from '#areas/partnerships/places/public-routes.tsx';
import { placeStaffRoutes } from '#areas/partnerships/places/routes.tsx';
import { visitorRoutes as placeVisitorRoutes } from '#areas/partnerships/places/visitors/routes.tsx';
import { watchNoticeRoutes } from '#areas/partnerships/watch/notices/routes.tsx';
import { lawyerRoutes } from '#areas/partnerships/watch/lawyer-days/routes.tsx';
import { lawyerStaffRoutes } from '#areas/partnerships/watch/lawyer-days/staff-routes.tsx';
import { watchWarningRoutes } from '#areas/partnerships/watch/warnings/routes.tsx';
import { watchPublicRoutes } from '#areas/partnerships/watch/public-routes.tsx';
import { watchRoutes } from '#areas/partnerships/watch/routes.tsx';
import { wishRoutes as placeWishRoutes } from '#areas/partnerships/places/wishes/routes.tsx';

/** The contents of partnerships: one line per slice. */
export const partnershipRoutes: readonly Route[] = [
  ...unmetExchangeRoutes,
  ...exchangeRoutes,
  ...publicExchangeRoutes,
  ...partnershipHomeRoutes,
  ...applicationRoutes,
  ...applicationOfficeRoutes,
  ...memberRoutes(memberParts),
  ...memberStaffRoutes(memberEndings),
  ...groupRoutes,
  ...meetingRoutes,
  ...meetingStaffRoutes,
  ...placeFeedRoutes,
  ...publicPlaceRoutes,
  ...placePaperRoutes,
  ...placePhotoRoutes,
  ...placeVisitorRoutes,
  ...placeWishRoutes,
  ...placeStaffRoutes,
  ...watchPublicRoutes,
  ...watchRoutes,
  ...watchNoticeRoutes,
  ...watchWarningRoutes,
  ...lawyerRoutes,
  ...lawyerStaffRoutes,
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
  ...partnershipRetentionRoutes,
];
