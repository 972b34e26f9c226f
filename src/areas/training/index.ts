/** The door of the area: what others may call. */
export { trainingKeeper } from './access.ts';
