import { officeWords } from './office-words.ts';
import { offerWords } from './offer-words.ts';

/** What a workplace offers, and its way to be certified. */
export const words = {
  ja: { ...offerWords.ja, ...officeWords.ja },
  en: { ...offerWords.en, ...officeWords.en },
};
