import type { FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { CallRefusal } from '../rules.ts';
import { refusals } from './refusal-words.ts';

export type Refused = RefusedWith<CallRefusal>;

/** The form again with the refusal at its field. */
export function refused({ lang }: Pick<Visit, 'lang'>, answer: Refused, typed: Typed): FormState {
  const fields = { 'slug-form': 'slug', 'slug-taken': 'slug', 'note-missing': 'note', 'yen-zero': 'yen' };
  return refusedForm<CallRefusal>({ words: refusals, lang, refused: answer, typed, fields });
}
