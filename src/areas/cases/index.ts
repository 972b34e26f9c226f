/** The door of the area: what others may call. */
export { caseSupervisor, caseWorker, protectionOfficer } from './access.ts';
/** How a person is known again, and their years on a day. */
export { ageBandOf, ageOn, foldName, readDay } from './persons/rules.ts';
/** A step of each start. */
export { ensureForms } from './forms/actions.ts';
export {
  countCasesOfDesks,
  countCasesOfProgram,
  type PlanFact,
  type ProgramCount,
  readPlanFact,
} from './statistics/read.ts';
export type { FlowRow } from './statistics/rules.ts';
export { countFlows, type DeskFlowRow } from './statistics/store.ts';
/** いまの様子: the domains, and the words of their stages. */
export { type Domain, domains, scale } from './scales/codes.ts';
/** For work training: a case without anybody's name, and what came of it in its record. */
export { findTrainingCase, listTrainingCases, type TrainingCase } from './plans/work-training.ts';
export { endService, writeRecord } from './records/actions.ts';
/** Whose own page is open on a device, and who that is. */
export { findOwnCase, findOwnPage } from './own-page/device.ts';
export { readOwnPerson } from './own-page/person.ts';
export { listDeclined } from './referrals/declined.ts';
export { countEndedReferrals } from './referrals/ended.ts';
export { countOpenReferrals } from './referrals/open.ts';
