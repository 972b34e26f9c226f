import type { Lang } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import type { Hours } from '../hours/hours.ts';
import { hoursProblems } from '../services/content-checks/hours/rules.ts';
import { knownWith } from '../services/write.ts';
import { formAgain, told } from './gather.ts';
import { problemWords } from './problem-words.ts';
import { readHours } from './read-hours.ts';
import { formName, pressed, rowButton } from '#platform/web/typed.ts';

export { flatForm as hoursForm } from '#platform/web/typed.ts';
export { HoursFields } from './pages/hours.tsx';

/** What a form of `HoursFields` says: hours, or the form again because a row was asked for or something is wrong. */
export function takeHours(
  typed: Typed,
  { stored, lang }: { stored: Hours | undefined; lang: Lang },
): { readonly hours: Hours | undefined } | { readonly again: FormState } {
  const button = rowButton(typed);
  if (button) return { again: formAgain(pressed(typed, button)) };
  const { hours, rows } = readHours(typed, stored);
  const problems = hours ? hoursProblems(hours, 'hours', knownWith([])) : [];
  if (problems.length === 0) return { hours };
  const said = problems.map(({ field, problem, limit }) =>
    told(lang, formName(field, rows), problemWords[lang][problem](limit ?? 0)),
  );
  return { again: formAgain(typed, said) };
}
