/** The door of the area: what others may call. */
export { can, directoryEditor, directoryKeeper } from './access.ts';
export type { Hours } from './hours/hours.ts';
