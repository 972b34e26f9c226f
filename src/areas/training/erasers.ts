import { keptDays as holderDays } from './certificates/rules.ts';
import { eraseHolders } from './certificates/store.ts';
import { keptDays as entrantDays } from './entries/rules.ts';
import { eraseEntries } from './entries/store.ts';

/** What goes of people here: after so many days at the latest, and not before the least. */
export const trainingErasers = {
  'training-entrant': { least: 60, most: entrantDays, erase: eraseEntries },
  'certificate-holder': { least: 365, most: holderDays, erase: eraseHolders },
} as const;
