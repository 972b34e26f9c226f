import { administrator, type Role } from '#platform/access.ts';
import { counsellor, deskSupervisor } from '#areas/consultations/index.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '#areas/cases/index.ts';
import { accountant, grantApprover, grantOfficer, grantPartner, grantReviewer } from '#areas/grants/index.ts';
import { directoryEditor, directoryKeeper } from '#areas/directory/index.ts';
import {
  concierge,
  memberAgent,
  placeOperator,
  surveyor,
  watchKeeper,
  workOfficer,
  workplaceAgent,
} from '#areas/partnerships/index.ts';
import { approver, reporter, secretariat } from '#areas/programs/index.ts';
import { trainingKeeper } from '#areas/training/index.ts';

/** Every role of the product. */
export const roles: readonly Role[] = [
  administrator,
  secretariat,
  approver,
  reporter,
  directoryKeeper,
  directoryEditor,
  counsellor,
  deskSupervisor,
  caseWorker,
  caseSupervisor,
  protectionOfficer,
  grantOfficer,
  grantApprover,
  grantReviewer,
  grantPartner,
  accountant,
  trainingKeeper,
  memberAgent,
  concierge,
  placeOperator,
  workOfficer,
  workplaceAgent,
  watchKeeper,
  surveyor,
];
