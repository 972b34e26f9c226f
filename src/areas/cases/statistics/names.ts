import type { Lang } from '#platform/i18n.ts';
import { words as caseWords } from '../case-files/words.ts';
import type { FormSet } from '../forms/form.ts';
import { listOf, optionOf } from '../forms/rules.ts';
import type { Breakdown } from './rules.ts';

/** The name of a code as the year's forms say it; one that they do not have is shown as it is. */
export function nameOf(
  lang: Lang,
  set: FormSet,
  { figure, code }: { figure: Breakdown; code: string },
): string {
  const t = caseWords[lang];
  if (figure === 'screened') return t.screenings[code as keyof typeof t.screenings] ?? code;
  if (figure === 'closed') return t.reasons[code as keyof typeof t.reasons] ?? code;
  return optionOf(listOf(set, figure), code)?.name[lang] ?? code;
}
