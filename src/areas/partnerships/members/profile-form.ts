import { z } from 'zod';
import { field, formProblem } from '#platform/web/form.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { memberKinds } from './rules.ts';
import { words } from './words.ts';

const codes = new Set(worryTerms.map(({ code }) => code));

/** What an organisation says of itself, in the application and on its page. */
export const profileFields = {
  kind: field.choice(memberKinds),
  about: field.text(2000),
  website: field.optionalText(300).refine((url) => url === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(url), {
    ...formProblem({ ja: words.ja.websiteWrong, en: words.en.websiteWrong }),
  }),
  topics: field.choices().transform((chosen) => chosen.filter((code) => codes.has(code))),
  municipalities: field.choices().transform((chosen) => chosen.filter((code) => /^[0-9]{5}$/.test(code))),
} as const;

export const memberForm = z.object({ ...profileFields, aboutEn: field.optionalText(2000) });
