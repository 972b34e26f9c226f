/** The door of the area: what others may call. */
export { caseSupervisor, caseWorker, protectionOfficer } from './access.ts';
