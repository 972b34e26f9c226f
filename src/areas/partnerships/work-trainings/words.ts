import { keepingWords } from './keeping-words.ts';
import { proposalWords } from './proposal-words.ts';

/** The way to a workplace, and what is kept there. */
export const words = {
  ja: { ...proposalWords.ja, ...keepingWords.ja },
  en: { ...proposalWords.en, ...keepingWords.en },
};
