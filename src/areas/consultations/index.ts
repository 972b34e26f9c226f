/** The door of the area: what others may call. */
export { counsellor, deskSupervisor } from './access.ts';
export { codes } from './contacts/codes.ts';
export { countContactsOfYear } from './counts/read.ts';
export { protectedCount } from './counts/rules.ts';
