import type { Route } from '#platform/web/routes.ts';
import { answerRoutes } from '#areas/cases/answers/routes.tsx';
import { barRoutes } from '#areas/cases/bars/routes.tsx';
import { basisRoutes } from '#areas/cases/bases/routes.tsx';
import { handOffRoutes } from '#areas/cases/hand-offs/routes.tsx';
import { ownPageRoutes } from '#areas/cases/own-page/routes.tsx';
import { ownPaperLinks } from '#areas/grants/index.ts';
import { ownTrainingLinks } from '#areas/partnerships/index.ts';
import { ownPageStaffRoutes } from '#areas/cases/own-page/staff/routes.tsx';
import { joinRoutes } from '#areas/cases/joins/routes.tsx';
import { personRoutes } from '#areas/cases/persons/routes.tsx';
import { caseFileRoutes } from '#areas/cases/case-files/routes.tsx';
import { deadlineRoutes } from '#areas/cases/deadlines/routes.tsx';
import { caseRetentionRoutes } from '#areas/cases/retention/routes.tsx';
import { followUpRoutes } from '#areas/cases/follow-ups/routes.tsx';
import { onwardRoutes } from '#areas/cases/onwards/routes.tsx';
import { referralLinkRoutes } from '#areas/cases/referrals/link-routes.tsx';
import { paperRoutes } from '#areas/cases/referrals/paper/routes.tsx';
import { newMeetingRoutes } from '#areas/cases/meetings/new-routes.tsx';
import { meetingRoutes } from '#areas/cases/meetings/routes.tsx';
import { protectionRoutes } from '#areas/cases/protections/routes.tsx';
import { planRoutes as casePlanRoutes } from '#areas/cases/plans/routes.tsx';
import { recordRoutes } from '#areas/cases/records/routes.tsx';
import { reviewRoutes as caseReviewRoutes } from '#areas/cases/reviews/routes.tsx';
import { scaleRoutes } from '#areas/cases/scales/routes.tsx';
import { taskRoutes } from '#areas/cases/tasks/routes.tsx';
import { timelineRoutes } from '#areas/cases/timelines/routes.tsx';
import { referralRoutes } from '#areas/cases/referrals/routes.tsx';
import { statisticsRoutes } from '#areas/cases/statistics/routes.tsx';
import { viewRoutes } from '#areas/cases/views/routes.tsx';
import { formRoutes } from '#areas/cases/forms/routes.tsx';
import { sheetRoutes } from '#areas/cases/sheets/routes.tsx';

/** The contents of cases: one line per slice. */
export const caseRoutes: readonly Route[] = [
  ...answerRoutes,
  ...formRoutes,
  ...sheetRoutes,
  ...caseFileRoutes,
  ...basisRoutes,
  ...protectionRoutes,
  ...newMeetingRoutes,
  ...meetingRoutes,
  ...barRoutes,
  ...viewRoutes,
  ...personRoutes,
  ...ownPageRoutes(ownPaperLinks, ownTrainingLinks),
  ...ownPageStaffRoutes,
  ...handOffRoutes,
  ...joinRoutes,
  ...referralRoutes,
  ...casePlanRoutes,
  ...recordRoutes,
  ...caseReviewRoutes,
  ...scaleRoutes,
  ...taskRoutes,
  ...timelineRoutes,
  ...referralLinkRoutes,
  ...paperRoutes,
  ...statisticsRoutes,
  ...onwardRoutes,
  ...deadlineRoutes,
  ...followUpRoutes,
  ...caseRetentionRoutes,
];
