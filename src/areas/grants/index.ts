/** The door of the area: what others may call. */
export { accountant, grantApprover, grantOfficer, grantPartner, grantReviewer } from './access.ts';
