import type { Lang } from '#platform/i18n.ts';
import { words as caseWords } from '../case-files/words.ts';
import type { FormSet } from '../forms/form.ts';
import { listOf, optionOf } from '../forms/rules.ts';
import { codeName } from '../case-files/codes.ts';
import { programs } from '../plans/codes.ts';
import { services } from '../records/codes.ts';
import { changes } from '../reviews/codes.ts';
import type { Breakdown } from './rules.ts';

/** The name of a code as the year's forms say it; one that they do not have is named by the product. */
export function nameOf(
  lang: Lang,
  set: FormSet,
  { figure, code }: { figure: Breakdown; code: string },
): string {
  const t = caseWords[lang];
  if (figure === 'screened') return t.screenings[code as keyof typeof t.screenings] ?? code;
  if (figure === 'closed') return t.reasons[code as keyof typeof t.reasons] ?? code;
  if (figure === 'service') return codeName(lang, services, code);
  const known = optionOf(listOf(set, figure), code)?.name[lang];
  return known ?? codeName(lang, figure === 'program' ? programs : changes, code);
}
