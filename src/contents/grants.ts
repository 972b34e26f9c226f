import { moneyRoutes } from '#areas/grants/ledger/routes.tsx';
import { bankRoutes } from '#areas/grants/payments/banks/routes.tsx';
import { payerRoutes } from '#areas/grants/payments/payers/routes.tsx';
import { paymentRoutes } from '#areas/grants/payments/routes.tsx';
import { statementRoutes } from '#areas/grants/payments/statements/routes.tsx';
import { transferRoutes } from '#areas/grants/payments/transfers/routes.tsx';
import type { Route } from '#platform/web/routes.ts';
import { handOnRoutes } from '#areas/grants/benefits/hand-ons/routes.tsx';
import { ownPaperRoutes } from '#areas/grants/benefits/own/routes.tsx';
import { payeeRoutes } from '#areas/grants/benefits/payees/routes.tsx';
import { benefitRoutes } from '#areas/grants/benefits/routes.tsx';
import { editorRoutes } from '#areas/grants/applications/editors/routes.tsx';
import { paperRoutes } from '#areas/grants/applications/papers/routes.tsx';
import { applicationRoutes } from '#areas/grants/applications/routes.tsx';
import { sendingRoutes } from '#areas/grants/applications/sending/routes.tsx';
import { applicationStaffRoutes } from '#areas/grants/applications/staff/routes.tsx';
import { applicationListRoutes } from '#areas/grants/assessments/lists/routes.tsx';
import { reviewRoutes } from '#areas/grants/assessments/routes.tsx';
import { awardLinkRoutes } from '#areas/grants/awards/link-routes.tsx';
import { awardRoutes } from '#areas/grants/awards/routes.tsx';
import { announcementRoutes } from '#areas/grants/calls/announcements/routes.tsx';
import { editRoutes as callEditRoutes } from '#areas/grants/calls/edits/routes.tsx';
import { newCallRoutes } from '#areas/grants/calls/staff/new-routes.tsx';
import { callStaffRoutes } from '#areas/grants/calls/staff/routes.tsx';
import { packRoutes } from '#areas/grants/decisions/routes.tsx';
import { ownLetterRoutes } from '#areas/grants/letters/own/routes.tsx';
import { letterRoutes } from '#areas/grants/letters/routes.tsx';
import { subscriptionRoutes } from '#areas/grants/calls/subscriptions/routes.tsx';
import { grantDataRoutes } from '#areas/grants/open-data/routes.tsx';
import { grantRetentionRoutes } from '#areas/grants/retention/routes.tsx';
import { settlementRoutes } from '#areas/grants/settlements/office-routes.tsx';
import { reportRoutes } from '#areas/grants/settlements/report-routes.tsx';

/** The contents of grants: one line per slice. */
export const grantRoutes: readonly Route[] = [
  ...moneyRoutes,
  ...payerRoutes,
  ...bankRoutes,
  ...paymentRoutes,
  ...statementRoutes,
  ...transferRoutes,
  ...announcementRoutes,
  ...newCallRoutes,
  ...callStaffRoutes,
  ...callEditRoutes,
  ...subscriptionRoutes,
  ...applicationRoutes,
  ...editorRoutes,
  ...paperRoutes,
  ...sendingRoutes,
  ...applicationStaffRoutes,
  ...benefitRoutes,
  ...handOnRoutes,
  ...payeeRoutes,
  ...ownPaperRoutes,
  ...applicationListRoutes,
  ...reviewRoutes,
  ...packRoutes,
  ...letterRoutes,
  ...ownLetterRoutes,
  ...grantDataRoutes,
  ...grantRetentionRoutes,
  ...awardLinkRoutes,
  ...awardRoutes,
  ...reportRoutes,
  ...settlementRoutes,
];
