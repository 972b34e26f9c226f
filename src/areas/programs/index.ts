/** The door of the area: what others may call. */
export { approver, can, reporter, secretariat } from './access.ts';
