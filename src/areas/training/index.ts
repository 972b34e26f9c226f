/** The door of the area: what others may call. */
export { trainingKeeper } from './access.ts';
/** What was held in a fiscal year, and who was there. */
export { countTrainings, countTrainingsOfMonth } from './figures/read.ts';
/** What of people goes after a time, which an office may shorten. */
export { trainingErasers } from './erasers.ts';
/** What an organisation teaches, for its own page. */
export { listOffered, type OfferedCourse } from './sessions/store.ts';
