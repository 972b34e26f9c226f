/** The door of the area: what others may call. */
export { accountant, grantApprover, grantOfficer, grantPartner, grantReviewer } from './access.ts';
/** For the catalogue of all open data. */
export { listGrantData } from './open-data/files.ts';
/** For the measures of a program, and for the report. */
export {
  countGrantsOfProgram,
  countGrantsOfPrograms,
  countNotReceived,
  sumMoneyByProgram,
} from './counts/read.ts';
/** What a group was awarded, as everybody may know it. */
export { type AwardOfGroup, listAwardsOf } from './open-data/store.ts';
/** Parts of a whole that is told beside them, of which those of few people are not. */
/** What was decided about a person, for their own page. */
export { ownPaperLinks } from './benefits/own/read.ts';
/** A group applies with what another area knows already. */
export { beginApplication, listOpenCalls, type OpenCall } from './applications/begin.ts';
