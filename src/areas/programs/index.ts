/** The door of the area: what others may call. */
export { approver, can, reporter, secretariat } from './access.ts';
export type { YearContent } from './content/content.ts';
export { readYear } from './content/read.ts';
export { acceptEntry, readEntry, submitEntry } from './entries/actions.ts';
export { listMeasures } from './measures/store.ts';
export { type NewOffer, offerValues } from './offers/actions.ts';
export { listPrograms } from './programs/store.ts';
export { listYears } from './years/store.ts';
/** A voice from another area, with consent. */
export { addVoice, removeVoice } from './voices/actions.ts';
